/** How much work an answered contact is. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const handleTime = define({
  name: 'handle_time',
  words: {
    en: {
      name: 'Handle time',
      question: 'How much work is one contact?',
      formula: 'talk + hold + after-call work per answered contact',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. Contacts where one of the three parts is not recorded: there it would only be talk time.',
    },
    it: {
      name: 'Tempo di gestione',
      question: 'Quanto lavoro è un contatto?',
      formula: 'conversazione + pausa + lavoro successivo per contatto con risposta',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti in cui manca una delle tre parti: sarebbe solo tempo di conversazione.',
    },
  },
  unit: 'seconds',
  better: 'neither',
  fact: 'contact_facts',
  anchor: 'arrived',
  anchors: ['answered'],
  additive: false,
  headline: ['mean', 'median'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'AHT: ISO 18295-1:2017; COPC CX Standard',
  measure({ answered, talk_s, hold_s, wrap_s }) {
    const value = sql`(${talk_s} + ${hold_s} + ${wrap_s})`;
    return {
      population: sql`(${answered} and ${value} is not null)`,
      countedOut: {
        not_answered: sql`(not ${answered})`,
      },
      rest: 'not_recorded',
      value,
    };
  },
  worked: {
    story: {
      en: '60 + 10 + 30 s and 120 + 0 + 80 s; one call has no after-call work recorded: mean 150 s.',
      it: '60 + 10 + 30 s e 120 + 0 + 80 s; una chiamata è senza lavoro successivo registrato: media 150 s.',
    },
    rows: [
      { answered: true, talk_s: 60, hold_s: 10, wrap_s: 30 },
      { answered: true, talk_s: 120, hold_s: 0, wrap_s: 80 },
      { answered: true, talk_s: 90, hold_s: 0 },
    ],
    expect: [{ stat: 'mean', value: 150, n: 2 }],
  },
});
