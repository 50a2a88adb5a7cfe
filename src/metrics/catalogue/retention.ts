/** How many customers stay. */
import { sql } from 'kysely';
import { define, points } from '../definition.ts';

export const retention = define({
  name: 'retention',
  words: {
    en: {
      name: 'Monthly retention',
      question: 'How many of those who are customers as a month begins still are as it ends?',
      formula:
        'customers who are still there at the end of the month ÷ customers as it began, month by month',
      countedOut:
        'Customers who came within the month. Months that are not over. Sources that never say who left: there nobody is known to have stayed.',
    },
    it: {
      name: 'Fedeltà mensile',
      question: "Quanti clienti all'inizio del mese lo sono ancora alla fine?",
      formula: "clienti ancora presenti a fine mese ÷ clienti all'inizio del mese, mese per mese",
      countedOut:
        'Clienti arrivati nel corso del mese. Mesi non conclusi. Fonti che non dicono mai chi se n’è andato: lì non si sa chi è rimasto.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'customer_facts',
  anchor: 'month',
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: points(0.005),
  rules: [],
  source: 'discrete-time survival, one month a step',
  measure: ({ stayed, month_ends }, _, { through }) => ({
    population: sql`(${stayed} is not null)`,
    countedOut: { too_early: sql`(${stayed} is null and ${month_ends} > ${through})` },
    rest: 'leaving_not_recorded',
    hit: stayed,
  }),
  worked: {
    story: {
      en: 'Of three customers one leaves in March; April is not over: 2 of 3.',
      it: 'Di tre clienti uno se ne va a marzo; aprile non è concluso: 2 su 3.',
    },
    rows: [
      ...[true, true, false].map((stayed) => ({
        stayed,
        month_begins: '2025-03-01T00:00:00Z',
        month_ends: '2025-04-01T00:00:00Z',
      })),
      { month_begins: '2025-04-01T00:00:00Z', month_ends: '2025-05-01T00:00:00Z' },
    ],
    dataThrough: '2025-04-10T00:00:00Z',
    expect: [{ stat: 'share', value: 2 / 3, n: 3 }],
  },
});
