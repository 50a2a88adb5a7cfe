/** How many requests were solved. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const casesResolved = define({
  name: 'cases_resolved',
  words: {
    en: {
      name: 'Cases resolved',
      question: 'How many requests were solved?',
      formula: 'number of cases whose last resolution fell in the period',
      countedOut:
        'Spam, test, merged and deleted cases. A case that was reopened counts when it is resolved for good.',
    },
    it: {
      name: 'Casi risolti',
      question: 'Quante richieste sono state risolte?',
      formula: 'numero di casi la cui ultima risoluzione cade nel periodo',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Un caso riaperto conta quando è risolto definitivamente.',
    },
  },
  unit: 'count',
  better: 'up',
  fact: 'case_facts',
  anchor: 'resolved',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: ({ last_resolved_at }) => ({ population: sql`(${last_resolved_at} is not null)` }),
  worked: {
    story: {
      en: 'Two cases, one still open: one was resolved.',
      it: 'Due casi, uno ancora aperto: uno risolto.',
    },
    rows: [
      { opened_at: '2025-03-01T09:00:00Z', last_resolved_at: '2025-03-02T09:00:00Z' },
      { opened_at: '2025-03-01T09:00:00Z' },
    ],
    expect: [{ stat: 'count', value: 1, n: 1 }],
  },
});
