/** How willing customers are to recommend the company. */
import { sql } from 'kysely';
import { define, points } from '../definition.ts';

export const nps = define({
  name: 'nps',
  words: {
    en: {
      name: 'Net promoter score (NPS)',
      question: 'How willing are customers to recommend us?',
      formula: 'share of promoters (9–10) minus share of detractors (0–6), times 100',
      countedOut: 'Invitations without an answer; answers on another scale than 0–10.',
    },
    it: {
      name: 'Net promoter score (NPS)',
      question: 'Quanto sono disposti i clienti a raccomandarci?',
      formula: 'quota dei promotori (9–10) meno quota dei detrattori (0–6), per 100',
      countedOut: 'Inviti senza risposta; risposte su una scala diversa da 0–10.',
    },
  },
  unit: 'points',
  better: 'up',
  fact: 'survey_facts',
  anchor: 'rated',
  anchors: ['sent'],
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: points(5),
  rules: [],
  source: 'Reichheld (2003)',
  measure({ kind, score }) {
    const answered = sql`(${kind} = 'nps' and ${score} between 0 and 10)`;
    return {
      population: answered,
      countedOut: {
        no_answer: sql`(${kind} = 'nps' and ${score} is null)`,
        scale_unknown: sql`(${kind} = 'nps' and ${score} is not null and not ${score} between 0 and 10)`,
      },
      rating: score,
    };
  },
  worked: {
    story: {
      en: 'Answers 10, 9, 8 and 3: two promoters, one passive, one detractor: (2 − 1) ÷ 4 × 100 = 25.',
      it: 'Risposte 10, 9, 8 e 3: due promotori, un passivo, un detrattore: (2 − 1) ÷ 4 × 100 = 25.',
    },
    rows: [10, 9, 8, 3, null].map((score) => ({ kind: 'nps', scale_min: 0, scale_max: 10, score })),
    expect: [{ stat: 'mean', value: 25, n: 4 }],
  },
});
