/** Ranks turned into what normal draws of those ranks would be: no tail or skew can raise an alarm by itself. */
import { normal } from '../numerics/normal.ts';

/**
 * Blom's scores Φ⁻¹((rank − ⅜) ÷ (n + ¼)), equal values sharing their mean rank.
 * Example: [5, 100, 7] → [−0.82, 0.82, 0].
 */
export function normalScores(values: readonly number[]): Float64Array {
  const n = values.length;
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const scores = new Float64Array(n);
  for (let first = 0, next = 0; first < n; first = next) {
    const value = values[order[first] ?? 0];
    while (next < n && values[order[next] ?? 0] === value) next++;
    const rank = (first + 1 + next) / 2;
    const score = normal.quantile((rank - 0.375) / (n + 0.25));
    for (let i = first; i < next; i++) scores[order[i] ?? 0] = score;
  }
  return scores;
}
