/** How many requests were solved at the first contact. */
import { sql } from 'kysely';
import { define, type Sql, twoPoints } from '../definition.ts';

export const firstContactResolution = define({
  name: 'first_contact_resolution',
  words: {
    en: {
      name: 'First-contact resolution',
      question: 'How many requests were solved at the first contact?',
      formula: 'cases solved at first contact ÷ resolved cases of which it can be told',
      countedOut:
        'Spam, test, merged and deleted cases. Cases too young to know whether the customer comes back, and cases whose customer or messages are not known.',
    },
    it: {
      name: 'Risoluzione al primo contatto',
      question: 'Quante richieste sono state risolte al primo contatto?',
      formula: 'casi risolti al primo contatto ÷ casi risolti di cui si può dirlo',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Casi troppo recenti per sapere se il cliente torna, e casi di cui non si conoscono il cliente o i messaggi.',
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'case_facts',
  anchor: 'resolved',
  anchors: ['opened'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [{ token: 'first_contact', default: 'one_touch' }],
  source: 'COPC CX Standard; SQM Group; the three rules in use, named',
  measure(row, rules) {
    const { customer_id, customer_messages, first_contact_missing } = row;
    const columns: Readonly<Record<string, Sql>> = {
      one_touch: row.first_contact_one_touch,
      not_again: row.first_contact_not_again,
      closed_once: row.first_contact_closed_once,
    };
    const hit = columns[rules.first_contact ?? ''] ?? row.first_contact_one_touch;
    const nobody = sql`(${customer_id} is null)`;
    const silent = sql`(${customer_messages} is null)`;
    const why = sql`case when ${hit} is not null then null
      when ${first_contact_missing} in ('too_early', 'not_resolved') then ${first_contact_missing}
      when ${nobody} and ${silent} then 'no_customer_no_messages'
      when ${nobody} then 'no_customer_known'
      when ${silent} then 'no_messages' else 'not_recorded' end`;
    const reasons = [
      'too_early',
      'not_resolved',
      'no_customer_no_messages',
      'no_customer_known',
      'no_messages',
      'not_recorded',
    ];
    return {
      population: sql`(${hit} is not null)`,
      countedOut: Object.fromEntries(reasons.map((reason) => [reason, sql`(${why} = ${sql.lit(reason)})`])),
      hit,
    };
  },
  worked: {
    story: {
      en: 'Three resolved cases: solved at once, after two answers, and one too young to tell: 1 of 2.',
      it: 'Tre casi risolti: uno subito, uno dopo due risposte, uno troppo recente: 1 su 2.',
    },
    rows: [
      { first_contact_one_touch: true, first_contact_closed_once: true },
      { first_contact_one_touch: false, first_contact_closed_once: true },
      { first_contact_missing: 'too_early' },
    ],
    expect: [
      { stat: 'share', value: 0.5, n: 2 },
      { stat: 'share', value: 1, n: 2, rules: { first_contact: 'closed_once' } },
    ],
  },
});
