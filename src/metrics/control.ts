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
import { seriesOf, wholeSlices } from './watch.ts';

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
  const kept = page.map(({ figures, grain }) => ({ figures: wholeSlices(figures, grain), grain }));
  const charts = alarmPage(kept.map(({ figures, grain }) => seriesOf(figures, grain)));
  return kept.flatMap(({ figures, grain }, i) => {
    const chart = charts[i];
    return chart === undefined ? [] : [byAlarm(figures, grain, chart)];
  });
}

function byAlarm(figures: readonly Figure[], grain: Grain, chart: AlarmChart): Control {
  const { phases, signals, expectedFalseAlarms, p, power, patternRemoved, memory } = chart;
  return {
    grain,
    points: figures.map((figure, i) => ({
      figure,
      centre: finite(chart.centre[i]),
      lower: finite(chart.lower[i]),
      upper: finite(chart.upper[i]),
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
      centre: finite(centre),
      lower: finite(lower),
      upper: finite(upper),
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
