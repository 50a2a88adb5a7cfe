/** The yardstick for power: the best scan for one change of mean in independent normal points. */
import { mean, sum } from '../src/chance/time/average.ts';

/** Largest |t| of all two-sample comparisons before and after a cut, `least` points on each side. */
export function largestShift(values: readonly number[], least = 1): number {
  const n = values.length;
  const centre = mean(values);
  const squares = sum(values.map((v) => (v - centre) ** 2));
  let before = 0;
  let best = 0;
  for (let cut = 1; cut <= n - least; cut++) {
    before += (values[cut - 1] ?? 0) - centre;
    if (cut >= least) best = Math.max(best, (before * before * n) / (cut * (n - cut)));
  }
  return Math.sqrt((best * (n - 2)) / (squares - best));
}
