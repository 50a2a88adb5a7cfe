/** How often a case changes hands. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const reassignments = define({
  name: 'reassignments',
  words: {
    en: {
      name: 'Reassignments',
      question: 'How often does a case change hands?',
      formula: 'changes of owner or team after the first ÷ cases',
      countedOut: 'Spam, test, merged and deleted cases. Cases of which the changes are not known.',
    },
    it: {
      name: 'Riassegnazioni',
      question: 'Quante volte un caso passa di mano?',
      formula: 'cambi di titolare o di gruppo dopo il primo ÷ casi',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si conoscono i passaggi.',
    },
  },
  unit: 'per_case',
  units: { share: 'share', sum: 'count', max: 'count' },
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['mean'],
  stats: ['mean', 'share', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'plain mean',
  measure: ({ reassignments }) => ({
    population: sql`(${reassignments} is not null)`,
    rest: 'not_recorded',
    value: reassignments,
    hit: sql`(${reassignments} > 0)`,
  }),
  worked: {
    story: {
      en: 'Changes 0, 0, 1 and 3: one a case, half the cases at least once.',
      it: 'Passaggi 0, 0, 1 e 3: uno per caso, metà dei casi almeno una volta.',
    },
    rows: [0, 0, 1, 3, null].map((reassignments) => ({ reassignments })),
    expect: [
      { stat: 'mean', value: 1, n: 4 },
      { stat: 'share', value: 0.5, n: 4 },
      { stat: 'sum', value: 4, n: 4 },
    ],
  },
});
