/** A sample's quantile with its ranks. */
import { countedValues } from '../../../src/chance/intervals/counted-values.ts';
import {
  quantileInterval,
  quantileRanks,
  sampleQuantile,
} from '../../../src/chance/intervals/quantile-interval.ts';
import { binomial } from '../../../src/chance/numerics/binomial.ts';
import { pair } from '../pair.ts';

interface Inputs {
  readonly x: readonly number[];
  readonly q: number;
  readonly conf?: number;
}

export function answer({ x, q, conf: level = 0.95 }: Inputs) {
  const n = x.length;
  const steps = countedValues(x);
  const { low, high } = quantileRanks(n, q, { level });
  const rowsBelow = binomial(n, q);
  return {
    estimate_type7: sampleQuantile(steps, { n, q }),
    l: low,
    u: high,
    ci: pair(quantileInterval(steps, { n, q, level })),
    coverage: rowsBelow.below(high - 1) - rowsBelow.below(low - 1),
  };
}
