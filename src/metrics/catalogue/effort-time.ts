/** How much work a case took, where a source knows it. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const effortTime = define({
  name: 'effort_time',
  words: {
    en: {
      name: 'Working time per case',
      question: 'How much work does a case take?',
      formula: 'time worked on a case, as the source states it',
      countedOut: 'Spam, test, merged and deleted cases. Cases without a stated working time.',
    },
    it: {
      name: 'Tempo di lavoro per caso',
      question: 'Quanto lavoro richiede un caso?',
      formula: 'tempo lavorato sul caso, come dichiarato dalla fonte',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati. Casi senza tempo di lavoro dichiarato.',
    },
  },
  unit: 'seconds',
  better: 'neither',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['mean', 'median'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'as stated by the source',
  measure: ({ handle_s }) => ({
    population: sql`(${handle_s} is not null)`,
    rest: 'not_recorded',
    value: handle_s,
  }),
  worked: {
    story: { en: '10 and 20 minutes: mean 15 minutes.', it: '10 e 20 minuti: media 15 minuti.' },
    rows: [{ handle_s: 600 }, { handle_s: 1200 }, {}],
    expect: [
      { stat: 'mean', value: 900, n: 2 },
      { stat: 'sum', value: 1800, n: 2 },
    ],
  },
});
