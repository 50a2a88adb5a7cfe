/** How many of the customers who answered are satisfied. */
import { sql } from 'kysely';
import { define, type Sql, twoPoints } from '../definition.ts';

export const csat = define({
  name: 'csat',
  words: {
    en: {
      name: 'Customer satisfaction (CSAT)',
      question: 'How many of those who answered are satisfied?',
      formula: 'satisfied answers ÷ answers',
      countedOut:
        'Invitations without an answer (their share is the response rate), and scales that have no agreed top, unless the source states from which score on an answer is satisfied.',
    },
    it: {
      name: 'Soddisfazione dei clienti (CSAT)',
      question: 'Quanti tra chi ha risposto sono soddisfatti?',
      formula: 'risposte soddisfatte ÷ risposte',
      countedOut:
        'Inviti senza risposta (la loro quota è il tasso di risposta) e scale senza un massimo concordato, a meno che la fonte dichiari da quale voto una risposta è soddisfatta.',
    },
  },
  unit: 'share',
  units: { mean: 'score' },
  better: 'up',
  fact: 'survey_facts',
  anchor: 'rated',
  anchors: ['sent'],
  additive: false,
  headline: ['share'],
  stats: ['share', 'mean'],
  smallest: twoPoints,
  rules: [{ token: 'satisfied', default: 'top_two' }],
  source: 'top-two-box',
  measure({ kind, score, scale_min, scale_max, satisfied_from }, rules) {
    const answered = sql`(${kind} = 'csat' and ${score} is not null)`;
    const size = sql`(${scale_max} - ${scale_min})`;
    const needed: Readonly<Record<string, Sql>> = {
      top_two: sql`(case when ${size} = 1 then ${scale_max} when ${size} in (4, 6, 9, 10) then ${scale_max} - 1
        else ${satisfied_from} end)`,
      top_box: scale_max,
      above_middle: sql`((${scale_min} + ${scale_max}) / 2)`,
    };
    const bound = needed[rules.satisfied ?? ''] ?? scale_max;
    return {
      population: sql`(${answered} and ${bound} is not null)`,
      countedOut: {
        no_answer: sql`(${kind} = 'csat' and ${score} is null)`,
        scale_unknown: sql`(${answered} and ${bound} is null)`,
      },
      hit: rules.satisfied === 'above_middle' ? sql`(${score} > ${bound})` : sql`(${score} >= ${bound})`,
      value: score,
    };
  },
  worked: {
    story: {
      en: 'Answers 5, 4, 3 and 1 on a scale of 1–5, one invitation without an answer: 2 of 4 satisfied, mean 3.25.',
      it: 'Risposte 5, 4, 3 e 1 su una scala 1–5, un invito senza risposta: 2 su 4 soddisfatti, media 3,25.',
    },
    rows: [5, 4, 3, 1, null].map((score) => ({ kind: 'csat', scale_min: 1, scale_max: 5, score })),
    expect: [
      { stat: 'share', value: 0.5, n: 4 },
      { stat: 'mean', value: 3.25, n: 4 },
      { stat: 'share', value: 0.25, n: 4, rules: { satisfied: 'top_box' } },
    ],
  },
});
