/** How many contacts were answered in time. */
import { sql } from 'kysely';
import { define, type Sql, twoPoints } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';
import { gaveUp } from './gave-up.ts';

export const serviceLevel = define({
  name: 'service_level',
  words: {
    en: {
      name: 'Service level',
      question: 'How many contacts were answered in time?',
      formula: 'contacts answered within the limit ÷ contacts answered or abandoned after the limit',
      countedOut:
        'Outbound and internal contacts, and those of spam or test cases. What is below the line depends on the rule service_level.base, so it is printed with the figure.',
    },
    it: {
      name: 'Livello di servizio',
      question: 'Quanti contatti hanno avuto risposta in tempo?',
      formula: 'contatti con risposta entro il limite ÷ contatti con risposta o abbandonati oltre il limite',
      countedOut:
        'Contatti in uscita e interni, e quelli di casi spam o di prova. Che cosa sta sotto la linea dipende dalla regola service_level.base, stampata con il valore.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  sharedLuck: true,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [
    { token: 'service_level.base', default: 'answered_or_abandoned_late' },
    { token: 'service_level.within', default: '20 s' },
  ],
  source: 'ISO 18295-1:2017; COPC CX Standard',
  measure({ answered, outcome, offered, wait_s }, rules) {
    const within = secondsOf(rules, 'service_level.within');
    const late = sql`(${offered} and ${gaveUp(answered, outcome)} and ${wait_s} > ${within})`;
    const bases: Readonly<Record<string, Sql>> = {
      answered_or_abandoned_late: sql`(${answered} or ${late})`,
      answered,
      offered,
      arrived: sql`true`,
    };
    const population = bases[rules['service_level.base'] ?? ''] ?? sql`true`;
    return {
      population,
      rest: 'not_in_base',
      hit: sql`(${answered} and ${wait_s} <= ${within})`,
    };
  },
  worked: {
    story: {
      en: 'Answered after 5, 20 and 60 s; gave up after 10 and 90 s; one left in the menu. In time: 2. Below the line: 3 answered + 1 who left late = 4; of all who arrived it is 2 of 6.',
      it: 'Risposta dopo 5, 20 e 60 s; rinuncia dopo 10 e 90 s; uno fermo al menu. In tempo: 2. Sotto la linea: 3 risposte + 1 rinuncia tardiva = 4; su tutti gli arrivati 2 su 6.',
    },
    rows: [
      { answered: true, offered: true, wait_s: 5 },
      { answered: true, offered: true, wait_s: 20 },
      { answered: true, offered: true, wait_s: 60 },
      { answered: false, offered: true, wait_s: 10 },
      { answered: false, offered: true, wait_s: 90 },
      { answered: false, offered: false },
    ],
    expect: [
      { stat: 'share', value: 2 / 4, n: 4 },
      { stat: 'share', value: 2 / 3, n: 3, rules: { 'service_level.base': 'answered' } },
      { stat: 'share', value: 2 / 5, n: 5, rules: { 'service_level.base': 'offered' } },
      { stat: 'share', value: 2 / 6, n: 6, rules: { 'service_level.base': 'arrived' } },
      { stat: 'share', value: 3 / 4, n: 4, rules: { 'service_level.within': '60 s' } },
    ],
  },
});
