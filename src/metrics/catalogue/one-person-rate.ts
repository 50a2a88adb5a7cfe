/** How many cases stayed with one person from start to end. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const onePersonRate = define({
  name: 'one_person_rate',
  words: {
    en: {
      name: 'One person from start to end',
      question: 'How many cases were served by one person only?',
      formula: 'resolved cases on which a single agent worked ÷ resolved cases',
      countedOut:
        'Spam, test, merged and deleted cases. Cases not resolved, and cases of which the agents are not known.',
    },
    it: {
      name: 'Una sola persona dall’inizio alla fine',
      question: 'Quanti casi sono stati seguiti da una sola persona?',
      formula: 'casi risolti seguiti da un solo operatore ÷ casi risolti',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi non risolti, e casi di cui non si conoscono gli operatori.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'case_facts',
  anchor: 'resolved',
  anchors: ['opened', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'plain share',
  measure: ({ resolved, agents }) => ({
    population: sql`(${resolved} and ${agents} > 0)`,
    countedOut: {
      not_resolved: sql`(not ${resolved})`,
    },
    rest: 'not_recorded',
    hit: sql`(${agents} = 1)`,
  }),
  worked: {
    story: {
      en: 'Three resolved cases with 1, 1 and 2 agents: 2 of 3.',
      it: 'Tre casi risolti con 1, 1 e 2 operatori: 2 su 3.',
    },
    rows: [1, 1, 2, null].map((agents) => ({ agents, resolved: true })),
    expect: [{ stat: 'share', value: 2 / 3, n: 3 }],
  },
});
