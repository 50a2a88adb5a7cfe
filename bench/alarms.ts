/** Measures the default alarm by simulation and writes docs/chance/alarms.md: node bench/alarms.ts [PAGES [NAMES]]; only the rows with such a name are printed. */
import { writeFileSync } from 'node:fs';
import { normalDraws } from '../src/chance/people/normal-draws.ts';
import { alarm, alarmPage } from '../src/chance/time/alarm.ts';
import { anhoejRules } from '../src/chance/time/anhoej-rules.ts';
import { nhsCauses } from '../src/chance/time/nhs-rules.ts';
import { xmrChart } from '../src/chance/time/xmr-chart.ts';
import { largestShift } from './mean-shift-scan.ts';
import { BUSY_WEEK, type Service, seriesOf, shapes } from './services.ts';

const PAGES = Number(process.argv[2] ?? 1000);
const NAMES = process.argv[3] === undefined ? null : new RegExp(process.argv[3]);
const CHARTS = 20;
const SEED = 20_261_122;
const CHART_LEVEL = 1 - 0.95 ** (1 / CHARTS);

const memories = (chart: number) => (chart % 4) * 0.2;

const stable: readonly Service[] = [
  { name: 'independent, 24 weeks', points: 24 },
  { name: 'independent, 52 weeks', points: 52 },
  { name: 'independent, 104 weeks', points: 104 },
  { name: 'independent, 365 days', points: 365 },
  { name: 'busy Mondays and quiet weekends, 365 days', points: 365, week: BUSY_WEEK },
  { name: 'busy Mondays, 8 weeks of days', points: 56, week: BUSY_WEEK },
  { name: 'memory 0.3, 52 weeks', points: 52, memory: 0.3 },
  { name: 'memory 0.6, 24 weeks', points: 24, memory: 0.6 },
  { name: 'memory 0.6, 52 weeks', points: 52, memory: 0.6 },
  { name: 'memory 0.6, 365 days', points: 365, memory: 0.6 },
  { name: 'memories 0, 0.2, 0.4, 0.6 on one page, 52 weeks', points: 52, memory: memories },
  { name: 'log-normal (spread 0.5), 52 weeks', points: 52, shape: shapes.logNormal(0.5) },
  { name: 'log-normal (spread 1), 52 weeks', points: 52, shape: shapes.logNormal(1) },
  { name: 'exponential, 52 weeks', points: 52, shape: shapes.exponential },
  { name: 'counts about 4 (Poisson), 52 weeks', points: 52, shape: shapes.poisson(4) },
  { name: 'counts about 1.2 (Poisson), 52 weeks', points: 52, shape: shapes.poisson(1.2), pages: 2000 },
  { name: 'counts about 0.7 (Poisson), 52 weeks', points: 52, shape: shapes.poisson(0.7), pages: 2000 },
  { name: 'counts about 1.2, memory 0.3, 52 weeks', points: 52, shape: shapes.poisson(1.2), memory: 0.3 },
  { name: 'counts about 0.7, memory 0.6, 52 weeks', points: 52, shape: shapes.poisson(0.7), memory: 0.6 },
  { name: 'counts about 0.3 (Poisson), 52 weeks', points: 52, shape: shapes.poisson(0.3) },
  { name: 'share of 4 answers (85 % good), 200 days', points: 200, shape: shapes.shareOf(4, 0.85) },
  { name: 'one in ten weeks (Poisson), 104 weeks', points: 104, shape: shapes.poisson(0.1) },
  { name: 'heavy tails (t, 5 degrees), 52 weeks', points: 52, shape: shapes.heavyTails },
  {
    name: 'all at once: log-normal, weekdays, memory 0.3, 365 days',
    points: 365,
    shape: shapes.logNormal(0.5),
    week: BUSY_WEEK,
    memory: 0.3,
  },
];

const middle = { points: 52, from: 26 };

const shifted: readonly Service[] = [
  ...[0.75, 1, 1.25, 1.5, 2].map((shift) => ({ ...middle, name: `independent, ${shift} σ`, shift })),
  { name: 'the same 1 σ after 52 more weeks of history', points: 104, from: 78, shift: 1 },
  { name: '1.5 σ, thirteen weeks ago', points: 52, from: 39, shift: 1.5 },
  { name: 'weekdays, 8 weeks of days, 1.25 σ', points: 56, from: 28, shift: 1.25, week: BUSY_WEEK },
  {
    ...middle,
    name: 'log-normal (spread 1), 1.25 σ of the logarithm',
    shift: 1.25,
    shape: shapes.logNormal(1),
  },
  {
    ...middle,
    name: 'counts that rise from 0.7 to 1.9 a week',
    shift: 1.25,
    shape: shapes.poisson(0.7),
  },
  { ...middle, name: 'memory 0.3, 1.5 σ', shift: 1.5, memory: 0.3 },
  { ...middle, name: 'memory 0.6, 2 σ', shift: 2, memory: 0.6 },
  { name: 'memory 0.6, 1 σ, 365 days', points: 365, from: 182, shift: 1, memory: 0.6 },
];

const draw = normalDraws(SEED);
const percent = (hits: number, of: number) => `${((100 * hits) / of).toFixed(1)} %`;
const times = (count: number) => Array.from({ length: count }, (_, i) => i);

function pageOf(service: Service) {
  return times(CHARTS).map((chart) => seriesOf(service, chart, draw));
}

/** Long series take longer: as many pages as points allow, never fewer than a fifth. */
function pagesFor({ points, pages = 0 }: Service): number {
  return Math.round(Math.max(pages, PAGES / 5, Math.min(PAGES, (PAGES * 52) / points)));
}

