/** How many people called, chatted or came by. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const contactsArrived = define({
  name: 'contacts_arrived',
  words: {
    en: {
      name: 'Contacts arrived',
      question: 'How many people called, chatted or came by?',
      formula: 'number of inbound real-time contacts that began in the period',
      countedOut: 'Outbound and internal contacts, and those of spam or test cases.',
    },
    it: {
      name: 'Contatti arrivati',
      question: 'Quante persone hanno chiamato, scritto in chat o si sono presentate?',
      formula: 'numero di contatti in entrata iniziati nel periodo',
      countedOut: 'Contatti in uscita e interni, e quelli di casi spam o di prova.',
    },
  },
  unit: 'count',
  better: 'neither',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: true,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: () => ({ population: sql`true` }),
  worked: {
    story: {
      en: 'Two calls came in, one was made by the team: two arrived.',
      it: 'Due chiamate in entrata e una in uscita: due arrivate.',
    },
    rows: [
      { arrived_at: '2025-03-01T09:00:00Z' },
      { arrived_at: '2025-03-02T09:00:00Z' },
      { arrived_at: '2025-03-02T10:00:00Z', left_out: 'outbound' },
    ],
    expect: [{ stat: 'count', value: 2, n: 2 }],
  },
});
