/** How many new customers came because another one sent them. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const referrals = define({
  name: 'referrals',
  words: {
    en: {
      name: 'Referrals',
      question: 'How often did a customer send somebody to us?',
      formula: 'number of steps of the kind referral',
      countedOut: 'Every other step outside service: orders, returns, visits.',
    },
    it: {
      name: 'Segnalazioni di nuovi clienti',
      question: 'Quante volte un cliente ci ha mandato qualcuno?',
      formula: 'numero di passaggi di tipo segnalazione',
      countedOut: 'Ogni altro passaggio fuori dal servizio: ordini, resi, visite.',
    },
  },
  unit: 'count',
  better: 'up',
  fact: 'touchpoint_facts',
  anchor: 'happened',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: ({ kind }) => ({ population: sql`(coalesce(${kind} = 'referral', false))` }),
  worked: {
    story: { en: 'Two referrals and an order: 2.', it: 'Due segnalazioni e un ordine: 2.' },
    rows: ['referral', 'referral', 'order'].map((kind) => ({ kind, at: '2025-03-03T09:00:00Z' })),
    expect: [{ stat: 'count', value: 2, n: 2 }],
  },
});
