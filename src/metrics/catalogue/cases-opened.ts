/** How many requests came in. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const casesOpened = define({
  name: 'cases_opened',
  words: {
    en: {
      name: 'Cases opened',
      question: 'How many requests came in?',
      formula: 'number of cases opened in the period',
      countedOut: 'Spam, test, merged and deleted cases.',
    },
    it: {
      name: 'Casi aperti',
      question: 'Quante richieste sono arrivate?',
      formula: 'numero di casi aperti nel periodo',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati.',
    },
  },
  unit: 'count',
  better: 'neither',
  fact: 'case_facts',
  anchor: 'opened',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: () => ({ population: sql`true` }),
  worked: {
    story: { en: 'Three cases, one of them spam: two were opened.', it: 'Tre casi, uno è spam: due aperti.' },
    rows: [
      { opened_at: '2025-03-01T09:00:00Z' },
      { opened_at: '2025-03-02T09:00:00Z' },
      { opened_at: '2025-03-02T10:00:00Z', left_out: 'spam' },
    ],
    expect: [{ stat: 'count', value: 2, n: 2 }],
  },
});
