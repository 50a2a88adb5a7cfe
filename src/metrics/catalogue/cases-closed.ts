/** How many requests were closed. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const casesClosed = define({
  name: 'cases_closed',
  words: {
    en: {
      name: 'Cases closed',
      question: 'How many requests were closed?',
      formula: 'number of cases closed in the period',
      countedOut: 'Spam, test, merged and deleted cases.',
    },
    it: {
      name: 'Casi chiusi',
      question: 'Quante richieste sono state chiuse?',
      formula: 'numero di casi chiusi nel periodo',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati.',
    },
  },
  unit: 'count',
  better: 'neither',
  fact: 'case_facts',
  anchor: 'closed',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: ({ closed_at }) => ({ population: sql`(${closed_at} is not null)` }),
  worked: {
    story: {
      en: 'Two cases, one still open: one was closed.',
      it: 'Due casi, uno ancora aperto: uno chiuso.',
    },
    rows: [
      { opened_at: '2025-03-01T09:00:00Z', closed_at: '2025-03-02T09:00:00Z' },
      { opened_at: '2025-03-01T09:00:00Z' },
    ],
    expect: [{ stat: 'count', value: 1, n: 1 }],
  },
});
