/** Splits the difference of two weighted means into what changed inside the parts and what changed between them. */

/** A part on one side: its mean, and how much it weighs (cases, or whatever stands below the line of a ratio). */
export interface Portion {
  readonly weight: number;
  readonly value: number;
}

/** null: the part is not there on that side. */
export interface TwoPortions {
  readonly now: Portion | null;
  readonly before: Portion | null;
}

export interface MixAndRate {
  /** The same work, served differently: w̄ (x₁ − x₀). */
  readonly rate: number;
  /** More or less of this work than before: (w₁ − w₀)(x̄ − X̄). */
  readonly mix: number;
  readonly shareNow: number;
  readonly shareBefore: number;
}

/**
 * How much of a difference comes from each part, and how?
 *
 * With w = weight ÷ sum of weights, x = value of a part, X = value of the whole, and bars for the mean of both sides:
 * X₁ − X₀ = Σ w̄ (x₁ − x₀) + Σ (w₁ − w₀)(x̄ − X̄), exactly, and the same with both sides swapped but for the sign
 * (Kitagawa, 1955). A part that is on one side only has no rate effect. Values may be in any unit; nothing is rounded.
 * All zeros where one side is empty.
 *
 * @example
 * // Two kinds of case, 90 % and 50 % satisfied on both sides; the hard kind grew from a quarter to a half.
 * mixAndRate([
 *   { now: { weight: 50, value: 0.9 }, before: { weight: 75, value: 0.9 } },
 *   { now: { weight: 50, value: 0.5 }, before: { weight: 25, value: 0.5 } },
 * ]).map(({ rate, mix }) => rate + mix) // [-0.05, -0.05]: all of it mix
 */
export function mixAndRate(parts: readonly TwoPortions[]): readonly MixAndRate[] {
  const [allNow, allBefore] = [total(parts.map(({ now }) => now)), total(parts.map(({ before }) => before))];
  if (allNow.weight === 0 || allBefore.weight === 0)
    return parts.map(() => ({ rate: 0, mix: 0, shareNow: 0, shareBefore: 0 }));
  const middle = (allNow.sum / allNow.weight + allBefore.sum / allBefore.weight) / 2;
  return parts.map(({ now, before }) => {
    const shareNow = (now?.weight ?? 0) / allNow.weight;
    const shareBefore = (before?.weight ?? 0) / allBefore.weight;
    const is = now?.value ?? before?.value ?? middle;
    const was = before?.value ?? is;
    return {
      rate: ((shareNow + shareBefore) / 2) * (is - was),
      mix: (shareNow - shareBefore) * ((is + was) / 2 - middle),
      shareNow,
      shareBefore,
    };
  });
}

function total(portions: readonly (Portion | null)[]): { readonly weight: number; readonly sum: number } {
  const known = portions.filter((each) => each !== null);
  return {
    weight: known.reduce((sum, { weight }) => sum + weight, 0),
    sum: known.reduce((sum, { weight, value }) => sum + weight * value, 0),
  };
}
