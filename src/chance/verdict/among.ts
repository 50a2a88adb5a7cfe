/** What of a family of comparisons remains once one remembers how many were looked at. */

import type { Comparison, Verdict } from '../evidence.ts';
import { benjaminiHochberg } from './multiplicity.ts';

/**
 * The verdicts of comparisons that are looked at together, so that of all changes claimed at most about the share `q`
 * is luck (Benjamini–Hochberg). A signal that does not survive becomes `cannot_tell_yet`; steady stays steady; null
 * (nothing to compare) is no member of the family.
 *
 * @example among([compare(now, then, options), compare(nowByMail, thenByMail, options)])
 */
export function among(comparisons: readonly (Comparison | null)[], q = 0.05): (Verdict | null)[] {
  const family = comparisons.filter((comparison) => comparison !== null);
  const adjusted = benjaminiHochberg(family.map(({ p }) => p));
  let place = 0;
  return comparisons.map((comparison) => {
    if (comparison === null) return null;
    const survives = (adjusted[place++] ?? 1) <= q;
    return comparison.verdict === 'signal' && !survives ? 'cannot_tell_yet' : comparison.verdict;
  });
}
