/** In which mood customers write, where a source measures it. */
import { sql } from 'kysely';
import { define, points } from '../definition.ts';
import { byCustomer } from './whose-message.ts';

export const sentiment = define({
  name: 'sentiment',
  words: {
    en: {
      name: 'Sentiment',
      question: 'In which mood do customers write?',
      formula: 'mean of the scores that the source gives to messages of customers, from −1 to 1',
      countedOut:
        'Messages of agents, bots and systems, and messages without a score. Tidemark reads no mood out of words: it comes from a source or not at all.',
    },
    it: {
      name: 'Umore',
      question: 'Con quale umore scrivono i clienti?',
      formula: 'media dei punteggi che la fonte dà ai messaggi dei clienti, da −1 a 1',
      countedOut:
        'Messaggi di operatori, bot e sistemi, e messaggi senza punteggio. Tidemark non deduce l’umore dalle parole: viene da una fonte, o non c’è.',
    },
  },
  unit: 'score',
  units: { share: 'share' },
  better: 'up',
  fact: 'message_facts',
  anchor: 'sent',
  additive: false,
  headline: ['mean'],
  stats: ['mean', 'median', 'p25', 'p75', 'share'],
  smallest: points(0.05),
  rules: [],
  source: 'as scored by the source; the share is that of messages below 0',
  measure: ({ author_kind, direction, sentiment: mood }) => ({
    population: sql`(${byCustomer(author_kind, direction)} and ${mood} is not null)`,
    countedOut: { not_recorded: sql`(${byCustomer(author_kind, direction)} and ${mood} is null)` },
    value: mood,
    hit: sql`(${mood} < 0)`,
  }),
  worked: {
    story: {
      en: 'Messages scored 0.5, 0 and −0.8 by the source, one without a score: mean −0.1, 1 of 3 below zero.',
      it: 'Messaggi con punteggio 0,5, 0 e −0,8, uno senza: media −0,1, 1 su 3 sotto zero.',
    },
    rows: [0.5, 0, -0.8, null].map((mood) => ({
      at: '2025-03-01T09:00:00Z',
      author_kind: 'customer',
      sentiment: mood,
    })),
    expect: [
      { stat: 'mean', value: -0.1, n: 3 },
      { stat: 'share', value: 1 / 3, n: 3 },
    ],
  },
});