function stableRow(service: Service): string {
  const pages = times(pagesFor(service)).map(() => pageOf(service));
  const charts = pages.flat();
  const alarmed = pages.filter((page) => alarmPage(page).some(({ signals }) => signals.length > 0)).length;
  const some = charts.slice(0, pages.length * 4);
  const alone = some.filter((series) => alarm(series).signals.length > 0).length;
  const numbers = some.map(({ values }) => values.map((value) => value ?? 0));
  const nhs = numbers.filter((y) => nhsCauses(y, xmrChart(y)).some((cause) => cause !== null)).length;
  const anhoej = numbers.filter((y) => anhoejRules(y).signal).length;
  return `| ${service.name} | ${percent(alarmed, pages.length)} | ${percent(alone, some.length)} | ${percent(nhs, some.length)} | ${percent(anhoej, some.length)} | ${pages.length} |`;
}

/** The shift is in the first chart; the other nineteen are stable. */
function shiftedRow(service: Service, critical: ReadonlyMap<number, number>): string {
  const runs = times(pagesFor(service)).map(() => {
    const [first, ...others] = pageOf({ ...service, shift: 0 });
    return [seriesOf(service, 0, draw), ...(first ? others : [])];
  });
  const isFound = (signals: readonly { readonly kind: string }[] | undefined) =>
    signals?.some(({ kind }) => kind === 'shift') ?? false;
  const found = runs.filter((page) => isFound(alarmPage(page)[0]?.signals)).length;
  const alone = runs.filter(([own]) => own && isFound(alarm(own).signals)).length;
  const limit = critical.get(service.points);
  const isPlain = !service.memory && !service.shape && !service.week && limit !== undefined;
  const scanned = runs.filter(
    ([own]) => isPlain && largestShift(own?.values.map((v) => v ?? 0) ?? []) > limit,
  ).length;
  const best = isPlain ? percent(scanned, runs.length) : '';
  return `| ${service.name} | ${percent(found, runs.length)} | ${percent(alone, runs.length)} | ${best} |`;
}

const plateaus = [
  [1, 8],
  [1, 13],
  [2, 5],
  [3, 4],
  [4, 4],
  [5, 3],
  [5, 4],
] as const;

function plateauRow([size, height]: (typeof plateaus)[number]): string {
  const found = (service: Service, isAlone = false) => {
    const pages = times(PAGES / 5).map(() => {
      const [first = { values: [] }, ...others] = pageOf(service);
      const raised = first.values.map((v, i) => (i >= 29 && i < 29 + size ? (v ?? 0) + height : v));
      return [{ values: raised }, ...(isAlone ? [] : others)];
    });
    const hits = pages.filter((page) =>
      alarmPage(page)[0]?.signals.some(
        (signal) => signal.kind === 'shift' || (signal.at >= 29 && signal.at < 29 + size),
      ),
    );
    return percent(hits.length, pages.length);
  };
  const calm = { name: 'calm', points: 52 };
  const heavy = { ...calm, shape: shapes.heavyTails };
  return `| ${size} | ${height} σ | ${found(calm)} | ${found(calm, true)} | ${found(heavy)} |`;
}

/** The height that the scan passes on one stable chart in 390. */
function scanLimit(points: number): number {
  const heights = Float64Array.from(times(PAGES * 100), () => largestShift(times(points).map(draw))).sort();
  return heights[Math.floor(heights.length * (1 - CHART_LEVEL))] ?? Number.NaN;
}

if (NAMES) {
  for (const service of stable) if (NAMES.test(service.name)) console.log(stableRow(service));
  for (const service of shifted) if (NAMES.test(service.name)) console.log(shiftedRow(service, new Map()));
} else writePage();

function writePage(): void {
  const limits = new Map([52, 104].map((points) => [points, scanLimit(points)]));
  writeFileSync(
    new URL('../docs/chance/alarms.md', import.meta.url),
    `# How often the default alarm is wrong, and how often it is right

Measured by \`node bench/alarms.ts ${PAGES}\` (seed ${SEED}); each row has a sampling error of about ${(100 * Math.sqrt(0.05 / PAGES)).toFixed(1)} points at 5 %.
A page has ${CHARTS} charts that are judged together. "Alone" is one chart judged without its page. For comparison, single
charts under the rules of NHS *Making Data Count* and of Anhøj, which look at the raw series.

## Nothing happened

| service | pages with any signal | charts alone | NHS rules, charts | Anhøj rules, charts | pages |
| --- | ---: | ---: | ---: | ---: | ---: |
${stable.map(stableRow).join('\n')}

The promise is 5 % of pages, which is 0.26 % of charts. How far out ordinary points lie is learnt from the page's charts,
as is how much they remember; rare counts and shares of a few answers must also surprise among all orders of their own
values, of rows of neighbours where they remember. Counts so rare that an ordinary week has none hide how much they
remember: where they remember strongly, the promise is not kept.

## A lasting shift in one chart

Half way through 52 weeks unless the row says otherwise. The best scan knows that the points are independent and normal,
tries every cut and is held to the same 0.26 % of stable charts.

| service | found on a page | found alone | best scan |
| --- | ---: | ---: | ---: |
${shifted.map((service) => shiftedRow(service, limits)).join('\n')}

A page teaches how much its points remember: a chart judged alone must allow for memory that it cannot tell from a shift.

## A few points in one chart

From the thirtieth of 52 weeks on, so many of them higher by so much. Found is any of them, or a shift.

| points | higher by | found on a page | found alone | on a page of heavy tails |
| --- | ---: | ---: | ---: | ---: |
${plateaus.map(plateauRow).join('\n')}

What a page of calm charts finds surprising is ordinary where tails are heavy. A level that lasts six points or more is a shift.
`,
  );
}
