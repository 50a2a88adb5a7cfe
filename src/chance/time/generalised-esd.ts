/** Rosner's generalised extreme studentised deviate test: how many single values are outliers? */
import { studentT } from '../numerics/student-t.ts';
import { mean } from './average.ts';

export interface OutlierTest {
  /** 0-based places of the outliers, the most extreme first. */
  readonly outliers: readonly number[];
  /** Largest distance from the mean in standard deviations, after each removal. */
  readonly statistics: readonly number[];
  readonly critical: readonly number[];
}

/**
 * How many of at most `most` values do not belong to the rest (near normal)?
 * Removes the most extreme value again and again; the count is the last step at which R exceeds its critical value.
 * Source: Rosner, Technometrics 25 (1983). Example: 54 values of Rosner's data → 3 outliers at 5 %.
 */
export function generalisedEsd(
  values: readonly number[],
  { most = Math.min(10, values.length - 2), alpha = 0.05 } = {},
): OutlierTest {
  const places: number[] = [];
  const statistics: number[] = [];
  const critical: number[] = [];
  let left = values.map((_, i) => i);
  for (let step = 0; step < Math.min(most, values.length - 2); step++) {
    const { place, distance } = mostExtreme(values, left);
    places.push(place);
    statistics.push(distance);
    critical.push(criticalValue(values.length - step, alpha));
    left = left.filter((i) => i !== place);
  }
  const count = statistics.findLastIndex((r, i) => r > (critical[i] ?? r)) + 1;
  return { outliers: places.slice(0, count), statistics, critical };
}

function mostExtreme(values: readonly number[], among: readonly number[]) {
  const centre = mean(among.map((i) => values[i] ?? Number.NaN));
  const distances = among.map((i) => Math.abs((values[i] ?? Number.NaN) - centre));
  const spread = Math.sqrt(distances.reduce((sum, d) => sum + d * d, 0) / (among.length - 1));
  const largest = distances.reduce((best, d) => Math.max(best, d), 0);
  const place = among[distances.indexOf(largest)] ?? 0;
  return { place, distance: spread > 0 ? largest / spread : 0 };
}

/** For n values left: (n − 1) t ÷ √((n − 2 + t²) n), t at 1 − alpha ÷ 2n with n − 2 degrees of freedom. */
function criticalValue(n: number, alpha: number): number {
  const t = studentT(n - 2).upperQuantile(alpha / (2 * n));
  return ((n - 1) * t) / Math.sqrt((n - 2 + t * t) * n);
}
