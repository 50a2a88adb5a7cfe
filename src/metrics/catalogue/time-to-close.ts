/** How long a request stays on the books. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const timeToClose = define({
  name: 'time_to_close',
  words: {
    en: {
      name: 'Time to close',
      question: 'How long does a case stay on the books?',
      formula: 'time from opening to closing, of the cases that were closed',
      countedOut: 'Spam, test, merged and deleted cases. Cases not closed yet.',
    },
    it: {
      name: 'Tempo di chiusura',
      question: 'Quanto resta aperta una pratica?',
      formula: "tempo dall'apertura alla chiusura, sui casi chiusi",
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati. Casi non ancora chiusi.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['closed', 'resolved'],
  additive: false,
  headline: ['median', 'p90'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'plain durations; "handle time" of case reports',
  measure: ({ close_s }) => ({
    population: sql`(${close_s} is not null)`,
    rest: 'not_closed',
    value: close_s,
  }),
  worked: {
    story: {
      en: 'Closed after 1 and 3 hours, one open: median 2 hours.',
      it: 'Chiusi dopo 1 e 3 ore, uno aperto: mediana 2 ore.',
    },
    rows: [{ close_s: 3600 }, { close_s: 10_800 }, {}],
    expect: [{ stat: 'median', value: 7200, n: 2 }],
  },
});
