/** Numbers by chance from one seeded source. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { normalDraws } from '../../src/chance/people/normal-draws.ts';

export interface Draws {
  /** Between 0 and 1, or between two numbers. */
  readonly uniform: (low?: number, high?: number) => number;
  readonly normal: () => number;
  readonly exponential: (mean: number) => number;
  readonly logNormal: (mu: number, sigma: number) => number;
  readonly binomial: (n: number, p: number) => number;
  readonly poisson: (mean: number) => number;
  /** Whole-number gamma shape. */
  readonly gamma: (shape: number, scale: number) => number;
  /** For those who need a seed of their own. */
  readonly seed: () => number;
  readonly list: <T>(n: number, draw: () => T) => T[];
}

export function drawsFrom(seed: number): Draws {
  const random = xoroshiro128plus(seed);
  const unit = () => 1 - uniformFloat64(random);
  const normal = normalDraws(seed + 1);
  const exponential = (mean: number) => -mean * Math.log(unit());
  const list = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);
  const sum = (n: number, draw: () => number) => {
    let total = 0;
    for (let i = 0; i < n; i++) total += draw();
    return total;
  };
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * uniformFloat64(random),
    normal,
    exponential,
    logNormal: (mu, sigma) => Math.exp(mu + sigma * normal()),
    binomial: (n, p) => sum(n, () => (unit() <= p ? 1 : 0)),
    poisson: (mean) => {
      let count = 0;
      for (let time = exponential(1); time < mean; time += exponential(1)) count++;
      return count;
    },
    gamma: (shape, scale) => sum(shape, () => exponential(scale)),
    seed: () => Math.floor(2 ** 31 * unit()),
    list,
  };
}
