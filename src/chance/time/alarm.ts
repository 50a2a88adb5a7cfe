/** The one default alarm: did this series change, or is it only chance, weekdays, skew and memory? */
import { type AlarmChart, alarmChart } from './alarm-chart.ts';
import { memoryPriors } from './memory-prior.ts';
import { type PreparedSeries, prepareSeries, type Series } from './prepared-series.ts';
import { shiftTest } from './shift-test.ts';
import { standoutPoints } from './standout-points.ts';

export interface AlarmOptions {
  /** How often a page on which nothing happened may show any signal. */
  readonly pageLevel?: number;
  /** A page is never judged as if it had fewer charts: who looks at one chart will look at others. */
  readonly pageOf?: number;
}

/** How a chart's allowance is shared between a change of level and single points. */
const SHIFT_SHARE = 0.9;

/**
 * Judges all charts of a page together.
 *
 * Each series is bent to a normal scale (Box–Cox), loses its weekday pattern and has single extremes pulled in. Then the
 * evidence for one change of level is weighed against chance with memory, how much memory being learnt from all charts.
 * Single points must stand apart from all others. Benjamini–Hochberg over the page decides which charts may signal; of
 * 20 stable charts none does on 95 % of pages (docs/chance/alarms.md has the simulations).
 *
 * Values may be of any unit; at least 13 are needed for shifts. Returns one chart per series, in order.
 * Example: 26 values about 10 and then 26 about 14, spread 2 → one shift near place 26, difference about 4.
 */
export function alarmPage(
  page: readonly Series[],
  { pageLevel = 0.05, pageOf = 20 }: AlarmOptions = {},
): AlarmChart[] {
  const prepared = page.map(prepareSeries);
  const shifts = shiftTests(prepared);
  const spikes = prepared.map(({ adjusted }) => standoutPoints(adjusted, pageLevel).p);
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
  return prepared.map(({ evidence }, i) => {
    const prior = priors[judged.findIndex((chart) => chart.i === i)];
    return evidence && prior ? shiftTest(evidence, prior) : null;
  });
}

/** Benjamini–Hochberg: the largest p that may signal, at least what one chart of `size` may. */
function allowance(p: readonly number[], level: number, size: number): number {
  const sorted = p.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((value, i) => value <= ((i + 1) * level) / size);
  return (Math.max(1, last + 1) * level) / size;
}
