/** How long the open requests have been waiting. */
import { define, tenth } from '../definition.ts';
import { stillOpen } from './still-open.ts';

export const backlogAge = define({
  name: 'backlog_age',
  words: {
    en: {
      name: 'Age of the backlog',
      question: 'How long have the open cases been waiting?',
      formula:
        'time since opening, of the cases open at the end of the period; the largest is the oldest case',
      countedOut: 'Spam, test, merged and deleted cases.',
    },
    it: {
      name: 'Età dell’arretrato',
      question: 'Da quanto attendono i casi aperti?',
      formula: 'tempo dall’apertura, dei casi aperti alla fine del periodo; il massimo è il caso più vecchio',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'stages',
  anchor: 'opened',
  additive: false,
  headline: ['median', 'max'],
  stats: ['median', 'p75', 'p90', 'p95', 'mean', 'max'],
  smallest: tenth,
  rules: [],
  source: 'plain durations at an instant',
  stock: { since: 'from', until: 'to' },
  measure: ({ opened_at, status }, _rules, { fn, at }) => ({
    population: stillOpen(status),
    value: fn.secondsBetween(opened_at, at),
  }),
  worked: {
    story: {
      en: 'Open at the end of 5 March: since midnight of the 5th, the 4th and the 1st: 1, 2 and 5 days; median 2, oldest 5.',
      it: 'Aperti alla fine del 5 marzo: dalla mezzanotte del 5, del 4 e del 1: 1, 2 e 5 giorni; mediana 2, il più vecchio 5.',
    },
    rows: ['05', '04', '01'].map((day) => ({
      opened_at: `2025-03-${day}T00:00:00Z`,
      from: `2025-03-${day}T00:00:00Z`,
      status: 'open',
    })),
    expect: [
      { stat: 'median', value: 2 * 86_400, n: 3 },
      { stat: 'max', value: 5 * 86_400, n: 3 },
    ],
  },
});
