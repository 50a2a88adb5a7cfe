/** Every interval for a share. */
import { agrestiCoullInterval } from '../../../src/chance/intervals/agresti-coull-interval.ts';
import { clopperPearsonInterval } from '../../../src/chance/intervals/clopper-pearson-interval.ts';
import { jeffreysInterval } from '../../../src/chance/intervals/jeffreys-interval.ts';
import { wilsonInterval } from '../../../src/chance/intervals/wilson-interval.ts';
import { pair } from '../pair.ts';

interface Inputs {
  readonly x: number;
  readonly n: number;
  readonly conf?: number;
}

export function answer({ x, n, conf: level = 0.95 }: Inputs) {
  return {
    estimate: x / n,
    wilson: pair(wilsonInterval(x, n, { level })),
    // R's prop.test corrects by no more than the distance from one half: a share of exactly one half not at all.
    wilson_cc: pair(wilsonInterval(x, n, { level, continuity: 2 * x !== n })),
    agresti_coull: pair(agrestiCoullInterval(x, n, { level })),
    clopper_pearson: pair(clopperPearsonInterval(x, n, { level })),
    jeffreys: pair(jeffreysInterval(x, n, { level })),
  };
}
