/** How many different customers asked for help. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const customersContacting = define({
  name: 'customers_contacting',
  words: {
    en: {
      name: 'Customers contacting',
      question: 'How many different customers asked for help?',
      formula: 'number of different customers who opened a case in the period',
      countedOut:
        'Cases whose customer is not known (placeholders such as 0 are nobody). Spam, test, merged and deleted cases.',
    },
    it: {
      name: 'Clienti che hanno scritto',
      question: 'Quanti clienti diversi hanno chiesto aiuto?',
      formula: 'numero di clienti diversi che hanno aperto un caso nel periodo',
      countedOut:
        'Casi di cui non si conosce il cliente (un segnaposto come 0 non è nessuno). Casi spam, di prova, uniti ad altri o cancellati.',
    },
  },
  unit: 'count',
  better: 'neither',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['count'],
  stats: ['count'],
  smallest: tenth,
  rules: [],
  source: 'plain count',
  measure: ({ customer_id, customer_history, again_any_s, source }) => ({
    population: sql`(${customer_id} is not null)`,
    countedOut: { no_customer_known: sql`(${customer_id} is null)` },
    distinct: customer_id,
    sequence: { anchor: 'opened_at', linked: customer_history, next: again_any_s, within: source },
  }),
  worked: {
    story: {
      en: 'Ada opens two cases, Ben one, one case has no customer: two customers.',
      it: 'Ada apre due casi, Ben uno, un caso è senza cliente: due clienti.',
    },
    rows: [{ customer_id: 'ada' }, { customer_id: 'ada' }, { customer_id: 'ben' }, {}].map((row) => ({
      ...row,
      opened_at: '2025-03-01T09:00:00Z',
    })),
    expect: [{ stat: 'count', value: 2, n: 2 }],
  },
});
