/** The exponentially weighted moving average: a small lasting shift, seen early. */

export interface EwmaChart {
  readonly ewma: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** 0-based place of the first point outside its limits, null where none is. */
  readonly firstSignal: number | null;
}

export interface EwmaOptions {
  readonly target: number;
  readonly sigma: number;
  /** Weight of the newest value, 0–1. */
  readonly lambda?: number;
  /** Width of the limits in standard deviations of the average. */
  readonly width?: number;
}

/**
 * Has the level drifted from its target?
 * zᵢ = λ xᵢ + (1 − λ) zᵢ₋₁ from the target; limits ± width · σ √(λ ÷ (2 − λ) · (1 − (1 − λ)²ⁱ)), exact from the start.
 * Source: Roberts, Technometrics 1 (1959); Montgomery, Introduction to Statistical Quality Control.
 * Example: value 1, target 0, sigma 1, λ 0.2 → average 0.2, limits ± 0.6.
 */
export function ewmaChart(
  values: readonly number[],
  { target, sigma, lambda = 0.2, width = 3 }: EwmaOptions,
): EwmaChart {
  let level = target;
  const ewma = values.map((value) => {
    level = lambda * value + (1 - lambda) * level;
    return level;
  });
  const reach = values.map(
    (_, i) => width * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (i + 1)))),
  );
  const lower = reach.map((r) => target - r);
  const upper = reach.map((r) => target + r);
  const first = ewma.findIndex((z, i) => Math.abs(z - target) > (reach[i] ?? 0));
  return { ewma, lower, upper, firstSignal: first < 0 ? null : first };
}
