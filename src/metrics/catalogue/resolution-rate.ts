/** How many of the requests that came in are solved. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const resolutionRate = define({
  name: 'resolution_rate',
  words: {
    en: {
      name: 'Resolution rate',
      question: 'How many of the requests that came in are solved?',
      formula: 'cases opened in the period that stand resolved ÷ cases opened in the period',
      countedOut:
        'Spam, test, merged and deleted cases. The youngest cases have had little time: a period just over looks worse than it will.',
    },
    it: {
      name: 'Tasso di risoluzione',
      question: 'Quante delle richieste arrivate sono risolte?',
      formula: 'casi aperti nel periodo e risolti ÷ casi aperti nel periodo',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. I casi più recenti hanno avuto poco tempo: un periodo appena finito sembra peggiore di come sarà.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['answered', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'plain share',
  measure: ({ resolved }) => ({
    population: sql`(${resolved} is not null)`,
    rest: 'not_recorded',
    hit: resolved,
  }),
  worked: {
    story: { en: 'Four cases, three resolved: 75 %.', it: 'Quattro casi, tre risolti: 75 %.' },
    rows: [true, true, true, false].map((resolved) => ({ resolved })),
    expect: [{ stat: 'share', value: 0.75, n: 4 }],
  },
});
