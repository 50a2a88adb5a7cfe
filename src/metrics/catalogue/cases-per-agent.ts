/** How many cases an agent solves. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const casesPerAgent = define({
  name: 'cases_per_agent',
  words: {
    en: {
      name: 'Cases per agent',
      question: 'How many cases does an agent solve?',
      formula: 'resolved cases ÷ agents who resolved any',
      countedOut:
        'Spam, test, merged and deleted cases. Cases of which nobody is known to have resolved them.',
    },
    it: {
      name: 'Casi per operatore',
      question: 'Quanti casi risolve un operatore?',
      formula: 'casi risolti ÷ operatori che ne hanno risolti',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si sa chi li ha risolti.',
    },
  },
  unit: 'per_agent',
  units: { count: 'count' },
  better: 'neither',
  fact: 'case_facts',
  anchor: 'resolved',
  anchors: ['closed'],
  additive: false,
  headline: ['mean', 'count'],
  stats: ['mean', 'count'],
  smallest: tenth,
  rules: [],
  source: 'ratio of counts, one cluster an agent',
  measure: ({ last_resolved_at, resolver_id }) => ({
    population: sql`(${last_resolved_at} is not null and ${resolver_id} is not null)`,
    countedOut: { no_agent_known: sql`(${last_resolved_at} is not null and ${resolver_id} is null)` },
    per: { cluster: resolver_id, top: 'rows', bottom: 'cluster' },
  }),
  worked: {
    story: { en: 'Anna solves three, Otto one: 2 each.', it: 'Anna ne risolve tre, Otto uno: 2 a testa.' },
    rows: ['anna', 'anna', 'anna', 'otto', null].map((resolver_id) => ({
      resolver_id,
      last_resolved_at: '2025-03-01T09:00:00Z',
    })),
    expect: [{ stat: 'mean', value: 2, n: 2 }],
  },
});
