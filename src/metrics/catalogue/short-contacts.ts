/** How many answered contacts were over at once: a line that drops, a wrong number, or somebody who hangs up to rest. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';

export const shortContacts = define({
  name: 'short_contacts',
  words: {
    en: {
      name: 'Short contacts',
      question: 'How many answered contacts were over at once?',
      formula:
        'contacts that talked for less than the limit ÷ answered contacts with a recorded talking time',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that nobody answered, and those whose talking time is not recorded.',
    },
    it: {
      name: 'Contatti brevissimi',
      question: 'Quanti contatti con risposta sono finiti subito?',
      formula:
        'contatti con conversazione sotto il limite ÷ contatti con risposta e durata registrata della conversazione',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti senza risposta, o senza durata registrata.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  anchors: ['answered'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [{ token: 'short_contacts.under', default: '10 s' }],
  source:
    'Mandelbaum, Sakov, Zeltyn (2000), Empirical Analysis of a Call Center: calls under ten seconds by agent',
  measure: ({ answered, talk_s }, rules) => ({
    population: sql`(${answered} and ${talk_s} is not null)`,
    countedOut: { not_answered: sql`(not ${answered})` },
    rest: 'not_recorded',
    hit: sql`(${talk_s} < ${secondsOf(rules, 'short_contacts.under')})`,
  }),
  worked: {
    story: {
      en: 'Talks of 3, 9, 10 and 200 s, one not recorded, one call not answered: 2 of 4.',
      it: 'Conversazioni di 3, 9, 10 e 200 s, una senza durata, una chiamata senza risposta: 2 su 4.',
    },
    rows: [
      ...[3, 9, 10, 200, null].map((talk_s) => ({ answered: true, talk_s })),
      { answered: false, talk_s: null },
    ],
    expect: [
      { stat: 'share', value: 2 / 4, n: 4 },
      { stat: 'share', value: 1 / 4, n: 4, rules: { 'short_contacts.under': '5 s' } },
    ],
  },
});
