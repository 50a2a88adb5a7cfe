/** How long people waited who had to wait. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const waitTime = define({
  name: 'wait_time',
  words: {
    en: {
      name: 'Wait of those who waited',
      question: 'How long did people wait who had to wait?',
      formula: 'wait of contacts that waited more than 0 s, answered or not',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that did not wait.',
    },
    it: {
      name: 'Attesa di chi ha atteso',
      question: 'Quanto ha atteso chi ha dovuto attendere?',
      formula: 'attesa dei contatti che hanno atteso più di 0 s, con o senza risposta',
      countedOut: 'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti senza attesa.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['mean', 'median'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure: ({ wait_s }) => ({
    population: sql`(coalesce(${wait_s}, 0) > 0)`,
    rest: 'did_not_wait',
    value: wait_s,
  }),
  worked: {
    story: {
      en: 'Waits of 0, 10 and 50 s: two waited, mean 30 s.',
      it: 'Attese di 0, 10 e 50 s: due hanno atteso, media 30 s.',
    },
    rows: [{ wait_s: 0 }, { wait_s: 10 }, { wait_s: 50 }],
    expect: [
      { stat: 'mean', value: 30, n: 2 },
      { stat: 'max', value: 50, n: 2 },
    ],
  },
});
