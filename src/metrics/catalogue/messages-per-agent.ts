/** How many messages an agent writes. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { byPerson } from './whose-message.ts';

export const messagesPerAgent = define({
  name: 'messages_per_agent',
  words: {
    en: {
      name: 'Messages per agent',
      question: 'How many messages does an agent write?',
      formula: 'public messages of agents ÷ agents who wrote any',
      countedOut: 'Bots, systems and internal notes; messages whose author is not known.',
    },
    it: {
      name: 'Messaggi per operatore',
      question: 'Quanti messaggi scrive un operatore?',
      formula: 'messaggi pubblici degli operatori ÷ operatori che ne hanno scritti',
      countedOut: 'Bot, sistemi e note interne; messaggi di autore sconosciuto.',
    },
  },
  unit: 'per_agent',
  units: { count: 'count' },
  better: 'neither',
  fact: 'message_facts',
  anchor: 'sent',
  additive: false,
  headline: ['mean', 'count'],
  stats: ['mean', 'count'],
  smallest: tenth,
  rules: [],
  source: 'ratio of counts, one cluster an agent',
  measure({ author_id, author_kind, direction }) {
    const spoken = byPerson(author_kind, direction);
    return {
      population: sql`(${author_id} is not null and ${spoken})`,
      countedOut: { no_author_known: sql`(${author_id} is null and ${spoken})` },
      per: { cluster: author_id, top: 'rows', bottom: 'cluster' },
    };
  },
  worked: {
    story: { en: 'Anna writes three, Otto one: 2 each.', it: 'Anna ne scrive tre, Otto uno: 2 a testa.' },
    rows: ['anna', 'anna', 'anna', 'otto'].map((author_id) => ({
      author_id,
      author_kind: 'agent',
      direction: 'outbound',
      at: '2025-03-01T09:00:00Z',
    })),
    expect: [{ stat: 'mean', value: 2, n: 2 }],
  },
});
