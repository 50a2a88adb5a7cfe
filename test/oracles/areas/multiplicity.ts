/** Many p-values: adjusted, and combined into one. */
import { fisherCombined, stoufferCombined } from '../../../src/chance/verdict/combined-p.ts';
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from '../../../src/chance/verdict/multiplicity.ts';

export function answer({ p, q = 0.05 }: { readonly p: readonly number[]; readonly q?: number }) {
  const rejected = (adjusted: readonly number[]) => adjusted.filter((each) => each <= q).length;
  const adjusted = {
    bh: benjaminiHochberg(p),
    by: benjaminiYekutieli(p),
    holm: holm(p),
    hochberg: hochberg(p),
    bonferroni: bonferroni(p),
  };
  const [fisher, stouffer] = [fisherCombined(p), stoufferCombined(p)];
  return {
    ...adjusted,
    n_bh: rejected(adjusted.bh),
    n_by: rejected(adjusted.by),
    n_holm: rejected(adjusted.holm),
    n_hochberg: rejected(adjusted.hochberg),
    n_bonferroni: rejected(adjusted.bonferroni),
    fisher_chi2: fisher.chi2,
    fisher_p: fisher.p,
    stouffer_z: stouffer.z,
    stouffer_p: stouffer.p,
  };
}
