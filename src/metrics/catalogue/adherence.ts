/** How closely the day went as it was planned. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const adherence = define({
  name: 'adherence',
  words: {
    en: {
      name: 'Schedule adherence',
      question: 'How much of the planned time was spent as planned?',
      formula:
        'planned time in which the agent did what was planned ÷ planned time; available, talking and wrapping up are all work, and away may be the break',
      countedOut:
        'Planned absences and unpaid time: nobody can keep to them. Days without a shift, and days on which the source recorded no states. What is planned beyond the end of the data.',
    },
    it: {
      name: 'Aderenza ai turni',
      question: 'Quanta parte del tempo pianificato è andata come previsto?',
      formula:
        "tempo pianificato in cui l'operatore ha fatto quanto previsto ÷ tempo pianificato; disponibile, in conversazione e lavoro successivo valgono tutti come lavoro",
      countedOut:
        'Assenze previste e tempo non pagato. Giornate senza turno, o in cui la fonte non ha registrato stati. Quanto è previsto oltre la fine dei dati.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'presence_facts',
  anchor: 'worked',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: twoPoints,
  rules: [],
  source: 'COPC CX Standard; ratio of sums, one cluster a day',
  measure: ({ day, planned_s, adhered_s }) => ({
    population: sql`(${planned_s} > 0 and ${adhered_s} is not null)`,
    countedOut: {
      no_shifts: sql`(${planned_s} is null)`,
      no_states: sql`(${planned_s} > 0 and ${adhered_s} is null)`,
    },
    rest: 'nothing_planned',
    per: { cluster: day, top: adhered_s, bottom: planned_s },
  }),
  worked: {
    story: {
      en: 'Two shifts of 8 h, kept for 7 h and for 7.8 h: 14.8 of 16 hours; a third day has no shift.',
      it: 'Due turni di 8 h, rispettati per 7 h e per 7,8 h: 14,8 ore su 16; il terzo giorno è senza turno.',
    },
    rows: [
      { day: '2025-03-03', planned_s: 28_800, adhered_s: 25_200 },
      { day: '2025-03-04', planned_s: 28_800, adhered_s: 28_080 },
      { day: '2025-03-05', available_s: 3600 },
    ],
    expect: [{ stat: 'mean', value: 0.925, n: 2 }],
  },
});
