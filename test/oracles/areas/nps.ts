/** Net promoter scores with every interval that is in use. */
import {
  npsAdjustedWaldInterval,
  npsBelief,
  npsError,
  npsTInterval,
  npsWaldInterval,
} from '../../../src/chance/intervals/nps-by-formula.ts';
import { type NpsCounts, npsInterval } from '../../../src/chance/intervals/nps-interval.ts';
import { pair } from '../pair.ts';

export function answer({ conf: level = 0.95, ...counts }: NpsCounts & { readonly conf?: number }) {
  const { score, spread } = npsError(counts);
  const belief = npsBelief(counts);
  return {
    nps: score,
    se: spread,
    wald: pair(npsWaldInterval(counts, { level })),
    t: pair(npsTInterval(counts, { level })),
    adjusted_wald_plus3: pair(npsAdjustedWaldInterval(counts, { level })),
    mover_wilson: pair(npsInterval(counts, { level })),
    dirichlet111_mean: belief.score,
    dirichlet111_sd: belief.spread,
  };
}
