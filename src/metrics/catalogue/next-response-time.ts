/** How long customers wait for each later answer. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { finishedOrAll } from './finished-or-all.ts';

export const nextResponseTime = define({
  name: 'next_response_time',
  words: {
    en: {
      name: 'Next response time',
      question: 'How long do customers wait for an answer, once the first has been given?',
      formula: "time from the customer's first unanswered message to the next public answer of a person",
      countedOut:
        'The first question of a case (that is the first response time), messages that only say thanks, and answers of bots. Questions still waiting, and those whose case ended without an answer, count as "at least this long".',
    },
    it: {
      name: 'Tempo di risposta successiva',
      question: 'Quanto aspetta il cliente le risposte dopo la prima?',
      formula:
        'tempo dal primo messaggio del cliente senza risposta alla successiva risposta pubblica di una persona',
      countedOut:
        'La prima domanda di un caso (è il tempo di prima risposta), i messaggi di solo ringraziamento e le risposte dei bot. Le domande ancora in attesa, e quelle il cui caso è finito senza risposta, valgono «almeno questo tempo».',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'turn_facts',
  anchor: 'sent',
  anchors: ['answered'],
  additive: false,
  headline: ['median', 'p90'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [
    { token: 'clock', default: 'business' },
    { token: 'open_cases', default: 'included' },
  ],
  source: 'Kaplan & Meier (1958) for questions still waiting',
  measure({ follow_up, only_thanks, answered, wait_s, wait_business_s }, rules) {
    const value = rules.clock === 'business' ? wait_business_s : wait_s;
    const asked = sql`(${follow_up} and (${answered} or not coalesce(${only_thanks}, false)))`;
    const known = sql`(${asked} and ${answered} is not null and ${value} is not null)`;
    const countedOut = {
      first_question: sql`(not ${follow_up})`,
      only_thanks: sql`(${follow_up} and not ${asked})`,
    };
    return finishedOrAll(
      { known, value, happened: answered, countedOut, rest: 'not_recorded', reason: 'not_answered_yet' },
      rules,
    );
  },
  worked: {
    story: {
      en: 'Four later questions: answered after 10, 20 and 40 minutes, one waits since 30. The first question and a "thank you" do not count. The curve falls 1 → 0.75 → 0.5 at 20 minutes and to 0 at 40: half have an answer within 30 minutes, half-way between the two. Of the answered ones the median is 20.',
      it: 'Quattro domande successive: risposta dopo 10, 20 e 40 minuti, una aspetta da 30. La prima domanda e un «grazie» non contano. La curva scende 1 → 0,75 → 0,5 a 20 minuti e a 0 a 40: metà ha risposta entro 30 minuti, a metà strada. Sulle sole risposte la mediana è 20.',
    },
    rows: [
      { follow_up: true, only_thanks: false, answered: true, wait_s: 600 },
      { follow_up: true, only_thanks: false, answered: true, wait_s: 1200 },
      { follow_up: true, only_thanks: false, answered: false, wait_s: 1800 },
      { follow_up: true, only_thanks: false, answered: true, wait_s: 2400 },
      { follow_up: true, only_thanks: true, answered: false, wait_s: 9000 },
      { follow_up: false, only_thanks: false, answered: true, wait_s: 60 },
    ],
    expect: [
      { stat: 'median', value: 1800, n: 4, rules: { clock: 'calendar' } },
      { stat: 'median', value: 1200, n: 3, rules: { clock: 'calendar', open_cases: 'finished_only' } },
    ],
  },
});
