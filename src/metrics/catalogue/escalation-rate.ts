/** How many requests had to be escalated. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const escalationRate = define({
  name: 'escalation_rate',
  words: {
    en: {
      name: 'Escalation rate',
      question: 'How many cases had to be escalated?',
      formula: 'cases escalated at least once ÷ cases',
      countedOut:
        'Spam, test, merged and deleted cases. Cases of a source that never tells of an escalation: there it is unknown, not 0 %.',
    },
    it: {
      name: 'Tasso di escalation',
      question: 'Quanti casi hanno richiesto un’escalation?',
      formula: 'casi con almeno un’escalation ÷ casi',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi di una fonte che non registra mai escalation: lì il dato è ignoto, non 0 %.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'plain share',
  measure: ({ escalated }) => ({
    population: sql`(${escalated} is not null)`,
    rest: 'not_recorded',
    hit: escalated,
  }),
  worked: {
    story: { en: 'Four cases, one escalated: 25 %.', it: 'Quattro casi, uno con escalation: 25 %.' },
    rows: [false, false, false, true, null].map((escalated) => ({ escalated })),
    expect: [{ stat: 'share', value: 0.25, n: 4 }],
  },
});
