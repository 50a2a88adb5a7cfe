/** How many callers gave up before a person answered. */
import { sql } from 'kysely';
import { define, type Measure, twoPoints } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';
import { gaveUp } from './gave-up.ts';

export const abandonmentRate = define({
  name: 'abandonment_rate',
  words: {
    en: {
      name: 'Abandonment rate',
      question: 'How many callers gave up before a person answered?',
      formula: 'contacts abandoned while waiting ÷ contacts offered to the team',
      countedOut:
        'Callers who left in the menu were never offered to the team. By the rule "without_short", abandons within a few seconds are left out above and below the line.',
    },
    it: {
      name: 'Tasso di abbandono',
      question: 'Quanti hanno rinunciato prima che qualcuno rispondesse?',
      formula: 'contatti abbandonati in attesa ÷ contatti offerti al servizio',
      countedOut:
        'Chi ha riagganciato nel menu non è mai arrivato al servizio. Con la regola «without_short» gli abbandoni entro pochi secondi sono tolti sopra e sotto la linea.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  sharedLuck: true,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [
    { token: 'offered', default: 'connected_or_queued' },
    { token: 'abandonment.base', default: 'offered' },
    { token: 'abandonment.short', default: '5 s' },
  ],
  source: 'Brown et al. (2005), Statistical analysis of a telephone call center; ISO 18295-1',
  measure({ answered, outcome, offered, wait_s }, rules) {
    const left = gaveUp(answered, outcome);
    const reached = rules.offered === 'all' ? sql`true` : offered;
    const short = sql`(${left} and coalesce(${wait_s}, 0) <= ${secondsOf(rules, 'abandonment.short')})`;
    const bases: Readonly<Record<string, Pick<Measure, 'population' | 'countedOut'>>> = {
      queued: {
        population: sql`(${reached} and ${wait_s} > 0)`,
        countedOut: { did_not_wait: sql`(${reached} and coalesce(${wait_s}, 0) = 0)` },
      },
      without_short: {
        population: sql`(${reached} and not ${short})`,
        countedOut: { short_abandon: sql`(${reached} and ${short})` },
      },
    };
    const base = bases[rules['abandonment.base'] ?? ''] ?? { population: reached };
    return { ...base, rest: 'not_offered', hit: left };
  },
  worked: {
    story: {
      en: 'Ten calls: seven were answered, two left the queue (after 3 s and after 90 s), one left in the menu. 2 of 9 offered gave up; without the short one 1 of 8.',
      it: 'Dieci chiamate: sette con risposta, due abbandonate in coda (dopo 3 s e dopo 90 s), una chiusa nel menu. 2 su 9 offerte; senza quella breve 1 su 8.',
    },
    rows: [
      ...Array.from({ length: 7 }, () => ({ answered: true, offered: true, wait_s: 10 })),
      { answered: false, offered: true, wait_s: 3 },
      { answered: false, offered: true, wait_s: 90 },
      { answered: false, offered: false },
    ],
    expect: [
      { stat: 'share', value: 2 / 9, n: 9 },
      { stat: 'share', value: 1 / 8, n: 8, rules: { 'abandonment.base': 'without_short' } },
    ],
  },
});
