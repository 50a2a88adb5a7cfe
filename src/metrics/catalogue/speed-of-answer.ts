/** How long answered callers had waited. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const speedOfAnswer = define({
  name: 'speed_of_answer',
  words: {
    en: {
      name: 'Speed of answer',
      question: 'How long had callers waited when they were answered?',
      formula: 'wait of the answered contacts; no wait counts as 0',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that nobody answered.',
    },
    it: {
      name: 'Velocità di risposta',
      question: 'Quanto aveva atteso chi ha avuto risposta?',
      formula: 'attesa dei contatti con risposta; nessuna attesa vale 0',
      countedOut: 'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti senza risposta.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  anchors: ['answered'],
  additive: false,
  sharedLuck: true,
  headline: ['mean', 'median'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'ASA: ISO 18295-1:2017; COPC CX Standard',
  measure: ({ answered, wait_s }) => ({
    population: sql`(${answered} and ${wait_s} is not null)`,
    countedOut: {
      not_answered: sql`(not ${answered})`,
    },
    rest: 'not_recorded',
    value: wait_s,
  }),
  worked: {
    story: {
      en: 'Answered at once, after 10 s and after 50 s; one gave up: mean 20 s, median 10 s.',
      it: 'Risposta subito, dopo 10 s e dopo 50 s; uno ha rinunciato: media 20 s, mediana 10 s.',
    },
    rows: [
      { answered: true, wait_s: 0 },
      { answered: true, wait_s: 10 },
      { answered: true, wait_s: 50 },
      { answered: false, wait_s: 99 },
    ],
    expect: [
      { stat: 'mean', value: 20, n: 3 },
      { stat: 'median', value: 10, n: 3 },
    ],
  },
});
