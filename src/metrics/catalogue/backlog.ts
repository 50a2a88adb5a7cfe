/** How many requests are waiting at the end of the period. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const backlog = define({
  name: 'backlog',
  words: {
    en: {
      name: 'Backlog',
      question: 'How many cases are open at the end of the period?',
      formula: 'cases opened before the end and not resolved before it',
      countedOut:
        'Spam, test, merged and deleted cases. A case that was resolved and later reopened counts as open all along.',
    },
    it: {
      name: 'Arretrato',
      question: 'Quanti casi sono aperti alla fine del periodo?',
      formula: 'casi aperti prima della fine e non ancora risolti',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Un caso risolto e poi riaperto conta come sempre aperto.',
    },
  },
  unit: 'count',
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count at an instant',
  stock: { since: 'opened_at', until: ['last_resolved_at', 'closed_at'] },
  measure: () => ({ population: sql`true` }),
  worked: {
    story: {
      en: 'On the evening of 5 March: one resolved on the 2nd, one open since the 1st, one closed without a resolution: 1 is open.',
      it: 'La sera del 5 marzo: uno risolto il 2, uno aperto dal 1, uno chiuso senza risoluzione: 1 aperto.',
    },
    rows: [
      { opened_at: '2025-03-01T09:00:00Z', last_resolved_at: '2025-03-02T09:00:00Z' },
      { opened_at: '2025-03-01T09:00:00Z' },
      { opened_at: '2025-03-05T09:00:00Z', closed_at: '2025-03-05T10:00:00Z' },
    ],
    expect: [{ stat: 'count', value: 1, n: 1 }],
  },
});
