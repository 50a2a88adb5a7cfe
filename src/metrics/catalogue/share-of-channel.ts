/** Which part of all requests came by a channel. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const shareOfChannel = define({
  name: 'share_of_channel',
  words: {
    en: {
      name: 'Share of channel',
      question: 'Which part of all requests comes by this channel?',
      formula: 'requests that came by the channel ÷ requests by all channels',
      countedOut:
        'Spam, test, merged and deleted cases, outbound and internal contacts. Contacts that belong to a case are part of it. Asked for without a channel it is 100 %.',
    },
    it: {
      name: 'Quota del canale',
      question: 'Quale parte delle richieste arriva da questo canale?',
      formula: 'richieste arrivate dal canale ÷ richieste da tutti i canali',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati, contatti in uscita e interni. I contatti che appartengono a un caso ne fanno parte. Senza un canale vale 100 %.',
    },
  },
  unit: 'share',
  better: 'neither',
  fact: 'ask_facts',
  anchor: 'asked',
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'plain share of a whole',
  shareOf: 'channel',
  measure: () => ({ population: sql`true` }),
  worked: {
    story: {
      en: 'Three requests by e-mail, one by phone: e-mail is 3 of 4, phone 1 of 4; together all of them.',
      it: 'Tre richieste per e-mail, una per telefono: 3 su 4 e 1 su 4; insieme sono tutte.',
    },
    rows: ['email', 'email', 'email', 'phone'].map((channel) => ({
      channel,
      asked_at: '2025-03-01T09:00:00Z',
    })),
    expect: [{ stat: 'share', value: 1, n: 4 }],
  },
});
