/** The tabular cumulative sum: evidence for a shift of a chosen size, added up until it is enough. */

export interface CusumChart {
  /** Evidence for a rise and for a fall, in sigmas, per point. */
  readonly high: readonly number[];
  readonly low: readonly number[];
  /** 0-based places where either sum is above the decision interval. */
  readonly signals: readonly number[];
  readonly firstSignal: number | null;
  /** Where the run that led to the first signal began: the first guess at when it happened. */
  readonly firstBegan: number | null;
}

export interface CusumOptions {
  readonly target: number;
  readonly sigma: number;
  /** Slack, half the shift to be found, in sigmas. */
  readonly k?: number;
  /** Decision interval in sigmas. */
  readonly h?: number;
  /** A head start in sigmas, for a quick answer after a change (h ÷ 2 is usual). */
  readonly headStart?: number;
}

/**
 * Has the level moved by about 2k sigmas?
 * C⁺ᵢ = max(0, C⁺ᵢ₋₁ + zᵢ − k), C⁻ᵢ = max(0, C⁻ᵢ₋₁ − zᵢ − k), z = (x − target) ÷ sigma; a signal where one exceeds h.
 * Source: Page, Biometrika 41 (1954). Example: z = 1, 1, 1 with k 0.5 → C⁺ 0.5, 1, 1.5.
 */
export function cusumChart(
  values: readonly number[],
  { target, sigma, k = 0.5, h = 5, headStart = 0 }: CusumOptions,
): CusumChart {
  const scores = values.map((value) => (value - target) / sigma);
  const high = accumulate(scores, k, headStart);
  const low = accumulate(
    scores.map((z) => -z),
    k,
    headStart,
  );
  const signals = scores.flatMap((_, i) => (Math.max(high[i] ?? 0, low[i] ?? 0) > h ? [i] : []));
  const first = signals[0] ?? null;
  if (first === null) return { high, low, signals, firstSignal: null, firstBegan: null };
  const sum = (high[first] ?? 0) > h ? high : low;
  return { high, low, signals, firstSignal: first, firstBegan: sum.lastIndexOf(0, first) + 1 };
}

function accumulate(scores: readonly number[], k: number, start: number): number[] {
  let sum = start;
  return scores.map((z) => {
    sum = Math.max(0, sum + z - k);
    return sum;
  });
}
