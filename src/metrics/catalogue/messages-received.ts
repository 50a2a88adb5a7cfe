/** How many messages customers wrote. */
import { define, tenth } from '../definition.ts';
import { byCustomer } from './whose-message.ts';

export const messagesReceived = define({
  name: 'messages_received',
  words: {
    en: {
      name: 'Messages received',
      question: 'How many messages did customers write?',
      formula: 'number of messages written by customers in the period',
      countedOut: 'Messages of agents, bots and systems, internal notes, and messages of spam or test cases.',
    },
    it: {
      name: 'Messaggi ricevuti',
      question: 'Quanti messaggi hanno scritto i clienti?',
      formula: 'numero di messaggi scritti dai clienti nel periodo',
      countedOut: 'Messaggi di operatori, bot e sistemi, note interne e messaggi di casi spam o di prova.',
    },
  },
  unit: 'count',
  better: 'neither',
  fact: 'message_facts',
  anchor: 'sent',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: ({ author_kind, direction }) => ({ population: byCustomer(author_kind, direction) }),
  worked: {
    story: {
      en: 'A customer writes twice, an agent answers once: two were received.',
      it: "Un cliente scrive due volte, l'operatore risponde una volta: due ricevuti.",
    },
    rows: [
      { at: '2025-03-01T09:00:00Z', author_kind: 'customer' },
      { at: '2025-03-01T10:00:00Z', author_kind: 'agent', direction: 'outbound' },
      { at: '2025-03-01T11:00:00Z', direction: 'inbound' },
    ],
    expect: [{ stat: 'count', value: 2, n: 2 }],
  },
});
