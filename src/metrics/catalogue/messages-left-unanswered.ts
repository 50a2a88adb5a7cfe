/** How many questions of customers nobody ever answered. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';

export const messagesLeftUnanswered = define({
  name: 'messages_left_unanswered',
  words: {
    en: {
      name: 'Messages left unanswered',
      question: 'How many questions of customers did nobody answer?',
      formula:
        'questions without a public answer of a person within the window ÷ questions whose window is over; the sum is their number',
      countedOut:
        'Messages that only say thanks, and questions younger than the window. Several messages in a row are one question. An answer of a bot is not one.',
    },
    it: {
      name: 'Messaggi rimasti senza risposta',
      question: 'A quante domande dei clienti nessuno ha risposto?',
      formula:
        'domande senza risposta pubblica di una persona entro la finestra ÷ domande la cui finestra è trascorsa; la somma è il loro numero',
      countedOut:
        'Messaggi di solo ringraziamento e domande più recenti della finestra. Più messaggi di fila sono una domanda sola. La risposta di un bot non vale.',
    },
  },
  unit: 'share',
  units: { sum: 'count' },
  better: 'down',
  fact: 'turn_facts',
  anchor: 'sent',
  additive: false,
  headline: ['share', 'sum'],
  stats: ['share', 'sum'],
  smallest: twoPoints,
  rules: [{ token: 'given_up_window', default: '7 d' }],
  source: 'plain share',
  measure({ asked_at, answered_at, only_thanks, answered }, rules, { fn, through }) {
    const within = secondsOf(rules, 'given_up_window');
    const thanks = sql`(coalesce(${only_thanks}, false) and not ${answered})`;
    const old = sql`(${fn.secondsBetween(asked_at, through)} >= ${within})`;
    const missed = sql`(coalesce(${fn.secondsBetween(asked_at, answered_at)} > ${within}, true))`;
    return {
      population: sql`(not ${thanks} and ${old})`,
      countedOut: { only_thanks: thanks },
      rest: 'too_early',
      hit: missed,
      value: sql`(case when ${missed} then 1 else 0 end)`,
    };
  },
  worked: {
    story: {
      en: 'On 20 March: of three questions of the first two had an answer (one after nine days, which is too late), one none; a "thank you" needs none, and a question of the 19th is too young: 2 of 3.',
      it: 'Il 20 marzo: di tre domande del primo, due hanno avuto risposta (una dopo nove giorni, troppo tardi), una no; un «grazie» non ne richiede, e una domanda del 19 è troppo recente: 2 su 3.',
    },
    rows: [
      { asked_at: '2025-03-01T09:00:00Z', answered_at: '2025-03-01T10:00:00Z', answered: true },
      { asked_at: '2025-03-01T09:00:00Z', answered_at: '2025-03-10T10:00:00Z', answered: true },
      { asked_at: '2025-03-01T09:00:00Z', answered: false },
      { asked_at: '2025-03-01T09:00:00Z', answered: false, only_thanks: true },
      { asked_at: '2025-03-19T09:00:00Z', answered: false },
    ],
    dataThrough: '2025-03-20T09:00:00Z',
    expect: [
      { stat: 'share', value: 2 / 3, n: 3 },
      { stat: 'sum', value: 2, n: 3 },
      { stat: 'share', value: 1 / 3, n: 3, rules: { given_up_window: '14 d' } },
    ],
  },
});
