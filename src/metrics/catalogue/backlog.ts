/** How many requests are waiting at the end of the period. */
import { define, tenth } from '../definition.ts';
import { stillOpen } from './still-open.ts';

const first = '2025-03-01T09:00:00Z';
const second = '2025-03-02T09:00:00Z';

export const backlog = define({
  name: 'backlog',
  words: {
    en: {
      name: 'Backlog',
      question: 'How many cases are open at the end of the period?',
      formula: 'cases that at the end of the period are neither resolved nor closed',
      countedOut:
        'Spam, test, merged and deleted cases. A case that was resolved and later reopened does not count in between.',
    },
    it: {
      name: 'Arretrato',
      question: 'Quanti casi sono aperti alla fine del periodo?',
      formula: 'casi che alla fine del periodo non sono né risolti né chiusi',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Un caso risolto e poi riaperto non conta nel frattempo.',
    },
  },
  unit: 'count',
  better: 'down',
  fact: 'stages',
  anchor: 'opened',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count at an instant',
  stock: { since: 'from', until: 'to' },
  measure: ({ status }) => ({ population: stillOpen(status) }),
  worked: {
    story: {
      en: 'On the evening of 5 March: one resolved on the 2nd, one resolved then and reopened on the 4th, one open since the 1st: 2 are open.',
      it: 'La sera del 5 marzo: uno risolto il 2, uno risolto allora e riaperto il 4, uno aperto dal 1: 2 aperti.',
    },
    rows: [
      { case_id: 'a', opened_at: first, from: first, to: second, status: 'open' },
      { case_id: 'a', opened_at: first, from: second, status: 'resolved' },
      { case_id: 'b', opened_at: first, from: first, to: second, status: 'open' },
      { case_id: 'b', opened_at: first, from: second, to: '2025-03-04T09:00:00Z', status: 'resolved' },
      { case_id: 'b', opened_at: first, from: '2025-03-04T09:00:00Z', status: 'open' },
      { case_id: 'c', opened_at: first, from: first, status: 'pending' },
    ],
    dataThrough: '2025-03-05T12:00:00Z',
    expect: [{ stat: 'count', value: 2, n: 2 }],
  },
});
