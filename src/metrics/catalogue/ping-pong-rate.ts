/** How many cases go back to a team that had them before. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const pingPongRate = define({
  name: 'ping_pong_rate',
  words: {
    en: {
      name: 'Ping-pong rate',
      question: 'How many cases go back to a team that had them before?',
      formula: 'cases handed back to an earlier team ÷ cases',
      countedOut: 'Spam, test, merged and deleted cases. Cases of which the teams are not known.',
    },
    it: {
      name: 'Tasso di ping-pong',
      question: 'Quanti casi tornano a un gruppo che li aveva già avuti?',
      formula: 'casi tornati a un gruppo precedente ÷ casi',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si conoscono i gruppi.',
    },
  },
  unit: 'share',
  units: { sum: 'count' },
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share', 'sum'],
  smallest: twoPoints,
  rules: [],
  source: 'plain share',
  measure: ({ returned }) => ({
    population: sql`(${returned} is not null)`,
    rest: 'not_recorded',
    value: returned,
    hit: sql`(${returned} > 0)`,
  }),
  worked: {
    story: { en: 'Four cases, one went back once: 25 %.', it: 'Quattro casi, uno è tornato indietro: 25 %.' },
    rows: [0, 0, 0, 1].map((returned) => ({ returned })),
    expect: [{ stat: 'share', value: 0.25, n: 4 }],
  },
});
