/** Single points that stand apart from all others, whatever the tail of the rest. */
import { studentT } from '../numerics/student-t.ts';
import { mean, sum } from './average.ts';

export interface Standout {
  /** 0-based places. */
  readonly places: readonly number[];
  /** How often the most surprising of them, or more, appears in points that belong together. */
  readonly p: number;
}

/** The tail may be this many times less sure than the normal distribution: it only guards against heavy tails. */
const TAIL_SLACK = 10;

/**
 * Which points are spikes at this level?
 *
 * A group of the m highest (or lowest) points stands apart where two tests agree. Against normal points: the innermost
 * of the group, in standard deviations of the rest, among n. Against any ordinary tail: m times its gap to the rest,
 * relative to the mean of the next k normalised gaps, which are alike in an exponential tail: (1 + T ÷ k)^−k.
 * Both are counted for two sides and every size tried.
 * Source: Grubbs, Technometrics 11 (1969); normalised spacings: Sukhatme (1937), Weissman, JASA 73 (1978).
 * Example: forty residuals within ± 2 and one of 9 → that one.
 */
export function standoutPoints(residuals: readonly number[], level: number): Standout {
  const upward = residuals.map((_, i) => i).sort((a, b) => (residuals[b] ?? 0) - (residuals[a] ?? 0));
  const sides = [upward, upward.toReversed()].map((order) => standoutSide(residuals, order, level));
  return {
    places: sides.flatMap(({ places }) => places).sort((a, b) => a - b),
    p: Math.min(1, ...sides.map(({ p }) => p)),
  };
}

function standoutSide(residuals: readonly number[], order: readonly number[], level: number): Standout {
  const values = order.map((i) => residuals[i] ?? 0);
  const most = mostSpikes(values.length);
  let rest = momentsOf(values);
  let size = 0;
  let least = 1;
  for (let m = 1; m <= most; m++) {
    const innermost = values[m - 1] ?? 0;
    rest = without(rest, innermost);
    const p = 2 * most * Math.max(normalTail(innermost, rest), gapTail(values, m) / TAIL_SLACK);
    if (p <= level) size = m;
    least = Math.min(least, p);
  }
  return { places: order.slice(0, size), p: least };
}

/** Beyond 1 point in 50 it is no longer single points that stand out. */
function mostSpikes(n: number): number {
  return n < 8 ? 0 : Math.min(10, Math.max(1, Math.floor(n / 50)));
}

/** P(any of n normal points is this far from the rest, on one side). */
function normalTail(value: number, { n, mean: centre, squares }: Moments): number {
  const spread = Math.sqrt(squares / (n - 1));
  const distance = Math.abs(value - centre) / (spread * Math.sqrt(1 + 1 / n));
  return spread > 0 ? (n + 1) * studentT(n - 1).above(distance) : 1;
}

/** P(the m-th gap of an exponential tail is this wide, given the next k). */
function gapTail(values: readonly number[], m: number): number {
  const k = tailSize(values.length);
  const next = values[m] ?? 0;
  const gap = m * Math.abs((values[m - 1] ?? 0) - next);
  const others = values.slice(m, m + k + 1).map((value) => Math.abs(value - (values[m + k] ?? 0)));
  const usual = (sum(others) + m * (others[0] ?? 0)) / k;
  return usual > 0 ? (1 + gap / usual / k) ** -k : 1;
}

function tailSize(n: number): number {
  return Math.min(30, Math.max(5, Math.round(n / 5)));
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Σ (value − mean)². */
  readonly squares: number;
}

function momentsOf(values: readonly number[]): Moments {
  const centre = mean(values);
  return { n: values.length, mean: centre, squares: sum(values.map((v) => (v - centre) ** 2)) };
}

/** One value taken out (Welford's step backwards); what rounding leaves below 0 is 0. */
function without({ n, mean: centre, squares }: Moments, value: number): Moments {
  const left = (n * centre - value) / (n - 1);
  return { n: n - 1, mean: left, squares: Math.max(0, squares - (value - centre) * (value - left)) };
}
