/** How long callers were put on hold, of those who were. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const holdTime = define({
  name: 'hold_time',
  words: {
    en: {
      name: 'Hold time of those held',
      question: 'How long were callers put on hold?',
      formula: 'time on hold per contact that was held',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts never put on hold.',
    },
    it: {
      name: 'Tempo in pausa di chi è stato messo in pausa',
      question: 'Quanto sono rimasti in pausa i chiamanti?',
      formula: 'tempo in pausa per contatto messo in pausa',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti mai messi in pausa.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['mean', 'median'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure: ({ answered, hold_s }) => ({
    population: sql`(${answered} and coalesce(${hold_s}, 0) > 0)`,
    countedOut: {
      not_answered: sql`(not ${answered})`,
      not_held: sql`(${answered} and ${hold_s} <= 0)`,
    },
    rest: 'not_recorded',
    value: hold_s,
  }),
  worked: {
    story: {
      en: 'Held 0, 30 and 90 s: two were held, mean 60 s.',
      it: 'In pausa 0, 30 e 90 s: due messi in pausa, media 60 s.',
    },
    rows: [0, 30, 90].map((hold_s) => ({ answered: true, hold_s })),
    expect: [{ stat: 'mean', value: 60, n: 2 }],
  },
});
