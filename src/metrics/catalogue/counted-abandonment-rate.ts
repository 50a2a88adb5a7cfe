/** How many gave up waiting, where contacts arrive already counted. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const countedAbandonmentRate = define({
  name: 'counted_abandonment_rate',
  words: {
    en: {
      name: 'Abandonment, as counted by the source',
      question: 'How many gave up waiting, by the counts of the source?',
      formula: 'contacts abandoned ÷ contacts offered, both summed',
      countedOut:
        'Counts without either number. Which contacts the source calls offered or abandoned is its own rule.',
    },
    it: {
      name: 'Abbandoni, contati dalla fonte',
      question: 'Quanti hanno rinunciato ad attendere, secondo i conteggi della fonte?',
      formula: 'contatti abbandonati ÷ contatti offerti, entrambi sommati',
      countedOut:
        'Conteggi in cui manca uno dei due numeri. Che cosa la fonte chiami offerto o abbandonato è una sua regola.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'volume_facts',
  anchor: 'began',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: twoPoints,
  rules: [],
  source: 'ratio of sums, one cluster a day',
  measure: ({ day, offered, abandoned }) => ({
    population: sql`(${offered} > 0 and ${abandoned} is not null)`,
    rest: 'not_recorded',
    per: { cluster: day, top: abandoned, bottom: offered },
  }),
  worked: {
    story: {
      en: '3 of 12 and 6 of 24 gave up on two days: 25 %.',
      it: 'Hanno rinunciato 3 su 12 e 6 su 24 in due giorni: 25 %.',
    },
    rows: [
      { day: '2025-03-03', offered: 12, abandoned: 3 },
      { day: '2025-03-04', offered: 24, abandoned: 6 },
    ].map((row) => ({ ...row, from: `${row.day}T09:00:00Z` })),
    expect: [{ stat: 'mean', value: 0.25, n: 2 }],
  },
});
