/** The one default alarm: did this series change, or is it only chance, weekdays, skew and memory? */
import { type AlarmChart, alarmChart } from './alarm-chart.ts';
import { shiftByShuffling } from './coarse-series.ts';
import { memoryPriors } from './memory-prior.ts';
import { type PreparedSeries, prepareSeries, type Series } from './prepared-series.ts';
import { shiftTest } from './shift-test.ts';
import { standout } from './standout.ts';
import { type TailWeights, tailWeights } from './tail-weight.ts';

/** Who looks at one chart will look at others. */
export const chartsOfAPage = 20;

export interface AlarmOptions {
  /** How often a page on which nothing happened may show any signal. */
  readonly pageLevel?: number;
  /** A page is never judged as if it had fewer charts. */
  readonly pageOf?: number;
}

/** A coarse series has to surprise twice: its evidence among normal ones, and its order among all its orders. */
const WORTH_SHUFFLING = 0.05;

/** How a chart's allowance is shared between a change of level and single points. */
const SHIFT_SHARE = 0.9;

/**
 * Judges all charts of a page together.
 *
 * Each series is bent to a normal scale (Box–Cox), loses its weekday pattern and has single extremes pulled in. Then the
 * evidence for one change of level is weighed against chance with memory, how much memory being learnt from all charts.
 * Single points and rows of up to five must stand apart from all others under tails that are learnt from all charts too;
 * rare counts are judged by shuffling and by counts. Benjamini–Hochberg over the page decides which charts may signal; of
 * 20 stable charts none does on 95 % of pages (docs/chance/alarms.md has the simulations).
 *
 * Values may be of any unit; at least 13 are needed for shifts. Returns one chart per series, in order.
 * Example: 26 values about 10 and then 26 about 14, spread 2 → one shift near place 26, difference about 4.
 */
export function alarmPage(
  page: readonly Series[],
  { pageLevel = 0.05, pageOf = chartsOfAPage }: AlarmOptions = {},
): AlarmChart[] {
  const prepared = page.map(prepareSeries);
  const shifts = shiftTests(prepared);
  const tails = pageTails(prepared);
  const spikes = prepared.map(
    (series, i) =>
      standout(series, series.adjusted, pageLevel, { tails: tails[i] ?? [], memory: shifts[i]?.memory ?? 0 })
        .p,
  );
  const charts = prepared.map((_, i) => {
    const shift = shifts[i]?.p ?? 1;
    return Math.min(1, shift / SHIFT_SHARE, (spikes[i] ?? 1) / (1 - SHIFT_SHARE));
  });
  const size = Math.max(pageOf, page.length);
  const allowed = allowance(charts, pageLevel, size);
  return page.map(({ values }, i) => {
    const series = prepared[i] ?? prepareSeries({ values });
    return alarmChart(series, values.length, {
      hasShift: (shifts[i]?.p ?? 1) <= allowed * SHIFT_SHARE,
      memory: shifts[i]?.memory ?? 0,
      tails: tails[i] ?? [],
      p: charts[i] ?? 1,
      spikeLevel: allowed * (1 - SHIFT_SHARE),
      expectedFalseAlarms: allowed,
    });
  });
}

/** The same for a single series, held to the standard of a page. */
export function alarm(series: Series, options: AlarmOptions = {}): AlarmChart {
  const [chart] = alarmPage([series], options);
  if (!chart) throw new RangeError('A page of one has one chart.');
  return chart;
}

/** Charts too short for a shift are left out of what the page learns about memory. */
function shiftTests(prepared: readonly PreparedSeries[]) {
  const judged = prepared.flatMap(({ evidence }, i) => (evidence ? [{ evidence, i }] : []));
  const priors = memoryPriors(judged.map(({ evidence }) => evidence));
  return prepared.map(({ coarse, evidence, adjusted }, i) => {
    const prior = priors[judged.findIndex((chart) => chart.i === i)];
    if (!evidence || !prior) return null;
    const test = shiftTest(evidence, prior);
    return coarse && test.p < WORTH_SHUFFLING
      ? { ...test, p: Math.max(test.p, shiftByShuffling(adjusted, test)) }
      : test;
  });
}

/** A coarse series has steps instead of tails: it neither teaches nor learns them. */
function pageTails(prepared: readonly PreparedSeries[]): (TailWeights | undefined)[] {
  const smooth = prepared.flatMap(({ coarse, adjusted }, i) => (coarse ? [] : [{ adjusted, i }]));
  const weights = tailWeights(smooth.map(({ adjusted }) => adjusted));
  return prepared.map((_, i) => weights[smooth.findIndex((chart) => chart.i === i)]);
}

/** Benjamini–Hochberg: the largest p that may signal, at least what one chart of `size` may. */
function allowance(p: readonly number[], level: number, size: number): number {
  const sorted = p.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((value, i) => value <= ((i + 1) * level) / size);
  return (Math.max(1, last + 1) * level) / size;
}
