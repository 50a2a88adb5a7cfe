/** What one chart of a page shows: levels, limits and the signals that passed the page's threshold. */
import { studentT } from '../numerics/student-t.ts';
import { mean, sum } from './average.ts';
import type { PreparedSeries } from './prepared-series.ts';
import { type ProposedChange, proposeChanges } from './proposed-phases.ts';
import { standout } from './standout.ts';
import type { TailWeights } from './tail-weight.ts';

/** A stretch of one level. Places are 0-based in the series as it was given; `end` is the last of them. */
export interface Phase {
  readonly start: number;
  readonly end: number;
  readonly n: number;
  /** The usual value in its own unit: the mean on the alarm's scale, spikes and weekdays left out. */
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
  /**
   * Per given point, null where it has no value. All points of a stable chart lie within lower … upper in 19 of 20
   * charts; a spike lies outside, but not all that lies outside is one.
   */
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
  readonly tails: TailWeights;
  readonly p: number;
  /** The chance of any false spike that this chart is allowed. */
  readonly spikeLevel: number;
  readonly expectedFalseAlarms: number;
}

/** How often a stable chart has any point outside its limits. */
const OUTSIDE = 0.05;

/** A level with fewer points is a first guess. */
const SETTLED = 12;

/** Fits the phases, draws each point's limits around its phase and slot, and lists what stands out. */
export function alarmChart(series: PreparedSeries, size: number, verdict: ChartVerdict): AlarmChart {
  const { effects, judged, places, scale, values } = series;
  const changes = verdict.hasShift
    ? proposeChanges([...judged], { memory: verdict.memory, insist: true })
    : [];
  const fit = fitPhases(series, changes, verdict);
  const drawn = (offset: number) => {
    const line = new Array<number | null>(size).fill(null);
    places.forEach((place, i) => {
      line[place] = scale.back((fit.levels[i] ?? 0) + (effects[i] ?? 0) + offset);
    });
    return line;
  };
  const centre = drawn(0);
  const shifts = changes.map((change, i) => shiftSignal(series, fit, change, i, verdict.memory));
  const spikes = fit.spikes.map((i): Signal => {
    const at = places[i] ?? 0;
    return { kind: 'spike', at, value: values[i] ?? Number.NaN, expected: centre[at] ?? Number.NaN };
  });
  return {
    centre,
    lower: drawn(-fit.reach),
    upper: drawn(fit.reach),
    phases: fit.stretches.map((stretch) => phaseOf(series, stretch)),
    signals: [...shifts, ...spikes].sort((a, b) => a.at - b.at),
    power: scale.power,
    patternRemoved: effects.some((effect) => effect !== 0),
    memory: verdict.memory,
    p: verdict.p,
    expectedFalseAlarms: verdict.expectedFalseAlarms,
  };
}

interface Stretch {
  readonly start: number;
  /** The first point that no longer belongs to it. */
  readonly end: number;
  /** Mean on the scale, spikes left out. */
  readonly level: number;
}

interface Fit {
  readonly stretches: readonly Stretch[];
  /** Each point's level. */
  readonly levels: readonly number[];
  readonly spikes: readonly number[];
  /** Standard deviation of the points that are no spikes, around their level. */
  readonly spread: number;
  /** How far from their level all points of a stable chart stay in 19 of 20 charts. */
  readonly reach: number;
}

function fitPhases(
  series: PreparedSeries,
  changes: readonly ProposedChange[],
  { spikeLevel, tails, memory }: ChartVerdict,
): Fit {
  const { adjusted } = series;
  const bounds = [0, ...changes.map(({ at }) => at), adjusted.length];
  const levelled = (without: readonly number[]) =>
    bounds.slice(1).map((end, i): Stretch => {
      const start = bounds[i] ?? 0;
      return {
        start,
        end,
        level: mean(adjusted.slice(start, end).filter((_, j) => !without.includes(start + j))),
      };
    });
  const residuals = (stretches: readonly Stretch[]) =>
    stretches.flatMap(({ start, end, level }) => adjusted.slice(start, end).map((value) => value - level));
  const spikes = standout(series, residuals(levelled([])), spikeLevel, { tails, memory }).places;
  const stretches = levelled(spikes);
  const ordinary = residuals(stretches).filter((_, i) => !spikes.includes(i));
  const degrees = ordinary.length - stretches.length;
  const spread = Math.sqrt(sum(ordinary.map((r) => r * r)) / degrees);
  const reach =
    degrees > 1 ? studentT(degrees).upperQuantile(OUTSIDE / (2 * adjusted.length)) * spread : Number.NaN;
  const levels = stretches.flatMap(({ start, end, level }) => new Array<number>(end - start).fill(level));
  return { stretches, levels, spikes, spread, reach };
}

function phaseOf({ places, scale }: PreparedSeries, { start, end, level }: Stretch): Phase {
  const n = end - start;
  return {
    start: places[start] ?? 0,
    end: places[end - 1] ?? 0,
    n,
    level: scale.back(level),
    trial: n < SETTLED,
  };
}

/** The difference and its interval are found on the scale and brought back from the old level. */
function shiftSignal(
  { places, scale }: PreparedSeries,
  { stretches, spread }: Fit,
  { at, earliest, latest }: ProposedChange,
  index: number,
  memory: number,
): Signal {
  const [old, young] = [stretches[index], stretches[index + 1]];
  if (!old || !young) throw new RangeError('A change lies between two stretches.');
  const inflation = (1 + memory) / (1 - memory);
  const error = spread * Math.sqrt(inflation * (1 / (old.end - old.start) + 1 / (young.end - young.start)));
  const reach = studentT(Math.max(2, (young.end - old.start) / inflation - 2)).upperQuantile(0.025) * error;
  const before = scale.back(old.level);
  const from = (scaled: number) => scale.back(scaled) - before;
  return {
    kind: 'shift',
    at: places[at] ?? at,
    earliest: places[earliest] ?? earliest,
    latest: places[latest] ?? latest,
    before,
    after: scale.back(young.level),
    difference: from(young.level),
    low: from(young.level - reach),
    high: from(young.level + reach),
  };
}
