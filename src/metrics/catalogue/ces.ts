/** How easy it was to get help. */
import { sql } from 'kysely';
import { define } from '../definition.ts';

export const ces = define({
  name: 'ces',
  words: {
    en: {
      name: 'Customer effort score (CES)',
      question: 'How easy was it to get help?',
      formula: 'mean of the answers, on the scale of the survey',
      countedOut: 'Invitations without an answer.',
    },
    it: {
      name: 'Customer effort score (CES)',
      question: 'Quanto è stato facile ottenere aiuto?',
      formula: 'media delle risposte, sulla scala del sondaggio',
      countedOut: 'Inviti senza risposta.',
    },
  },
  unit: 'score',
  better: 'up',
  fact: 'survey_facts',
  anchor: 'rated',
  anchors: ['sent'],
  additive: false,
  headline: ['mean'],
  stats: ['mean', 'median'],
  smallest: { by: 0.05, relative: true },
  rules: [],
  source: 'Dixon, Freeman & Toman (2010)',
  measure: ({ kind, score }) => ({
    population: sql`(${kind} = 'ces' and ${score} is not null)`,
    countedOut: { no_answer: sql`(${kind} = 'ces' and ${score} is null)` },
    value: score,
  }),
  worked: {
    story: { en: 'Answers 7, 6 and 2: mean 5.', it: 'Risposte 7, 6 e 2: media 5.' },
    rows: [7, 6, 2, null].map((score) => ({ kind: 'ces', scale_min: 1, scale_max: 7, score })),
    expect: [{ stat: 'mean', value: 5, n: 3 }],
  },
});
