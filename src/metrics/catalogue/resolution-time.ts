/** How long a request takes from opening to its solution. */
import { sql } from 'kysely';
import { define, tenth } from '../definition.ts';
import { finishedOrAll } from './finished-or-all.ts';

export const resolutionTime = define({
  name: 'resolution_time',
  words: {
    en: {
      name: 'Resolution time',
      question: 'How long does a request take until it is solved?',
      formula: 'time from opening to the last resolution',
      countedOut:
        'Spam, test, merged and deleted cases. Cases still open count as "at least this long", and a case that was given up stays unsolved for good (a competing outcome); by the rule "finished_only" they are left out, which makes a growing backlog look good.',
    },
    it: {
      name: 'Tempo di risoluzione',
      question: 'Quanto ci vuole per risolvere una richiesta?',
      formula: "tempo dall'apertura all'ultima risoluzione",
      countedOut:
        'Casi spam, di prova, uniti ad altri o cancellati. I casi ancora aperti valgono «almeno questo tempo», e un caso abbandonato resta irrisolto per sempre (esito concorrente); con la regola «finished_only» sono esclusi, e un arretrato che cresce sembra un miglioramento.',
    },
  },
  unit: 'seconds',
  better: 'down',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['median', 'p90'],
  stats: ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'geometric_mean', 'sum', 'max'],
  smallest: tenth,
  rules: [
    { token: 'clock', default: 'business' },
    { token: 'open_cases', default: 'included' },
    { token: 'resolved_at', default: 'last' },
  ],
  source: 'Kaplan & Meier (1958) for cases still open; Fine & Gray (1999) for those given up',
  measure(row, rules) {
    const { first_resolved_at } = row;
    const [last, first] =
      rules.clock === 'business'
        ? [row.resolution_business_s, row.first_resolution_business_s]
        : [row.resolution_s, row.first_resolution_s];
    const isFirst = rules.resolved_at === 'first';
    const value = isFirst
      ? sql`(case when ${first_resolved_at} is null then ${last} else ${first} end)`
      : last;
    const resolved = isFirst ? sql`(${row.resolved} or ${first_resolved_at} is not null)` : row.resolved;
    const known = sql`(${resolved} is not null and ${value} is not null)`;
    return finishedOrAll(
      { known, value, happened: resolved, rest: 'not_recorded', reason: 'not_resolved' },
      rules,
    );
  },
  worked: {
    story: {
      en: 'Four cases solved after 1, 2, 3 and 6 hours, one open since 4 hours: the curve falls 1 → 0.8 → 0.6 → 0.4 at 3 hours: half are solved within 3 hours. Of the finished ones the median is 2.5 hours; the one of 6 hours had been solved for the first time after 1, so by the first resolution it is 1.5.',
      it: 'Quattro casi risolti dopo 1, 2, 3 e 6 ore, uno aperto da 4: la curva scende 1 → 0,8 → 0,6 → 0,4 a 3 ore: metà è risolta entro 3 ore. Sui soli conclusi la mediana è 2,5 ore; quello da 6 ore era stato risolto una prima volta dopo 1, quindi con la prima risoluzione è 1,5.',
    },
    rows: [
      ...[1, 2, 3, 6].map((hours) => ({
        resolved: true,
        resolution_s: hours * 3600,
        first_resolution_s: (hours === 6 ? 1 : hours) * 3600,
        first_resolved_at: '2025-03-01T09:00:00Z',
      })),
      { resolved: false, resolution_s: 4 * 3600 },
    ],
    expect: [
      { stat: 'median', value: 3 * 3600, n: 5, rules: { clock: 'calendar' } },
      { stat: 'median', value: 2.5 * 3600, n: 4, rules: { clock: 'calendar', open_cases: 'finished_only' } },
      {
        stat: 'median',
        value: 1.5 * 3600,
        n: 4,
        rules: { clock: 'calendar', open_cases: 'finished_only', resolved_at: 'first' },
      },
    ],
  },
});
