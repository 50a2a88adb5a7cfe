/** How many customers had to ask again. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';

export const repeatContactRate = define({
  name: 'repeat_contact_rate',
  words: {
    en: {
      name: 'Repeat contact rate',
      question: 'How many requests were followed by another from the same customer?',
      formula:
        'cases followed by a new case of the same customer within the window ÷ cases whose window is over',
      countedOut:
        'Spam, test, merged and deleted cases. Cases whose customer is not known, and cases younger than the window.',
    },
    it: {
      name: 'Tasso di richiamata',
      question: 'Quante richieste sono seguite da un’altra dello stesso cliente?',
      formula:
        'casi seguiti da un nuovo caso dello stesso cliente entro la finestra ÷ casi la cui finestra è trascorsa',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si conosce il cliente, e casi più recenti della finestra.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [
    { token: 'contact_again', default: 'same_category' },
    { token: 'contact_again.within', default: '7 d' },
  ],
  source: 'COPC CX Standard',
  measure({ customer_id, opened_at, again_s, again_any_s }, rules, { fn, through }) {
    const within = secondsOf(rules, 'contact_again.within');
    const again = rules.contact_again === 'any' ? again_any_s : again_s;
    const known = sql`(${customer_id} is not null)`;
    const old = sql`(${fn.secondsBetween(opened_at, through)} >= ${within})`;
    return {
      population: sql`(${known} and ${old})`,
      countedOut: {
        no_customer_known: sql`(not ${known})`,
      },
      rest: 'too_early',
      hit: sql`(coalesce(${again} <= ${within}, false))`,
    };
  },
  worked: {
    story: {
      en: 'Three cases of the first of March; one customer was back after 2 days, one after 10. A case of the 19th is too young on the 20th: 1 of 3.',
      it: 'Tre casi del primo marzo; un cliente torna dopo 2 giorni, uno dopo 10. Un caso del 19 è troppo recente il 20: 1 su 3.',
    },
    rows: [
      { customer_id: 'ada', opened_at: '2025-03-01T09:00:00Z', again_s: 2 * 86_400 },
      { customer_id: 'ben', opened_at: '2025-03-01T09:00:00Z', again_s: 10 * 86_400 },
      { customer_id: 'eva', opened_at: '2025-03-01T09:00:00Z' },
      { customer_id: 'ida', opened_at: '2025-03-19T09:00:00Z' },
      { opened_at: '2025-03-01T09:00:00Z' },
    ],
    dataThrough: '2025-03-20T09:00:00Z',
    expect: [
      { stat: 'share', value: 1 / 3, n: 3 },
      { stat: 'share', value: 2 / 3, n: 3, rules: { 'contact_again.within': '14 d' } },
    ],
  },
});
