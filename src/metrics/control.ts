/** A metric over time with its centre, its limits and what stands out: by the default alarm, or by rules that were asked for. */
import {
  type AlarmChart,
  alarmPage,
  type Phase,
  type RuleSet,
  ruleChart,
  type Signal,
} from '../chance/index.ts';
import type { Grain } from '../model/index.ts';
import type { Figure } from './figure.ts';
import { seriesOf, type WatchedSeries, wholeSlices } from './watch.ts';

export interface ControlPoint {
  readonly figure: Figure;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly phase: number;
  /** Why it stands out: `shift`, `spike`, or a rule's own words. */
  readonly causes: readonly string[];
}

export interface Control {
  readonly grain: Grain;
  readonly points: readonly ControlPoint[];
  readonly phases: readonly Phase[];
  /** What the alarm found; rules only mark points. */
  readonly signals: readonly Signal[];
  /** What rules find in the series as a whole, naming no single point. */
  readonly whole: readonly string[];
  /** False signals to expect on one such chart of a service on which nothing happens. */
  readonly expectedFalseAlarms: number;
  /** What the alarm did before looking; null by other rules. */
  readonly prepared: Pick<AlarmChart, 'p' | 'power' | 'patternRemoved' | 'memory'> | null;
}

/** A metric over time, in slices of one grain. */
export interface Watched {
  readonly figures: readonly Figure[];
  readonly grain: Grain;
}

/**
 * Charts that are looked at together, judged together. Slices that are cut off are left out.
 *
 * @example const [csat] = controlPage([{ figures, grain: 'week' }]) // csat.signals: what changed, and when
 */
export function controlPage(page: readonly Watched[]): readonly Control[] {
  const kept = page.map(({ figures, grain }) => {
    const whole = wholeSlices(figures, grain);
    return { figures: whole, grain, series: seriesOf(whole, grain) };
  });
  const charts = alarmPage(kept.map(({ series }) => series));
  return kept.flatMap((each, i) => {
    const chart = charts[i];
    return chart === undefined ? [] : [byAlarm(each, chart)];
  });
}

function byAlarm(
  { figures, grain, series: { weights } }: Watched & { readonly series: WatchedSeries },
  chart: AlarmChart,
): Control {
  const { phases, expectedFalseAlarms, p, power, patternRemoved, memory } = chart;
  const signals = chart.signals.map((signal) =>
    signal.kind === 'spike' ? { ...signal, value: figures[signal.at]?.value ?? signal.value } : signal,
  );
  return {
    grain,
    points: figures.map((figure, i) => ({
      figure,
      ...possible(limitsOf(chart, i, weights[i] ?? 1), figure),
      phase: Math.max(
        0,
        phases.findLastIndex(({ start }) => start <= i),
      ),
      causes: signals.filter(({ at }) => at === i).map(({ kind }) => kind),
    })),
    phases,
    signals,
    whole: [],
    expectedFalseAlarms,
    prepared: { p, power, patternRemoved, memory },
  };
}

type Limits = Pick<ControlPoint, 'centre' | 'lower' | 'upper'>;

/** No share lies outside 0–100 % and no count or time below 0, and no limit of one. */
function possible({ centre, lower, upper }: Limits, { unit }: Figure): Limits {
  const least = unit === 'share' || unit === 'count' || unit === 'seconds' ? 0 : Number.NEGATIVE_INFINITY;
  const most = unit === 'share' ? 1 : Number.POSITIVE_INFINITY;
  const kept = (end: number | null): number | null =>
    end === null ? null : Math.min(most, Math.max(least, end));
  return { centre, lower: kept(lower), upper: kept(upper) };
}

/** A thin slice may swing wider than it was judged at. */
function limitsOf({ centre, lower, upper }: AlarmChart, i: number, weight: number) {
  const middle = finite(centre[i]);
  const wider = (end: number | null): number | null =>
    end === null || middle === null || weight === 0 ? null : middle + (end - middle) / weight;
  return { centre: middle, lower: wider(finite(lower[i])), upper: wider(finite(upper[i])) };
}

const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

/** The same by the rules of others: an XmR chart, and the points they call special. */
export function controlByRules(figures: readonly Figure[], grain: Grain, rules: readonly RuleSet[]): Control {
  const kept = wholeSlices(figures, grain);
  const known = kept.filter(({ value }) => value !== null);
  const chart = ruleChart(
    known.map(({ value }) => value ?? 0),
    rules,
  );
  const { centre, lower, upper, causes, whole, flaggedWhenStable } = chart;
  return {
    grain,
    points: kept.map((figure) => ({
      figure,
      ...possible({ centre: finite(centre), lower: finite(lower), upper: finite(upper) }, figure),
      phase: 0,
      causes: causes[known.indexOf(figure)] ?? [],
    })),
    phases: [{ start: 0, end: kept.length - 1, n: known.length, level: centre, trial: known.length < 12 }],
    signals: [],
    whole,
    expectedFalseAlarms: flaggedWhenStable,
    prepared: null,
  };
}
