/** How many solved requests came back to life. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const reopenRate = define({
  name: 'reopen_rate',
  words: {
    en: {
      name: 'Reopen rate',
      question: 'How many solved requests were reopened?',
      formula: 'cases reopened at least once ÷ cases that were resolved at least once',
      countedOut:
        'Spam, test, merged and deleted cases. Cases never resolved, and cases of which reopenings are not known.',
    },
    it: {
      name: 'Tasso di riapertura',
      question: 'Quante richieste risolte sono state riaperte?',
      formula: 'casi riaperti almeno una volta ÷ casi risolti almeno una volta',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi mai risolti, e casi di cui non si conoscono le riaperture.',
    },
  },
  unit: 'share',
  units: { sum: 'count', mean: 'per_case' },
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share', 'sum', 'mean'],
  smallest: twoPoints,
  rules: [],
  source: 'HDI; plain share',
  measure({ reopens, first_resolved_at, closed_at }) {
    const finished = sql`(${first_resolved_at} is not null or ${closed_at} is not null or ${reopens} > 0)`;
    return {
      population: sql`(${reopens} is not null and ${finished})`,
      countedOut: {
        not_recorded: sql`(${reopens} is null)`,
      },
      rest: 'not_resolved',
      hit: sql`(${reopens} > 0)`,
      value: reopens,
    };
  },
  worked: {
    story: {
      en: 'Four resolved cases, one reopened twice, and one case never resolved: 1 of 4, two times.',
      it: 'Quattro casi risolti, uno riaperto due volte, e uno mai risolto: 1 su 4, due volte.',
    },
    rows: [
      ...[0, 0, 0, 2].map((reopens) => ({ reopens, first_resolved_at: '2025-03-02T09:00:00Z' })),
      { reopens: 0 },
    ],
    expect: [
      { stat: 'share', value: 0.25, n: 4 },
      { stat: 'sum', value: 2, n: 4 },
    ],
  },
});
