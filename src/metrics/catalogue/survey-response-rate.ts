/** How many of those who were asked answered. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const surveyResponseRate = define({
  name: 'survey_response_rate',
  words: {
    en: {
      name: 'Survey response rate',
      question: 'How many of those who were asked answered?',
      formula: 'answers ÷ invitations sent',
      countedOut:
        'Surveys of which it is not known that anyone was invited: their response rate is unknown, not 100 %.',
    },
    it: {
      name: 'Tasso di risposta ai sondaggi',
      question: 'Quanti hanno risposto tra chi è stato invitato?',
      formula: 'risposte ÷ inviti spediti',
      countedOut: 'Sondaggi di cui non si conoscono gli inviti: il tasso di risposta è ignoto, non 100 %.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'survey_facts',
  anchor: 'sent',
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'AAPOR response rate 1, invitations as the base',
  measure: ({ sent_at, score }) => ({
    population: sql`(${sent_at} is not null)`,
    rest: 'no_invitations_known',
    hit: sql`(${score} is not null)`,
  }),
  worked: {
    story: {
      en: 'Four invitations, one answer; one answer without an invitation: 1 of 4.',
      it: 'Quattro inviti, una risposta; una risposta senza invito: 1 su 4.',
    },
    rows: [
      { sent_at: '2025-03-01T09:00:00Z', score: 5 },
      ...Array.from({ length: 3 }, () => ({ sent_at: '2025-03-01T09:00:00Z' })),
      { score: 4 },
    ],
    expect: [{ stat: 'share', value: 0.25, n: 4 }],
  },
});
