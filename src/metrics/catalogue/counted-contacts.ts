/** How many contacts there were, where they arrive already counted. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const countedContacts = define({
  name: 'counted_contacts',
  words: {
    en: {
      name: 'Contacts offered, as counted by the source',
      question: 'How many contacts do the counts of the source tell of?',
      formula: 'sum of the contacts offered, of counts that begin in the period',
      countedOut:
        'Counts without a number of contacts offered. No contact stands behind them that could be opened.',
    },
    it: {
      name: 'Contatti offerti, contati dalla fonte',
      question: 'Quanti contatti risultano dai conteggi della fonte?',
      formula: 'somma dei contatti offerti, nei conteggi che iniziano nel periodo',
      countedOut: 'Conteggi senza numero di contatti offerti. Dietro non ci sono contatti da aprire.',
    },
  },
  unit: 'count',
  better: 'neither',
  fact: 'volume_facts',
  anchor: 'began',
  additive: true,
  headline: ['sum'],
  stats: ['sum'],
  smallest: tenth,
  rules: [],
  source: 'plain sum',
  measure: ({ offered }) => ({
    population: sql`(${offered} is not null)`,
    rest: 'not_recorded',
    value: offered,
  }),
  worked: {
    story: { en: 'Two half hours with 12 and 30 calls: 42.', it: 'Due mezz’ore con 12 e 30 chiamate: 42.' },
    rows: [{ offered: 12 }, { offered: 30 }, {}].map((row) => ({ ...row, from: '2025-03-03T09:00:00Z' })),
    expect: [{ stat: 'sum', value: 42, n: 2 }],
  },
});
