/** How long people are willing to wait. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { gaveUp } from './gave-up.ts';

export const patience = define({
  name: 'patience',
  words: {
    en: {
      name: 'Patience',
      question: 'How long are people willing to wait before they give up?',
      formula:
        'time until giving up; those who were answered would have waited at least that long (Kaplan–Meier)',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that did not have to wait.',
    },
    it: {
      name: 'Pazienza',
      question: 'Quanto sono disposti ad attendere prima di rinunciare?',
      formula:
        'tempo fino alla rinuncia; chi ha avuto risposta avrebbe atteso almeno quel tempo (Kaplan–Meier)',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti che non hanno dovuto attendere.',
    },
  },
  unit: 'seconds',
  better: 'up',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['p25'],
  stats: ['p25', 'median', 'p75', 'p90'],
  smallest: tenth,
  rules: [],
  source: 'Brown et al. (2005), Statistical analysis of a telephone call center, section 5',
  measure: ({ answered, outcome, wait_s }) => ({
    population: sql`(coalesce(${wait_s}, 0) > 0)`,
    rest: 'did_not_wait',
    value: wait_s,
    happened: gaveUp(answered, outcome),
  }),
  worked: {
    story: {
      en: 'Four waited: one answered after 10 s, three gave up after 20, 30 and 40 s. At 20 s one of the three left goes: 1 in 4 has left by then.',
      it: 'Quattro in attesa: uno ha risposta dopo 10 s, tre rinunciano dopo 20, 30 e 40 s. A 20 s se ne va uno dei tre rimasti: per allora 1 su 4 ha rinunciato.',
    },
    rows: [
      { answered: true, wait_s: 10 },
      { answered: false, wait_s: 20 },
      { answered: false, wait_s: 30 },
      { answered: false, wait_s: 40 },
    ],
    expect: [
      { stat: 'p25', value: 20, n: 4 },
      { stat: 'median', value: 30, n: 4 },
    ],
  },
});
