/** What an answered contact costs. */
import { sql } from 'kysely';
import { define, type MetricDefinition, tenth } from '../definition.ts';
import { noRates, type Rates, rateOf } from '../rates.ts';

const withRates = (rates: Rates): MetricDefinition<'contact_facts'> =>
  define({
    name: 'cost_per_contact',
    words: {
      en: {
        name: 'Cost per contact',
        question: 'What does an answered contact cost?',
        formula: 'handle time (talk + hold + after-call work) × the rate of an hour of its team and channel',
        countedOut:
          'Outbound and internal contacts, and those of spam or test cases. Contacts that nobody answered, that lack a part of their handle time, or for which no rate is set. Waiting for work costs as well and is not in it.',
      },
      it: {
        name: 'Costo per contatto',
        question: 'Quanto costa un contatto con risposta?',
        formula:
          'tempo di gestione (conversazione + attesa + lavoro successivo) × tariffa oraria del suo gruppo e canale',
        countedOut:
          'Contatti in uscita e interni, e quelli di casi spam o di prova. Contatti senza risposta, senza una parte del tempo di gestione o senza tariffa. Anche il tempo senza contatti costa, e qui non c’è.',
      },
    },
    unit: `money ${rates.currency}`,
    better: 'down',
    fact: 'contact_facts',
    anchor: 'arrived',
    anchors: ['answered'],
    additive: false,
    headline: ['mean'],
    stats: ['mean', 'sum', 'median', 'p90'],
    smallest: tenth,
    rules: [],
    source: 'time-driven activity-based costing (Kaplan & Anderson 2004)',
    priced: withRates,
    measure(row, _, scene) {
      const handled = sql`(${row.talk_s} + ${row.hold_s} + ${row.wrap_s})`;
      const rate = rateOf(rates, row, row.arrived_at, scene);
      const answered = sql`(coalesce(${row.answered}, false))`;
      return {
        population: sql`(${answered} and ${handled} is not null and ${rate} is not null)`,
        countedOut: {
          not_answered: sql`(not ${answered})`,
          no_rate: sql`(${answered} and ${rate} is null)`,
        },
        rest: 'not_recorded',
        value: sql`(${handled} * ${rate} / 3600.0)`,
      };
    },
    worked: {
      story: {
        en: 'An hour costs 30, on the phone 36. A call of 200 s costs 2.00, a chat of 600 s 5.00: 3.50 on average.',
        it: 'Un’ora costa 30, al telefono 36. Una chiamata di 200 s costa 2,00, una chat di 600 s 5,00: in media 3,50.',
      },
      rows: [
        { answered: true, channel: 'phone', talk_s: 150, hold_s: 20, wrap_s: 30 },
        { answered: true, channel: 'chat', talk_s: 500, hold_s: 0, wrap_s: 100 },
        { answered: false, channel: 'phone' },
      ],
      expect: [
        { stat: 'mean', value: 3.5, n: 2 },
        { stat: 'sum', value: 7, n: 2 },
      ],
    },
  });

export const costPerContact = withRates(noRates);
