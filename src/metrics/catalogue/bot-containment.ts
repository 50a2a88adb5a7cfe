/** How many of the requests that a bot took were solved without a person. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const botContainment = define({
  name: 'bot_containment',
  words: {
    en: {
      name: 'Bot containment',
      question: 'How many of the cases that a bot took were solved without a person?',
      formula:
        'cases with an answer of a bot, resolved without any human answer ÷ ended cases with an answer of a bot',
      countedOut:
        'Spam, test, merged and deleted cases. Cases that no bot answered, and those not ended yet. A case that was given up was not contained.',
    },
    it: {
      name: 'Contenimento del bot',
      question: 'Quanti dei casi presi dal bot sono stati risolti senza una persona?',
      formula:
        'casi con una risposta del bot, risolti senza risposte umane ÷ casi conclusi con una risposta del bot',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi senza risposte del bot, e casi non ancora conclusi. Un caso abbandonato non è contenuto.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'containment rate of self-service, given-up cases not counted as solved',
  measure({ bot_messages, resolved, given_up, responded }) {
    const ended = sql`(coalesce(${resolved} or ${given_up}, false))`;
    const taken = sql`(coalesce(${bot_messages} > 0, false))`;
    return {
      population: sql`(${taken} and ${ended})`,
      countedOut: {
        no_messages: sql`(${bot_messages} is null)`,
        not_resolved: sql`(${taken} and not ${ended})`,
      },
      rest: 'no_bot',
      hit: sql`(${resolved} and not coalesce(${responded}, false))`,
    };
  },
  worked: {
    story: {
      en: 'A bot answered in four ended cases: two were solved by it alone, one by a person, one was given up: 2 of 4. One that a bot took is still open, one had no bot.',
      it: 'Il bot ha risposto in quattro casi conclusi: due risolti da solo, uno da una persona, uno abbandonato: 2 su 4. Uno è ancora aperto, uno era senza bot.',
    },
    rows: [
      { bot_messages: 1, resolved: true, responded: false },
      { bot_messages: 3, resolved: true, responded: false },
      { bot_messages: 1, resolved: true, responded: true },
      { bot_messages: 1, resolved: false, given_up: true, responded: false },
      { bot_messages: 1, resolved: false, given_up: false, responded: false },
      { bot_messages: 0, resolved: true, responded: true },
    ],
    expect: [{ stat: 'share', value: 0.5, n: 4 }],
  },
});
