/** How well is a series explained by chance and memory alone, and how well by a change of level on top? */
import { logSum } from './log-sum.ts';

/** Correlations of neighbouring points that are thought possible. */
export const MEMORIES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** A level that lasts fewer points than this is not called a level. */
export const MIN_SEGMENT = 6;

/** Variances, in the points' own, of the changes that are expected when there is one: most are modest, some are huge. */
const MODEST = 1.5;
const HUGE = 30;
const HUGE_SHARE = 0.1;

/** How much of the prior for "changed" is on stretches that end again; the rest is on lasting shifts. */
const PASSING = 0.15;

export interface ShiftEvidence {
  /** ln marginal likelihood without a change, for each of MEMORIES. */
  readonly steady: readonly number[];
  /** The same with one change of unknown place and size. */
  readonly changed: readonly number[];
}

/**
 * Marginal likelihoods of an AR(1) series around one level, and around a level that changes once: for good at an
 * unknown point, or for a stretch. Mean and spread have flat priors, the change a normal one, places are equally
 * likely, no level is shorter than MIN_SEGMENT. About linear in the series' length.
 *
 * For each memory φ the series is whitened (xᵢ − φ xᵢ₋₁); the change's whitened shape is then a single regressor whose
 * sums are known in closed form. `fitted` counts what was taken out of the series before: a pattern of seven weekdays
 * leaves six degrees of freedom fewer. Source: Zellner, An Introduction to Bayesian Inference in Econometrics (1971), ch. 4.
 */
export function shiftEvidence(series: Float64Array, { fitted = 0 } = {}): ShiftEvidence {
  const models = MEMORIES.map((memory) => whiten(series, memory, fitted));
  const tried = candidates(series.length);
  return {
    steady: models.map((model) => model.log + likelihood(model, model.rest)),
    changed: models.map((model) => model.log + changedLikelihood(model, tried)),
  };
}

/** A whitened series and the sums that every change needs. */
interface Whitened {
  readonly memory: number;
  readonly values: Float64Array;
  /** Sums of the whitened values before each place. */
  readonly before: Float64Array;
  /** Σ of squares of the whitened constant, and of its products with the values. */
  readonly constant: number;
  readonly level: number;
  /** Squares left around the mean. */
  readonly rest: number;
  /** ln of what does not depend on the change. */
  readonly log: number;
  readonly degrees: number;
}

function whiten(series: Float64Array, memory: number, fitted: number): Whitened {
  const n = series.length;
  const [start, step] = [Math.sqrt(1 - memory * memory), 1 - memory];
  const values = new Float64Array(n);
  const before = new Float64Array(n + 1);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = i === 0 ? start * at(series, 0) : at(series, i) - memory * at(series, i - 1);
    values[i] = value;
    before[i + 1] = at(before, i) + value;
    squares += value * value;
  }
  const constant = start * start + step * step * (n - 1);
  const level = start * at(values, 0) + step * (at(before, n) - at(values, 0));
  const log = Math.log(start) - Math.log(constant) / 2;
  const rest = Math.max(squares - (level * level) / constant, 1e-12);
  return { memory, values, before, constant, level, rest, log, degrees: n - 1 - fitted };
}

/** A change's whitened shape: its squares, and its products with the constant and with the values. */
interface Shape {
  readonly squares: number;
  readonly constant: number;
  readonly values: number;
}

function lasting({ memory, values, before }: Whitened, place: number): Shape {
  const step = 1 - memory;
  const after = values.length - place - 1;
  return {
    squares: 1 + step * step * after,
    constant: step + step * step * after,
    values: at(values, place) + step * (at(before, values.length) - at(before, place + 1)),
  };
}

function passing({ memory, values, before }: Whitened, place: number, length: number): Shape {
  const step = 1 - memory;
  const inside = length - 1;
  return {
    squares: 1 + step * step * inside + memory * memory,
    constant: step + step * step * inside - memory * step,
    values:
      at(values, place) +
      step * (at(before, place + length) - at(before, place + 1)) -
      memory * at(values, place + length),
  };
}

function changedLikelihood(model: Whitened, { places, stretches }: Candidates): number {
  const lastingLogs = places.map((place) => likelihoodOf(model, lasting(model, place)));
  const passingLogs = stretches.map(([place, length]) => likelihoodOf(model, passing(model, place, length)));
  const passingShare = stretches.length > 0 ? PASSING : 0;
  const each = passingShare / passingLogs.length;
  return logSum(
    [logSum(lastingLogs, () => (1 - passingShare) / lastingLogs.length), logSum(passingLogs, () => each)],
    () => 1,
  );
}

interface Candidates {
  /** Where a lasting shift may begin. */
  readonly places: readonly number[];
  /** Where a passing one may begin, and how long it may last. */
  readonly stretches: readonly (readonly [number, number])[];
}

/** Every place in a short series; in a long one neighbours say the same, and about 400 places are enough. */
function candidates(n: number): Candidates {
  const stride = Math.ceil(n / 400);
  const places: number[] = [];
  for (let place = MIN_SEGMENT; place <= n - MIN_SEGMENT; place += stride) places.push(place);
  const stretches: [number, number][] = [];
  const shortest = Math.max(MIN_SEGMENT, Math.round(n / 100));
  for (let length = shortest; length <= n / 3; length = Math.ceil(length * 1.5)) {
    const step = Math.floor(length / 2);
    for (let place = MIN_SEGMENT; place + length + MIN_SEGMENT <= n; place += step)
      stretches.push([place, length]);
  }
  return { places, stretches };
}

function likelihoodOf(model: Whitened, shape: Shape): number {
  const free = shape.squares - (shape.constant * shape.constant) / model.constant;
  const along = shape.values - (shape.constant * model.level) / model.constant;
  const gain = (along * along) / free;
  return plus(
    Math.log(1 - HUGE_SHARE) + expecting(model, gain, free * MODEST),
    Math.log(HUGE_SHARE) + expecting(model, gain, free * HUGE),
  );
}

/** A change takes away `gain` of the squares, less what its prior holds back; `known` is the prior's share of knowledge. */
function expecting(model: Whitened, gain: number, known: number): number {
  const kept = (gain * known) / (1 + known);
  return likelihood(model, Math.max(model.rest - kept, 1e-12)) - Math.log1p(known) / 2;
}

/** ln(e^a + e^b). */
function plus(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

function likelihood({ degrees }: Whitened, rest: number): number {
  return (-degrees / 2) * Math.log(rest);
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}
