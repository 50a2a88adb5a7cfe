/**
 * R's conditional odds ratio, to R's own few digits: its root finder stops at 1.2e-4 on the ratio or on its inverse, so
 * that large ratios are off by up to a percent. Ours are exact (see fisher-test.test.ts); the outside cases are R's.
 */
import { logGamma } from '../../src/chance/numerics/log-gamma.ts';

type Row = readonly [number, number];

const EPSILON = 2 ** -52;
const TOLERANCE = EPSILON ** 0.25;

export function fisherAsR([[a, b], [c, d]]: readonly [Row, Row], level: number) {
  const low = Math.max(0, a - d);
  const high = Math.min(a + b, a + c);
  const cells = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const chances = cells.map(
    (cell) => -sum([cell, a + b - cell, a + c - cell, d - a + cell].map((count) => logGamma(count + 1))),
  );
  const mean = (ratio: number, of: (cell: number) => number) => {
    const logs = chances.map((log, i) => log + (i === 0 ? 0 : i * Math.log(ratio)));
    const top = logs.reduce((most, log) => Math.max(most, log), -Infinity);
    const weights = logs.map((log) => Math.exp(log - top));
    return sum(weights.map((weight, i) => weight * of(cells[i] ?? 0))) / sum(weights);
  };
  const tail = (1 - level) / 2;
  const atLeast = (ratio: number) => mean(ratio, (cell) => (cell >= a ? 1 : 0)) - tail;
  const atMost = (ratio: number) => mean(ratio, (cell) => (cell <= a ? 1 : 0)) - tail;
  const excess = (ratio: number) => mean(ratio, (cell) => cell) - a;
  return {
    odds_ratio_cmle: a === low ? 0 : a === high ? null : ratioWhere(excess),
    ci: [a === low ? 0 : ratioWhere(atLeast), a === high ? null : ratioWhere(atMost)],
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Below 1 the ratio is sought, above 1 its inverse. */
function ratioWhere(f: (ratio: number) => number): number {
  const atOne = f(1);
  if (atOne === 0) return 1;
  const isBelowOne = atOne > 0 === f(1e10) > 0;
  return isBelowOne ? brent(f, 0, 1) : 1 / brent((inverse) => f(1 / inverse), EPSILON, 1);
}

/** Brent's zeroin as R's uniroot runs it. */
function brent(f: (x: number) => number, lower: number, upper: number): number {
  let [a, b, c] = [lower, upper, lower];
  let [fa, fb, fc] = [f(a), f(b), f(a)];
  for (let round = 0; round <= 1000; round++) {
    const before = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const close = 2 * EPSILON * Math.abs(b) + TOLERANCE / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= close || fb === 0) return b;
    if (Math.abs(before) >= close && Math.abs(fa) > Math.abs(fb)) {
      step = interpolated({ a, b, c, fa, fb, fc, before, close }) ?? step;
    }
    if (Math.abs(step) < close) step = step > 0 ? close : -close;
    [a, fa] = [b, fb];
    b += step;
    fb = f(b);
    if (fb > 0 === fc > 0) [c, fc] = [a, fa];
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
  readonly before: number;
  readonly close: number;
}

/** A straight line through two points or a parabola on its side through three; null where it leads too far. */
function interpolated({ a, b, c, fa, fb, fc, before, close }: Bracket): number | null {
  const width = c - b;
  const [t, u] = [fb / fa, fb / fc];
  const v = fa / fc;
  let p = a === c ? width * t : t * (width * v * (v - u) - (b - a) * (u - 1));
  let q = a === c ? 1 - t : (v - 1) * (u - 1) * (t - 1);
  if (p > 0) q = -q;
  else p = -p;
  const isNear = p < 0.75 * width * q - Math.abs(close * q) / 2 && p < Math.abs((before * q) / 2);
  return isNear ? p / q : null;
}
