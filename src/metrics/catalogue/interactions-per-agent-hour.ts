/** How many contacts an agent takes in an hour at the desk. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { signedIn } from './signed-in.ts';

export const interactionsPerAgentHour = define({
  name: 'interactions_per_agent_hour',
  words: {
    en: {
      name: 'Contacts per agent hour',
      question: 'How many contacts does an agent take in an hour at the desk?',
      formula: 'inbound contacts taken ÷ hours available, talking or wrapping up',
      countedOut:
        'Breaks, trainings, absences and time away; outbound contacts. Days on which no contacts or no states are on record.',
    },
    it: {
      name: 'Contatti per ora di operatore',
      question: "Quanti contatti gestisce un operatore in un'ora in postazione?",
      formula: 'contatti in entrata gestiti ÷ ore di disponibilità, conversazione e lavoro successivo',
      countedOut:
        'Pause, formazione, assenze e tempo lontano dalla postazione; contatti in uscita. Giornate senza contatti o senza stati registrati.',
    },
  },
  unit: 'per_hour',
  better: 'neither',
  fact: 'presence_facts',
  anchor: 'worked',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: tenth,
  rules: [],
  source: 'ratio of sums, one cluster a day',
  measure: (row) => ({
    population: sql`(${row.available_s} is not null and ${row.contacts} is not null and ${signedIn(row)} > 0)`,
    countedOut: {
      no_states: sql`(${row.available_s} is null)`,
      no_contacts: sql`(${row.available_s} is not null and ${row.contacts} is null)`,
    },
    rest: 'not_signed_in',
    per: { cluster: row.day, top: row.contacts, bottom: sql`(${signedIn(row)} / 3600.0)` },
  }),
  worked: {
    story: {
      en: '30 contacts in 6 h and 10 in 4 h: 4 an hour.',
      it: '30 contatti in 6 h e 10 in 4 h: 4 all’ora.',
    },
    rows: [
      { day: '2025-03-03', talking_s: 14_400, wrap_s: 3600, available_s: 3600, contacts: 30 },
      { day: '2025-03-04', talking_s: 7200, wrap_s: 0, available_s: 7200, contacts: 10 },
    ],
    expect: [{ stat: 'mean', value: 4, n: 2 }],
  },
});
