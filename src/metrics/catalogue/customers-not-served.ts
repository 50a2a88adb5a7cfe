/** How many customers gave up and were served by nobody. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';

export const customersNotServed = define({
  name: 'customers_not_served',
  words: {
    en: {
      name: 'Customers not served',
      question: 'How many customers gave up and were served by nobody?',
      formula:
        'customers who left without an adequate answer (abandoned, unanswered, or closed unresolved) and whom nobody served within the window ÷ customers who asked',
      countedOut:
        'Requests whose customer is not known, callers who left in the menu, and requests younger than the window. Who reached somebody later, by any channel, was served. By outcome, abandonment stands apart.',
    },
    it: {
      name: 'Clienti non serviti',
      question: 'Quanti clienti hanno rinunciato e non sono stati serviti da nessuno?',
      formula:
        'clienti andati via senza una risposta adeguata (abbandono, nessuna risposta o chiusura senza soluzione) e non serviti da nessuno entro la finestra ÷ clienti che hanno chiesto',
      countedOut:
        'Richieste di cui non si conosce il cliente, chi ha riagganciato nel menu e richieste più recenti della finestra. Chi ha poi raggiunto qualcuno, su qualsiasi canale, è stato servito. Per esito, gli abbandoni stanno a parte.',
    },
  },
  unit: 'share',
  units: { count: 'count' },
  better: 'down',
  fact: 'ask_facts',
  anchor: 'asked',
  additive: false,
  headline: ['share', 'count'],
  stats: ['share', 'count'],
  smallest: twoPoints,
  rules: [{ token: 'given_up_window', default: '7 d' }],
  source: 'churn incidence: one customer counts once',
  measure({ customer_id, outcome, left_at, served_s }, rules, { fn, through }) {
    const within = secondsOf(rules, 'given_up_window');
    const told = sql`(${customer_id} is not null and ${outcome} is not null)`;
    const left = sql`(${outcome} <> 'served')`;
    const old = sql`(${outcome} = 'served' or ${fn.secondsBetween(left_at, through)} >= ${within})`;
    const lost = sql`(${left} and coalesce(${served_s} > ${within}, true))`;
    return {
      population: sql`(${told} and ${old})`,
      countedOut: {
        no_customer_known: sql`(${customer_id} is null)`,
        outcome_unknown: sql`(${customer_id} is not null and ${outcome} is null)`,
        too_early: sql`(${told} and not ${old})`,
      },
      distinct: customer_id,
      hit: lost,
      per: {
        cluster: customer_id,
        top: sql`(case when ${lost} then 1 else 0 end)`,
        bottom: 'cluster',
        once: true,
      },
    };
  },
  worked: {
    story: {
      en: 'On 20 March: Ada hung up twice and nobody served her; Ben hung up and reached somebody an hour later; Eva was answered; Ida hung up yesterday, too early to tell: 1 of 3 customers.',
      it: 'Il 20 marzo: Ada ha riagganciato due volte e nessuno l’ha servita; Ben ha riagganciato e un’ora dopo ha parlato con qualcuno; Eva ha avuto risposta; Ida ha riagganciato ieri, troppo presto: 1 cliente su 3.',
    },
    rows: [
      { customer_id: 'ada', outcome: 'abandoned', left_at: '2025-03-01T09:00:00Z' },
      { customer_id: 'ada', outcome: 'abandoned', left_at: '2025-03-02T09:00:00Z' },
      { customer_id: 'ben', outcome: 'abandoned', left_at: '2025-03-01T09:00:00Z', served_s: 3600 },
      { customer_id: 'eva', outcome: 'served' },
      { customer_id: 'ida', outcome: 'abandoned', left_at: '2025-03-19T09:00:00Z' },
    ].map((row) => ({ ...row, asked_at: '2025-03-01T09:00:00Z' })),
    dataThrough: '2025-03-20T09:00:00Z',
    expect: [
      { stat: 'share', value: 1 / 3, n: 3 },
      { stat: 'count', value: 1, n: 1 },
    ],
  },
});
