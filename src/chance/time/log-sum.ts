/** ln of a weighted sum of numbers that are known by their logarithms. */

/** ln Σ wᵢ e^xᵢ, without overflow; −∞ for nothing. Example: [0, 0] with weights [½, ½] → 0. */
export function logSum(logs: ArrayLike<number>, weight: (i: number) => number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) largest = Math.max(largest, logs[i] ?? largest);
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let total = 0;
  for (let i = 0; i < logs.length; i++) total += weight(i) * Math.exp((logs[i] ?? 0) - largest);
  return largest + Math.log(total);
}
