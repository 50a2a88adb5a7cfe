/** What truly changed: what moved the same way on the mean of the other made-up years, which share the truth and not the luck. */

import { type Panel, panelKey } from './panel.ts';
import type { Claim } from './right-or-wrong.ts';

export interface YearPanel {
  readonly seed: number;
  readonly panel: Panel;
}

/** Fewer years tell too little of what all of them share. */
const fewest = 8;
/** Standard errors by which the mean must lie on the claimed side. */
const beyond = 3;

/** Claims of a change that no planted cause speaks for, but that all years show, are true. */
export const knownFromOthers = (claims: readonly Claim[], years: readonly YearPanel[]): readonly Claim[] =>
  claims.map((claim) =>
    claim.verdict === 'wrong' && movedElsewhere(claim, years) ? { ...claim, verdict: 'known' } : claim,
  );

function movedElsewhere(
  { seed, metric, place, way, month, since }: Claim,
  years: readonly YearPanel[],
): boolean {
  const others = years.filter((year) => year.seed !== seed);
  const last = Number(month.slice(5)) - 1;
  const first = since === null ? last : Number(since.slice(5, 7)) - 1;
  const moves = others.flatMap(({ panel }) => {
    const values = panel[panelKey(metric ?? '', place)] ?? [];
    const [after, before] = [
      values.slice(first, last + 1),
      values.slice(Math.max(0, 2 * first - last - 1), first),
    ];
    const difference = meanOf(after) - meanOf(before);
    return Number.isFinite(difference) ? [difference] : [];
  });
  if (moves.length < fewest) return false;
  const mean = meanOf(moves);
  const error = Math.sqrt(meanOf(moves.map((move) => (move - mean) ** 2)) / (moves.length - 1));
  return (way === 'up' ? mean : -mean) > beyond * error;
}

function meanOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
