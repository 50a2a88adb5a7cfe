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
  anchors: ['opened', 'closed'],
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
    const [nobody, silent] = [sql`(${customer_id} is null)`, sql`(${customer_messages} is null)`];
    const unknown = sql`${hit} is null and coalesce(${first_contact_missing} not in ('too_early', 'not_resolved'), true)`;
    return {
      population: sql`(${hit} is not null)`,
      countedOut: {
        too_early: sql`(${hit} is null and ${first_contact_missing} = 'too_early')`,
        not_resolved: sql`(${hit} is null and ${first_contact_missing} = 'not_resolved')`,
        no_customer_no_messages: sql`(${unknown} and ${nobody} and ${silent})`,
        no_customer_known: sql`(${unknown} and ${nobody} and not ${silent})`,
        no_messages: sql`(${unknown} and not ${nobody} and ${silent})`,
      },
      rest: 'not_recorded',
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
