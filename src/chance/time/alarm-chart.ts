/** What one chart of a page shows: levels, limits and the signals that passed the page's threshold. */
import { studentT } from '../numerics/student-t.ts';
import { mean, sum } from './average.ts';
import { generalisedEsd } from './generalised-esd.ts';
import type { PreparedSeries } from './prepared-series.ts';
import { type ProposedChange, proposeChanges } from './proposed-phases.ts';

/** A stretch of one level. Places are 0-based in the series as it was given; `end` is the last of them. */
export interface Phase {
  readonly start: number;
  readonly end: number;
  readonly n: number;
  /** Mean of the values, in their own unit. */
  readonly level: number;
  /** Fewer than 12 points: the level may still move. */
  readonly trial: boolean;
}

export type Signal =
  | {
      readonly kind: 'shift';
      readonly at: number;
      /** The change most likely happened between these places (95 %). */
      readonly earliest: number;
      readonly latest: number;
      readonly before: number;
      readonly after: number;
      /** after − before with its 95 % interval, memory taken into account. */
      readonly difference: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'spike'; readonly at: number; readonly value: number; readonly expected: number };

export interface AlarmChart {
  /** Per given point, null where it has no value. A point outside lower … upper is a spike. */
  readonly centre: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly phases: readonly Phase[];
  readonly signals: readonly Signal[];
  /** What was done before looking. */
  readonly power: 1 | 0.5 | 0;
  readonly patternRemoved: boolean;
  readonly memory: number;
  /** How often a stable chart would look as surprising as this one. */
  readonly p: number;
  /** How many false signals a stable chart of this page gives on average. */
  readonly expectedFalseAlarms: number;
}

export interface ChartVerdict {
  readonly hasShift: boolean;
  readonly memory: number;
  readonly p: number;
  /** The chance of any false spike that this chart is allowed. */
  readonly spikeLevel: number;
  readonly expectedFalseAlarms: number;
}

/** A level with fewer points is a first guess. */
const SETTLED = 12;

/** Fits the phases, draws each point's limits around its phase and slot, and lists what stands out. */
export function alarmChart(series: PreparedSeries, size: number, verdict: ChartVerdict): AlarmChart {
  const { hasShift, memory, spikeLevel } = verdict;
  const changes = hasShift ? proposeChanges([...series.scores], { memory, insist: true }) : [];
  const bounds = [0, ...changes.map(({ at }) => at), series.values.length];
  const stretches = bounds.slice(1).map((end, i) => ({ start: bounds[i] ?? 0, end }));
  const levels = stretches.flatMap(({ start, end }) => {
    const level = mean(series.adjusted.slice(start, end));
    return series.adjusted.slice(start, end).map(() => level);
  });
  const residuals = series.adjusted.map((value, i) => value - (levels[i] ?? 0));
  const spikes = generalisedEsd(residuals, {
    most: mostSpikes(residuals.length),
    alpha: spikeLevel,
  }).outliers;
  const reach = spikeReach(residuals, spikes, stretches.length, spikeLevel);
  const drawn = (offset: number) => {
    const line = new Array<number | null>(size).fill(null);
    series.places.forEach((place, i) => {
      line[place] = series.scale.back((levels[i] ?? 0) + (series.effects[i] ?? 0) + offset);
    });
    return line;
  };
  const centre = drawn(0);
  const phases = stretches.map((stretch) => phaseOf(series, stretch.start, stretch.end));
  const shifts = changes.map((change, i) => shiftSignal(series, change, phases[i], phases[i + 1], memory));
  const peaks = spikes.map((i) => spikeSignal(series, i, centre));
  return {
    centre,
    lower: drawn(-reach),
    upper: drawn(reach),
    phases,
    signals: [...shifts, ...peaks].sort((a, b) => a.at - b.at),
    power: series.scale.power,
    patternRemoved: series.effects.some((effect) => effect !== 0),
    memory,
    p: verdict.p,
    expectedFalseAlarms: verdict.expectedFalseAlarms,
  };
}

/** Beyond 1 point in 50 it is no longer single points that stand out. */
export function mostSpikes(n: number): number {
  return Math.min(10, Math.max(1, Math.floor(n / 50)));
}

/** How far from its level a point must lie to be a spike, from the spread of those that are none. */
function spikeReach(
  residuals: readonly number[],
  spikes: readonly number[],
  phases: number,
  level: number,
): number {
  const ordinary = residuals.filter((_, i) => !spikes.includes(i));
  const degrees = ordinary.length - phases;
  if (degrees < 2) return Number.NaN;
  const spread = Math.sqrt(sum(ordinary.map((r) => r * r)) / degrees);
  return studentT(degrees).upperQuantile(level / (2 * residuals.length)) * spread;
}

function phaseOf({ places, values }: PreparedSeries, start: number, end: number): Phase {
  const n = end - start;
  const level = mean(values.slice(start, end));
  return { start: places[start] ?? 0, end: places[end - 1] ?? 0, n, level, trial: n < SETTLED };
}

function shiftSignal(
  { places, values }: PreparedSeries,
  { at, earliest, latest }: ProposedChange,
  before: Phase | undefined,
  after: Phase | undefined,
  memory: number,
): Signal {
  const [old, young] = [before?.level ?? Number.NaN, after?.level ?? Number.NaN];
  const [n, m] = [before?.n ?? 0, after?.n ?? 0];
  const squares =
    sum(values.slice(at - n, at).map((v) => (v - old) ** 2)) +
    sum(values.slice(at, at + m).map((v) => (v - young) ** 2));
  const inflation = (1 + memory) / (1 - memory);
  const error = Math.sqrt((squares / (n + m - 2)) * (1 / n + 1 / m) * inflation);
  const reach = studentT(Math.max(2, (n + m) / inflation - 2)).upperQuantile(0.025) * error;
  const original = (place: number) => places[place] ?? place;
  const difference = young - old;
  return {
    kind: 'shift',
    at: original(at),
    earliest: original(earliest),
    latest: original(latest),
    before: old,
    after: young,
    difference,
    low: difference - reach,
    high: difference + reach,
  };
}

function spikeSignal(series: PreparedSeries, i: number, centre: readonly (number | null)[]): Signal {
  const at = series.places[i] ?? 0;
  return { kind: 'spike', at, value: series.values[i] ?? Number.NaN, expected: centre[at] ?? Number.NaN };
}
