/** How much of the team one customer takes. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { betweenPeople } from './whose-message.ts';

export const messagesPerOwner = define({
  name: 'messages_per_owner',
  words: {
    en: {
      name: 'Messages per customer',
      question: 'How much of the team does one customer take?',
      formula: 'messages between customers and people of the team ÷ different customers who have a message',
      countedOut:
        'Bots, systems and internal notes; messages whose customer is not known; messages of spam or test cases.',
    },
    it: {
      name: 'Messaggi per cliente',
      question: 'Quanto lavoro richiede un singolo cliente?',
      formula: 'messaggi tra clienti e operatori ÷ clienti diversi con almeno un messaggio',
      countedOut:
        'Bot, sistemi e note interne; messaggi di cui non si conosce il cliente; messaggi di casi spam o di prova.',
    },
  },
  unit: 'per_customer',
  units: { count: 'count' },
  better: 'neither',
  fact: 'message_facts',
  anchor: 'sent',
  additive: false,
  headline: ['mean', 'count'],
  stats: ['mean', 'count'],
  smallest: tenth,
  rules: [],
  source: 'ratio of counts, one cluster a customer',
  measure({ customer_id, author_kind, direction }) {
    const spoken = betweenPeople(author_kind, direction);
    return {
      population: sql`(${customer_id} is not null and ${spoken})`,
      countedOut: {
        no_customer_known: sql`(${customer_id} is null and ${spoken})`,
      },
      rest: 'bot_or_internal',
      per: { cluster: customer_id, top: 'rows', bottom: 'cluster' },
    };
  },
  worked: {
    story: {
      en: 'Ada writes twice and gets one answer, Ben writes once and a bot answers: 4 messages, 2 customers, 2 each.',
      it: 'Ada scrive due volte e riceve una risposta, Ben scrive una volta e risponde un bot: 4 messaggi, 2 clienti, 2 a testa.',
    },
    rows: [
      { customer_id: 'ada', author_kind: 'customer', direction: 'inbound' },
      { customer_id: 'ada', author_kind: 'customer', direction: 'inbound' },
      { customer_id: 'ada', author_kind: 'agent', direction: 'outbound' },
      { customer_id: 'ben', author_kind: 'customer', direction: 'inbound' },
      { customer_id: 'ben', author_kind: 'bot', direction: 'outbound' },
      { customer_id: 'ben', author_kind: 'agent', direction: 'internal' },
    ].map((row) => ({ ...row, at: '2025-03-01T09:00:00Z' })),
    expect: [{ stat: 'mean', value: 2, n: 2 }],
  },
});
