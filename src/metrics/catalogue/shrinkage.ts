/** How much of the paid time is not there for customers. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const shrinkage = define({
  name: 'shrinkage',
  words: {
    en: {
      name: 'Shrinkage',
      question: 'How much of the paid time is not there for customers?',
      formula: 'paid time in which the agent was neither available, talking nor wrapping up ÷ paid time',
      countedOut:
        'Time planned as away, which is not paid. Days without a shift, and days on which the source recorded no states. Overtime is not in the shift and counts on neither side.',
    },
    it: {
      name: 'Tempo pagato non disponibile (shrinkage)',
      question: 'Quanta parte del tempo pagato non è a disposizione dei clienti?',
      formula:
        "tempo pagato in cui l'operatore non era né disponibile, né in conversazione, né al lavoro successivo ÷ tempo pagato",
      countedOut:
        'Tempo pianificato come lontano dalla postazione, che non è pagato. Giornate senza turno, o in cui la fonte non ha registrato stati. Lo straordinario non conta da nessuna parte.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'presence_facts',
  anchor: 'worked',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: twoPoints,
  rules: [],
  source: 'COPC CX Standard; ratio of sums, one cluster a day',
  measure: ({ day, paid_s, served_s }) => ({
    population: sql`(${paid_s} > 0 and ${served_s} is not null)`,
    countedOut: {
      no_shifts: sql`(${paid_s} is null)`,
      no_states: sql`(${paid_s} > 0 and ${served_s} is null)`,
    },
    rest: 'nothing_planned',
    per: { cluster: day, top: sql`(${paid_s} - ${served_s})`, bottom: paid_s },
  }),
  worked: {
    story: {
      en: 'Of two paid days of 8 h one was served for 6 h; on the other the agent was ill: 10 of 16 hours.',
      it: "Di due giornate pagate di 8 h una è stata di servizio per 6 h; nell'altra malattia: 10 ore su 16.",
    },
    rows: [
      { day: '2025-03-03', paid_s: 28_800, served_s: 21_600 },
      { day: '2025-03-04', paid_s: 28_800, served_s: 0 },
    ],
    expect: [{ stat: 'mean', value: 0.625, n: 2 }],
  },
});
