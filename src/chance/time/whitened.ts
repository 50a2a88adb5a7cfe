/** A series freed of a supposed memory, and how likely it is with a change of a given place in it. */

/** A whitened series and the sums that every change needs. */
export interface Whitened {
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

/** Variances, in the points' own, of the changes that are expected when there is one: most are modest, some are huge. */
const MODEST = 1.5;
const HUGE = 30;
const HUGE_SHARE = 0.1;

/** Takes the memory φ out: xᵢ − φ xᵢ₋₁, the first point times √(1 − φ²). `fitted` degrees of freedom are already spent. */
export function whiten(series: Float64Array, memory: number, fitted: number): Whitened {
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

/** ln likelihood of one level throughout. */
export function steadyLikelihood(model: Whitened): number {
  return model.log + likelihood(model, model.rest);
}

/** ln likelihood of a level that changes at `place` for good, or, with `length`, for so many points. */
export function changedLikelihood(model: Whitened, place: number, length: number | null): number {
  return length === null
    ? shapedLikelihood(model, lasting(model, place))
    : shapedLikelihood(model, passing(model, place, length));
}

function shapedLikelihood(model: Whitened, { squares, constant, values }: Shape): number {
  const free = squares - (constant * constant) / model.constant;
  const along = values - (constant * model.level) / model.constant;
  const gain = (along * along) / free;
  return plus(
    model.log + Math.log(1 - HUGE_SHARE) + expecting(model, gain, free * MODEST),
    model.log + Math.log(HUGE_SHARE) + expecting(model, gain, free * HUGE),
  );
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

/** A change takes away `gain` of the squares, less what its prior holds back: `known` is its weight against chance. */
function expecting(model: Whitened, gain: number, known: number): number {
  const kept = (gain * known) / (1 + known);
  return likelihood(model, Math.max(model.rest - kept, 1e-12)) - Math.log1p(known) / 2;
}

function likelihood({ degrees }: Whitened, rest: number): number {
  return (-degrees / 2) * Math.log(rest);
}

/** ln(e^a + e^b). */
function plus(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}
