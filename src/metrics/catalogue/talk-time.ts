/** How long an answered contact is talked. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const talkTime = define({
  name: 'talk_time',
  words: {
    en: {
      name: 'Talk time',
      question: 'How long do agents talk per contact?',
      formula: 'time talking per answered contact; hold and after-call work are not in it',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that nobody answered, and those whose talking time is not recorded.',
    },
    it: {
      name: 'Tempo di conversazione',
      question: 'Quanto dura la conversazione per contatto?',
      formula: 'tempo di conversazione per contatto con risposta; senza pausa e lavoro successivo',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti senza risposta, o senza durata registrata.',
    },
  },
  unit: 'seconds',
  better: 'neither',
  fact: 'contact_facts',
  anchor: 'arrived',
  anchors: ['answered'],
  additive: false,
  headline: ['mean', 'median'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure: ({ answered, talk_s }) => ({
    population: sql`(${answered} and ${talk_s} is not null)`,
    countedOut: {
      not_answered: sql`(not ${answered})`,
    },
    rest: 'not_recorded',
    value: talk_s,
  }),
  worked: {
    story: {
      en: 'Talks of 60, 120 and 300 s: mean 160 s, median 120 s.',
      it: 'Conversazioni di 60, 120 e 300 s: media 160 s, mediana 120 s.',
    },
    rows: [60, 120, 300, null].map((talk_s) => ({ answered: true, talk_s })),
    expect: [
      { stat: 'mean', value: 160, n: 3 },
      { stat: 'median', value: 120, n: 3 },
    ],
  },
});
