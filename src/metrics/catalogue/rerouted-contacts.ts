/** How many contacts were passed on. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const reroutedContacts = define({
  name: 'rerouted_contacts',
  words: {
    en: {
      name: 'Contacts passed on',
      question: 'How many contacts were passed on to someone else?',
      formula: 'answered contacts that were transferred ÷ answered contacts; the sum is their number',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that nobody answered, and those of a source that never tells of a transfer: there it is unknown, not 0 %.',
    },
    it: {
      name: 'Contatti inoltrati',
      question: 'Quanti contatti sono stati passati a qualcun altro?',
      formula: 'contatti con risposta e poi trasferiti ÷ contatti con risposta; la somma è il loro numero',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti senza risposta, e quelli di una fonte che non registra mai trasferimenti: lì il dato è ignoto, non 0 %.',
    },
  },
  unit: 'share',
  units: { sum: 'count' },
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['share'],
  stats: ['share', 'sum'],
  smallest: twoPoints,
  rules: [],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure: ({ answered, transferred }) => ({
    population: sql`(${answered} and ${transferred} is not null)`,
    countedOut: {
      not_answered: sql`(not ${answered})`,
    },
    rest: 'not_recorded',
    hit: transferred,
    value: sql`(case when ${transferred} then 1 else 0 end)`,
  }),
  worked: {
    story: {
      en: 'Five calls, four answered, one passed on: 1 of 4.',
      it: 'Cinque chiamate, quattro con risposta, una inoltrata: 1 su 4.',
    },
    rows: [
      { answered: true, transferred: true },
      ...Array.from({ length: 3 }, () => ({ answered: true, transferred: false })),
      { answered: false, transferred: false },
    ],
    expect: [
      { stat: 'share', value: 0.25, n: 4 },
      { stat: 'sum', value: 1, n: 4 },
    ],
  },
});
