/** How many promises were about to be broken. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const slaAtRisk = define({
  name: 'sla_at_risk',
  words: {
    en: {
      name: 'Promises at risk',
      question: 'How many promises of the agreement are about to be broken?',
      formula:
        'promises still running at the end of the period that have used up the share of their time that means risk (80 % unless set)',
      countedOut: 'Spam, test, merged and deleted cases. Promises that were kept or broken before the end.',
    },
    it: {
      name: 'Impegni a rischio',
      question: 'Quanti impegni degli accordi stanno per essere mancati?',
      formula:
        'impegni ancora in corso alla fine del periodo che hanno consumato la quota di tempo che segna il rischio (80 % se non impostata)',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Impegni rispettati o mancati prima della fine.',
    },
  },
  unit: 'count',
  better: 'down',
  fact: 'sla_facts',
  anchor: 'started',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count at an instant',
  stock: { since: 'at_risk_at', until: 'settled_at' },
  measure: () => ({ population: sql`true` }),
  worked: {
    story: {
      en: 'On the evening of 5 March: one at risk since the morning, one that was answered at noon, one that is in time: 1 is at risk.',
      it: 'La sera del 5 marzo: uno a rischio dal mattino, uno a cui si è risposto a mezzogiorno, uno nei tempi: 1 è a rischio.',
    },
    rows: [
      { started_at: '2025-03-05T08:00:00Z', at_risk_at: '2025-03-05T09:00:00Z' },
      {
        started_at: '2025-03-05T08:00:00Z',
        at_risk_at: '2025-03-05T09:00:00Z',
        settled_at: '2025-03-05T12:00:00Z',
      },
      { started_at: '2025-03-05T08:00:00Z' },
    ],
    expect: [{ stat: 'count', value: 1, n: 1 }],
  },
});
