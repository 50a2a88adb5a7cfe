/** How often was a case solved within the agreed time. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const slaResolutionMet = define({
  name: 'sla_resolution_met',
  words: {
    en: {
      name: 'Resolution within the agreement',
      question: 'How often was a case solved within the agreed time?',
      formula: 'targets met ÷ targets met or missed; a case still running past its target has missed it',
      countedOut:
        'Spam, test, merged and deleted cases. Cases without a target, and cases still running within their target.',
    },
    it: {
      name: 'Risoluzione entro gli accordi',
      question: 'Quante volte un caso è stato risolto nei tempi concordati?',
      formula:
        'obiettivi rispettati ÷ obiettivi rispettati o mancati; un caso ancora in corso oltre il limite lo ha mancato',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi senza obiettivo, e casi ancora in corso entro il limite.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'ITIL 4 service level management',
  measure: ({ sla_resolution }) => ({
    population: sql`(${sla_resolution} in ('met', 'missed'))`,
    countedOut: {
      running: sql`(${sla_resolution} = 'running')`,
    },
    rest: 'no_target',
    hit: sql`(${sla_resolution} = 'met')`,
  }),
  worked: {
    story: {
      en: 'Met, met, missed, and one still running: 2 of 3.',
      it: 'Rispettato, rispettato, mancato e uno in corso: 2 su 3.',
    },
    rows: ['met', 'met', 'missed', 'running', null].map((sla_resolution) => ({ sla_resolution })),
    expect: [{ stat: 'share', value: 2 / 3, n: 3 }],
  },
});
