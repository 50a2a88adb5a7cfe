/** How often a case goes from one team to another. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const teamHandovers = define({
  name: 'team_handovers',
  words: {
    en: {
      name: 'Team hand-overs',
      question: 'How often does a case go from one team to another?',
      formula: 'changes of team after the first ÷ cases',
      countedOut: 'Spam, test, merged and deleted cases. Cases of which the teams are not known.',
    },
    it: {
      name: 'Passaggi tra gruppi',
      question: 'Quante volte un caso passa da un gruppo a un altro?',
      formula: 'cambi di gruppo dopo il primo ÷ casi',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si conoscono i gruppi.',
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
  measure: ({ team_handovers }) => ({
    population: sql`(${team_handovers} is not null)`,
    rest: 'not_recorded',
    value: team_handovers,
    hit: sql`(${team_handovers} > 0)`,
  }),
  worked: {
    story: {
      en: 'Hand-overs 0, 0, 0 and 2: a half a case, a quarter of the cases.',
      it: 'Passaggi 0, 0, 0 e 2: mezzo per caso, un quarto dei casi.',
    },
    rows: [0, 0, 0, 2].map((team_handovers) => ({ team_handovers })),
    expect: [
      { stat: 'mean', value: 0.5, n: 4 },
      { stat: 'share', value: 0.25, n: 4 },
    ],
  },
});
