/** How many urgent requests had to wait while later, less urgent ones were answered. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const overtakenUrgent = define({
  name: 'overtaken_urgent',
  words: {
    en: {
      name: 'Overtaken urgent cases',
      question: 'How many urgent cases were answered after a later, less urgent one?',
      formula:
        'urgent cases during whose wait a less urgent case, asked later in the same team, was answered ÷ urgent cases; the sum is their number',
      countedOut: 'Spam, test, merged and deleted cases. Cases of which no answer can be known.',
    },
    it: {
      name: 'Casi urgenti superati',
      question: 'A quanti casi urgenti si è risposto dopo un caso più recente e meno urgente?',
      formula:
        'casi urgenti durante la cui attesa ha avuto risposta un caso meno urgente, arrivato dopo allo stesso gruppo ÷ casi urgenti; la somma è il loro numero',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si può conoscere la risposta.',
    },
  },
  unit: 'share',
  units: { sum: 'count' },
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['answered'],
  additive: false,
  headline: ['share', 'sum'],
  stats: ['share', 'sum'],
  smallest: twoPoints,
  rules: [],
  source: 'order of service within a queue',
  across: 'overtaken_at',
  measure({ priority, asked_at, responded, first_response_at }) {
    const urgent = sql`(coalesce(${priority} = 'urgent', false))`;
    const known = sql`(${asked_at} is not null and ${responded} is not null)`;
    const later = sql`(${first_response_at} is null or overtaken_at < ${first_response_at})`;
    const overtaken = sql`(overtaken_at is not null and ${later})`;
    return {
      population: sql`(${urgent} and ${known})`,
      countedOut: { not_urgent: sql`(not ${urgent})` },
      rest: 'not_recorded',
      hit: overtaken,
      value: sql`(case when ${overtaken} then 1 else 0 end)`,
    };
  },
  worked: {
    story: {
      en: 'An urgent case of 9:00 is answered at 12:00, a normal one of 10:00 at 11:00: overtaken. Another urgent one of 13:00 is answered at 13:05 before anything later: 1 of 2.',
      it: 'A un caso urgente delle 9 si risponde alle 12, a uno normale delle 10 alle 11: superato. A un altro urgente delle 13 si risponde alle 13:05, prima di ogni caso successivo: 1 su 2.',
    },
    rows: [
      { priority: 'urgent', asked_at: '2025-03-01T09:00:00Z', first_response_at: '2025-03-01T12:00:00Z' },
      { priority: 'normal', asked_at: '2025-03-01T10:00:00Z', first_response_at: '2025-03-01T11:00:00Z' },
      { priority: 'urgent', asked_at: '2025-03-01T13:00:00Z', first_response_at: '2025-03-01T13:05:00Z' },
      { priority: 'low', asked_at: '2025-03-01T14:00:00Z', first_response_at: '2025-03-01T15:00:00Z' },
    ].map((row) => ({ ...row, responded: true, opened_at: row.asked_at })),
    expect: [
      { stat: 'share', value: 1 / 2, n: 2 },
      { stat: 'sum', value: 1, n: 2 },
    ],
  },
});
