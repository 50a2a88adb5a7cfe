/** What it costs to get a request resolved, the work on those that are not included. */
import { sql } from 'kysely';
import { define, type MetricDefinition, tenth } from '../definition.ts';
import { noRates, type Rates, rateOf } from '../rates.ts';

const withRates = (rates: Rates): MetricDefinition<'case_facts'> =>
  define({
    name: 'cost_per_resolution',
    words: {
      en: {
        name: 'Cost per resolution',
        question: 'What does it cost to get a request resolved?',
        formula:
          'time worked on the cases opened in the period × the rate of an hour of their team and channel ÷ those of them that stand resolved',
        countedOut:
          'Spam, test, merged and deleted cases. Cases whose working time is not recorded, or for which no rate is set. Work on cases that are still open is in the cost.',
      },
      it: {
        name: 'Costo per risoluzione',
        question: 'Quanto costa risolvere una richiesta?',
        formula:
          'tempo dedicato ai casi aperti nel periodo × tariffa oraria del loro gruppo e canale ÷ quelli che risultano risolti',
        countedOut:
          'Casi spam, di prova, uniti ad altri o cancellati. Casi senza tempo di lavoro registrato o senza tariffa. Il lavoro sui casi ancora aperti è nel costo.',
      },
    },
    unit: `money ${rates.currency}`,
    better: 'down',
    fact: 'case_facts',
    anchor: 'opened',
    anchors: ['resolved', 'closed'],
    additive: false,
    headline: ['mean'],
    stats: ['mean'],
    smallest: tenth,
    rules: [],
    source: 'time-driven activity-based costing (Kaplan & Anderson 2004); ratio of sums, one cluster a case',
    priced: withRates,
    measure(row, _, scene) {
      const rate = rateOf(rates, row, row.opened_at, scene);
      return {
        population: sql`(${row.handle_s} is not null and ${rate} is not null)`,
        countedOut: { no_rate: sql`(${rate} is null)` },
        rest: 'not_recorded',
        per: {
          cluster: sql`${row.source} || '/' || ${row.id}`,
          top: sql`(${row.handle_s} * ${rate} / 3600.0)`,
          bottom: sql`(case when ${row.resolved} then 1 else 0 end)`,
        },
      };
    },
    worked: {
      story: {
        en: 'An hour costs 30. Three cases took 10, 20 and 30 minutes, two of them are resolved: 30 for 2, 15 each.',
        it: 'Un’ora costa 30. Tre casi hanno richiesto 10, 20 e 30 minuti, due sono risolti: 30 per 2, cioè 15 ciascuno.',
      },
      rows: [
        { handle_s: 600, resolved: true },
        { handle_s: 1200, resolved: true },
        { handle_s: 1800, resolved: false },
      ].map((row) => ({ ...row, opened_at: '2025-03-03T09:00:00Z' })),
      expect: [{ stat: 'mean', value: 15, n: 3 }],
    },
  });

export const costPerResolution = withRates(noRates);
