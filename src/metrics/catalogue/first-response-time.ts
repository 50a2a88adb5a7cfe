/** How long customers wait for the first human answer. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { finishedOrAll } from './finished-or-all.ts';

export const firstResponseTime = define({
  name: 'first_response_time',
  words: {
    en: {
      name: 'First response time',
      question: 'How long do customers wait for the first human answer?',
      formula: "time from the customer's request to the first public answer of a person",
      countedOut:
        'Cases without messages and without a stated time of response; answers of bots. Cases still waiting count as "at least this long"; a case that was given up without an answer stays unanswered for good (a competing outcome).',
    },
    it: {
      name: 'Tempo di prima risposta',
      question: 'Quanto aspetta il cliente la prima risposta di una persona?',
      formula: 'tempo dalla richiesta del cliente alla prima risposta pubblica di una persona',
      countedOut:
        "Casi senza messaggi e senza un'ora di risposta dichiarata; risposte dei bot. I casi ancora in attesa valgono «almeno questo tempo»; un caso abbandonato senza risposta resta senza risposta per sempre (esito concorrente).",
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['answered', 'resolved'],
  additive: false,
  headline: ['median', 'p90'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  credit: 'first_responder',
  rules: [
    { token: 'clock', default: 'business' },
    { token: 'open_cases', default: 'included' },
    { token: 'bots', default: 'from_first_message' },
  ],
  source: 'Kaplan & Meier (1958) for cases still waiting; Fine & Gray (1999) for those given up',
  measure(row, rules) {
    const { responded } = row;
    const [waited, handed, gone] =
      rules.clock === 'business'
        ? [row.response_business_s, row.response_handover_business_s, row.given_up_business_s]
        : [row.response_s, row.response_handover_s, row.given_up_s];
    const value =
      rules.bots === 'from_handover'
        ? sql`coalesce(${gone}, ${handed}, ${waited})`
        : sql`coalesce(${gone}, ${waited})`;
    const known = sql`(${responded} is not null and ${value} is not null)`;
    const countedOut = { no_messages: sql`(${responded} is null)` };
    return finishedOrAll(
      { known, value, happened: responded, countedOut, rest: 'not_asked', reason: 'not_answered_yet' },
      rules,
    );
  },
  worked: {
    story: {
      en: 'Five cases: answered after 10, 20, 30 and 40 minutes; one has waited 25 minutes so far. Three are left at risk after 20 minutes, so the curve falls 1 → 0.8 → 0.6 → 0.3 at 30 minutes: half have an answer within 30 minutes. Finished only, the median is 25 minutes. The third was passed on by a bot after 5 minutes: counted from there, the mean of the finished is 300 s ÷ 4 shorter.',
      it: 'Cinque casi: risposta dopo 10, 20, 30 e 40 minuti; uno aspetta da 25 minuti. La curva scende 1 → 0,8 → 0,6 → 0,3 a 30 minuti: metà ha risposta entro 30 minuti. Sui soli conclusi la mediana è 25 minuti. Il terzo è stato passato da un bot dopo 5 minuti: contando da lì, la media dei conclusi è più breve di 300 s ÷ 4.',
    },
    rows: [
      { responded: true, response_s: 600 },
      { responded: true, response_s: 1200 },
      { responded: false, response_s: 1500 },
      { responded: true, response_s: 1800, response_handover_s: 1500 },
      { responded: true, response_s: 2400 },
      {},
    ],
    expect: [
      { stat: 'median', value: 1800, n: 5, rules: { clock: 'calendar' } },
      { stat: 'median', value: 1500, n: 4, rules: { clock: 'calendar', open_cases: 'finished_only' } },
      { stat: 'mean', value: 1500, n: 4, rules: { clock: 'calendar', open_cases: 'finished_only' } },
      {
        stat: 'mean',
        value: 1500 - 300 / 4,
        n: 4,
        rules: { clock: 'calendar', open_cases: 'finished_only', bots: 'from_handover' },
      },
    ],
  },
});
