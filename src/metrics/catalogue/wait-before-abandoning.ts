/** How long people waited before they gave up. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { gaveUp } from './gave-up.ts';

export const waitBeforeAbandoning = define({
  name: 'wait_before_abandoning',
  words: {
    en: {
      name: 'Wait before giving up',
      question: 'How long did people wait before they gave up?',
      formula: 'wait of the contacts that gave up while waiting',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts that were answered, and callers who left in the menu.',
    },
    it: {
      name: "Attesa prima dell'abbandono",
      question: 'Quanto ha atteso chi ha rinunciato?',
      formula: 'attesa dei contatti abbandonati in coda',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti con risposta e chi ha riagganciato nel menu.',
    },
  },
  unit: 'seconds',
  better: 'neither',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['median', 'mean'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure({ answered, outcome, offered, wait_s }) {
    const left = gaveUp(answered, outcome);
    return {
      population: sql`(${offered} and ${left} and ${wait_s} is not null)`,
      countedOut: {
        did_not_give_up: sql`(${offered} and not ${left})`,
        not_offered: sql`(not ${offered})`,
      },
      rest: 'not_recorded',
      value: wait_s,
    };
  },
  worked: {
    story: {
      en: 'Two gave up after 20 and 60 s, one was answered: mean 40 s.',
      it: 'Due hanno rinunciato dopo 20 e 60 s, uno ha avuto risposta: media 40 s.',
    },
    rows: [
      { answered: false, offered: true, wait_s: 20 },
      { answered: false, offered: true, wait_s: 60 },
      { answered: true, offered: true, wait_s: 5 },
    ],
    expect: [{ stat: 'mean', value: 40, n: 2 }],
  },
});
