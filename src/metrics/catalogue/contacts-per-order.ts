/** How much service the selling makes. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const contactsPerOrder = define({
  name: 'contacts_per_order',
  words: {
    en: {
      name: 'Contacts per 100 orders',
      question: 'How much service does selling make?',
      formula: '100 × cases opened in the period ÷ orders placed in it',
      countedOut:
        'Spam, test, merged and deleted cases. Steps outside service that are no orders. A case need not be about an order of the same period.',
    },
    it: {
      name: 'Contatti ogni 100 ordini',
      question: 'Quanta assistenza genera la vendita?',
      formula: '100 × casi aperti nel periodo ÷ ordini dello stesso periodo',
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. Passaggi che non sono ordini. Un caso può riguardare un ordine di un altro periodo.',
    },
  },
  unit: 'per_100_orders',
  better: 'down',
  fact: 'touchpoint_facts',
  flowFact: 'case_facts',
  anchor: 'happened',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: tenth,
  rules: [],
  source: 'ratio of two counts, one cluster a day',
  measure: ({ kind }) => ({
    population: sql`(coalesce(${kind} = 'order', false))`,
    flow: { anchor: 'opened', population: sql`true`, times: 100 },
  }),
  worked: {
    story: {
      en: 'Four orders, a return and two cases, one of them spam: 25 cases per 100 orders.',
      it: 'Quattro ordini, un reso e due casi, di cui uno spam: 25 casi ogni 100 ordini.',
    },
    rows: ['order', 'order', 'order', 'order', 'return'].map((kind) => ({
      kind,
      at: '2025-03-03T09:00:00Z',
    })),
    beside: {
      case_facts: [
        { opened_at: '2025-03-03T10:00:00Z' },
        { opened_at: '2025-03-03T11:00:00Z', left_out: 'spam' },
      ],
    },
    expect: [{ stat: 'mean', value: 25, n: 4 }],
  },
});
