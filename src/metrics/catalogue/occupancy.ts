/** How much of their time at the desk agents spend on customers. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';
import { busy, signedIn } from './signed-in.ts';

export const occupancy = define({
  name: 'occupancy',
  words: {
    en: {
      name: 'Occupancy',
      question: 'How much of their time at the desk do agents spend on customers?',
      formula: 'time talking and after-contact work ÷ the same plus time waiting for work',
      countedOut:
        'Breaks, trainings, absences and time away. Days of an agent without any state on record, or without time at the desk.',
    },
    it: {
      name: 'Occupazione',
      question: 'Quanta parte del tempo in postazione è dedicata ai clienti?',
      formula: 'conversazione e lavoro successivo ÷ gli stessi più il tempo in attesa di contatti',
      countedOut:
        'Pause, formazione, assenze e tempo lontano dalla postazione. Giornate senza stati registrati o senza tempo in postazione.',
    },
  },
  unit: 'share',
  better: 'neither',
  fact: 'presence_facts',
  anchor: 'worked',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: twoPoints,
  rules: [],
  source: 'COPC CX Standard; ratio of sums, one cluster a day',
  measure: (row) => ({
    population: sql`(${row.available_s} is not null and ${signedIn(row)} > 0)`,
    countedOut: { no_states: sql`(${row.available_s} is null)` },
    rest: 'not_signed_in',
    per: { cluster: row.day, top: busy(row), bottom: signedIn(row) },
  }),
  worked: {
    story: {
      en: 'Anna talks 4 h, wraps up 1 h and waits 1 h; Otto talks 2 h and waits 2 h on the same day; on the next day nobody recorded states: 7 of 10 hours.',
      it: 'Anna parla 4 h, lavora 1 h dopo i contatti e attende 1 h; Otto parla 2 h e attende 2 h lo stesso giorno; il giorno dopo nessuno stato registrato: 7 ore su 10.',
    },
    rows: [
      { day: '2025-03-03', talking_s: 14_400, wrap_s: 3600, available_s: 3600 },
      { day: '2025-03-03', talking_s: 7200, wrap_s: 0, available_s: 7200 },
      { day: '2025-03-04', paid_s: 28_800 },
    ],
    expect: [{ stat: 'mean', value: 0.7, n: 1 }],
  },
});
