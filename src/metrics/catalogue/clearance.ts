/** Whether the team keeps up with what comes in. */
import { sql } from 'kysely';
import { define, points } from '../definition.ts';

export const clearance = define({
  name: 'clearance',
  words: {
    en: {
      name: 'Clearance',
      question: 'Does the team keep up with what comes in?',
      formula: 'cases resolved in the period ÷ cases opened in the period',
      countedOut: 'Spam, test, merged and deleted cases. Below 100 % the backlog grows.',
    },
    it: {
      name: 'Smaltimento',
      question: 'Si riesce a stare al passo con le richieste?',
      formula: 'casi risolti nel periodo ÷ casi aperti nel periodo',
      countedOut: "Casi spam, di prova, uniti ad altri o cancellati. Sotto il 100 % l'arretrato cresce.",
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'case_facts',
  anchor: 'opened',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: points(0.05),
  rules: [],
  source: 'ratio of two counts, one cluster a day',
  measure: ({ last_resolved_at }) => ({
    population: sql`true`,
    flow: { anchor: 'resolved', population: sql`(${last_resolved_at} is not null)` },
  }),
  worked: {
    story: {
      en: 'Four cases opened, three resolved: 75 %.',
      it: 'Quattro casi aperti, tre risolti: 75 %.',
    },
    rows: ['2025-03-02T09:00:00Z', '2025-03-02T10:00:00Z', '2025-03-03T09:00:00Z', null].map(
      (last_resolved_at) => ({ opened_at: '2025-03-01T09:00:00Z', last_resolved_at }),
    ),
    expect: [{ stat: 'mean', value: 0.75, n: 4 }],
  },
});
