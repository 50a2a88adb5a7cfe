/** How good the work is that was reviewed. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const qualityScore = define({
  name: 'quality_score',
  words: {
    en: {
      name: 'Quality score',
      question: 'How good is the work that was reviewed?',
      formula: 'points given ÷ points there were, over all criteria of the reviewed contacts',
      countedOut:
        'Criteria without points, and reviews of spam or test cases. What was not reviewed is not in it: it holds as far as contacts were picked by chance.',
    },
    it: {
      name: 'Punteggio di qualità',
      question: 'Quanto è buono il lavoro valutato?',
      formula: 'punti ottenuti ÷ punti possibili, su tutti i criteri dei contatti valutati',
      countedOut:
        'Criteri senza punti e valutazioni di casi spam o di prova. Quanto non è stato valutato non c’è: il dato vale se i contatti sono stati scelti a caso.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'review_facts',
  anchor: 'reviewed',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: twoPoints,
  rules: [],
  source: 'ratio of sums, one cluster a reviewed contact',
  measure: ({ reviewed, score, max }) => ({
    population: sql`(${score} is not null and ${max} > 0)`,
    rest: 'not_scored',
    per: { cluster: reviewed, top: score, bottom: max },
  }),
  worked: {
    story: {
      en: 'One contact gets 4 of 5 for tone and 8 of 10 for the solution, another 2 of 5 for tone: 14 of 20 points.',
      it: 'Un contatto ottiene 4 su 5 per il tono e 8 su 10 per la soluzione, un altro 2 su 5 per il tono: 14 punti su 20.',
    },
    rows: [
      { reviewed: 'contact 1', criterion: 'tone', score: 4, max: 5 },
      { reviewed: 'contact 1', criterion: 'solution', score: 8, max: 10 },
      { reviewed: 'contact 2', criterion: 'tone', score: 2, max: 5 },
    ],
    expect: [{ stat: 'mean', value: 0.7, n: 2 }],
  },
});
