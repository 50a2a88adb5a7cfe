/** How many customers would recommend the company. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const referralIntent = define({
  name: 'referral_intent',
  words: {
    en: {
      name: 'Referral intent',
      question: 'How many customers say that they would recommend us?',
      formula: 'answers 9 and 10 to the question of recommending ÷ answers',
      countedOut: 'Invitations without an answer; answers on another scale than 0–10.',
    },
    it: {
      name: 'Intenzione di raccomandare',
      question: 'Quanti clienti dicono che ci raccomanderebbero?',
      formula: 'risposte 9 e 10 alla domanda se ci raccomanderebbero ÷ risposte',
      countedOut: 'Inviti senza risposta; risposte su una scala diversa da 0–10.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'survey_facts',
  anchor: 'rated',
  anchors: ['sent'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'Reichheld (2003): the promoters',
  measure({ kind, score }) {
    const asked = sql`(coalesce(${kind} = 'nps', false))`;
    return {
      population: sql`(${asked} and ${score} between 0 and 10)`,
      countedOut: {
        no_answer: sql`(${asked} and ${score} is null)`,
        scale_unknown: sql`(${asked} and ${score} is not null and not ${score} between 0 and 10)`,
      },
      hit: sql`(${score} >= 9)`,
    };
  },
  worked: {
    story: {
      en: 'Answers 10, 9, 8 and 3, one invitation without an answer: 2 of 4.',
      it: 'Risposte 10, 9, 8 e 3, un invito senza risposta: 2 su 4.',
    },
    rows: [10, 9, 8, 3, null].map((score) => ({ kind: 'nps', scale_min: 0, scale_max: 10, score })),
    expect: [{ stat: 'share', value: 0.5, n: 4 }],
  },
});
