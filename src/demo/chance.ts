/** All the luck of the demo: one seeded generator and the few distributions that the story needs. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Every draw moves the one state on, so the order of the calls is part of what a seed means. */
export interface Chance {
  /** Uniform in [0, 1), in steps of 2⁻³². */
  unit(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  happens(probability: number): boolean;
  between(low: number, high: number): number;
  normal(): number;
  exponential(mean: number): number;
  lognormal(median: number, sigma: number): number;
  /** Whole number with this mean and a long tail: rounds of a conversation. */
  geometric(mean: number): number;
  /** Standard logistic: the noise behind log-odds. */
  logistic(): number;
  /** Place in a rising list of running totals, by weight. */
  weighted(totals: Float64Array): number;
}

/** Streams of one seed do not overlap: adding draws to one leaves the others as they were. */
export function chanceOf(seed: number, stream = 0): Chance {
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i <= stream; i++) generator.jump();
  const unit = (): number => (generator.next() >>> 0) * 2 ** -32;
  const positive = (): number => ((generator.next() >>> 0) + 0.5) * 2 ** -32;
  const normal = (): number => Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    below: (n) => Math.floor(unit() * n),
    happens: (probability) => unit() < probability,
    between: (low, high) => low + unit() * (high - low),
    normal,
    exponential: (mean) => -Math.log(positive()) * mean,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    geometric: (mean) => (mean <= 0 ? 0 : Math.floor(Math.log(positive()) / Math.log(mean / (1 + mean)))),
    logistic: () => {
      const u = positive();
      return Math.log(u / (1 - u));
    },
    weighted: (totals) => placeOf(totals, unit() * (totals[totals.length - 1] ?? 0)),
  };
}

/** First place whose running total exceeds the value. */
function placeOf(totals: Float64Array, value: number): number {
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Weights as the running totals that `weighted` draws from. */
export function runningTotals(weights: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(weights, (weight) => {
    total += weight;
    return total;
  });
}

/**
 * Thirty-two well-mixed bits of a number, for what must be known of the n-th customer without having drawn the n − 1
 * before (a generator only goes forward). The finaliser of MurmurHash3.
 */
export function bitsOf(seed: number, n: number): number {
  let h = Math.imul(n ^ seed, 0x9e3779b1) ^ (seed >>> 7);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
