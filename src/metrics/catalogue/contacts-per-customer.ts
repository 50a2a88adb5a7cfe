/** How often one customer calls. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';

export const contactsPerCustomer = define({
  name: 'contacts_per_customer',
  words: {
    en: {
      name: 'Contacts per customer',
      question: 'How often does one customer call?',
      formula: 'inbound contacts ÷ different customers',
      countedOut:
        'Contacts whose customer is not known. Outbound and internal contacts, and those of spam or test cases.',
    },
    it: {
      name: 'Contatti per cliente',
      question: 'Quante volte chiama uno stesso cliente?',
      formula: 'contatti in entrata ÷ clienti diversi',
      countedOut:
        'Contatti di cui non si conosce il cliente. Contatti in uscita e interni, e quelli di casi spam o di prova.',
    },
  },
  unit: 'per_customer',
  units: { count: 'count' },
  better: 'down',
  fact: 'contact_facts',
  anchor: 'arrived',
  additive: false,
  headline: ['mean', 'count'],
  stats: ['mean', 'count'],
  smallest: tenth,
  rules: [],
  source: 'ratio of counts, one cluster a customer',
  measure: ({ customer_id }) => ({
    population: sql`(${customer_id} is not null)`,
    rest: 'no_customer_known',
    per: { cluster: customer_id, top: 'rows', bottom: 'cluster' },
  }),
  worked: {
    story: {
      en: 'Ada calls three times, Ben once: four contacts, two customers, 2 each.',
      it: 'Ada chiama tre volte, Ben una: quattro contatti, due clienti, 2 a testa.',
    },
    rows: ['ada', 'ada', 'ada', 'ben', null].map((customer_id) => ({
      customer_id,
      arrived_at: '2025-03-01T09:00:00Z',
    })),
    expect: [{ stat: 'mean', value: 2, n: 2 }],
  },
});
