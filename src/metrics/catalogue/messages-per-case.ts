/** How many messages it takes to deal with a case. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const messagesPerCase = define({
  name: 'messages_per_case',
  words: {
    en: {
      name: 'Messages per case',
      question: 'How many messages does a case take?',
      formula: 'messages of customers and of people of the team ÷ cases',
      countedOut:
        'Spam, test, merged and deleted cases. Bots, systems and internal notes; cases without any message known.',
    },
    it: {
      name: 'Messaggi per caso',
      question: 'Quanti messaggi richiede un caso?',
      formula: 'messaggi dei clienti e degli operatori ÷ casi',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Bot, sistemi e note interne; casi senza messaggi noti.',
    },
  },
  unit: 'per_case',
  units: { sum: 'count' },
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['mean'],
  stats: ['mean', 'median', 'p75', 'p90', 'p95', 'sum', 'max'],
  smallest: tenth,
  rules: [],
  source: 'plain mean',
  measure({ customer_messages, agent_messages }) {
    const known = sql`(${customer_messages} is not null or ${agent_messages} is not null)`;
    return {
      population: known,
      rest: 'no_messages',
      value: sql`(coalesce(${customer_messages}, 0) + coalesce(${agent_messages}, 0))`,
    };
  },
  worked: {
    story: {
      en: 'Cases with 1 + 1, 2 + 1 and 4 + 3 messages: 12 ÷ 3 = 4.',
      it: 'Casi con 1 + 1, 2 + 1 e 4 + 3 messaggi: 12 ÷ 3 = 4.',
    },
    rows: [
      { customer_messages: 1, agent_messages: 1 },
      { customer_messages: 2, agent_messages: 1 },
      { customer_messages: 4, agent_messages: 3 },
      {},
    ],
    expect: [
      { stat: 'mean', value: 4, n: 3 },
      { stat: 'median', value: 3, n: 3 },
    ],
  },
});
