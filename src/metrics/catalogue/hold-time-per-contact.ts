/** How much hold time there is in an average answered contact. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const holdTimePerContact = define({
  name: 'hold_time_per_contact',
  words: {
    en: {
      name: 'Hold time per contact',
      question: 'How much hold time is there in an average contact?',
      formula: 'time on hold ÷ answered contacts, no hold counts as 0',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts whose hold time is not recorded.',
    },
    it: {
      name: 'Tempo in pausa per contatto',
      question: "Quanta pausa c'è in un contatto medio?",
      formula: 'tempo in pausa ÷ contatti con risposta; nessuna pausa vale 0',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti di cui non si registra la pausa.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['mean'],
  stats: ['mean', 'median', 'p90', 'p95', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure: ({ answered, hold_s }) => ({
    population: sql`(${answered} and ${hold_s} is not null)`,
    countedOut: {
      not_answered: sql`(not ${answered})`,
    },
    rest: 'not_recorded',
    value: hold_s,
  }),
  worked: {
    story: { en: 'Held 0, 30 and 90 s: 40 s a contact.', it: 'In pausa 0, 30 e 90 s: 40 s per contatto.' },
    rows: [0, 30, 90].map((hold_s) => ({ answered: true, hold_s })),
    expect: [{ stat: 'mean', value: 40, n: 3 }],
  },
});
