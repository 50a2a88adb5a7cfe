/** Outliers by the generalised extreme studentised deviate test. */
import { generalisedEsd } from '../../../src/chance/time/generalised-esd.ts';

interface Inputs {
  readonly y: readonly number[];
  readonly max_outliers: number;
  readonly alpha?: number;
}

export function answer({ y, max_outliers, alpha = 0.05 }: Inputs) {
  const test = generalisedEsd(y, { most: max_outliers, alpha });
  return {
    R: test.statistics,
    critical: test.critical,
    n_outliers: test.outliers.length,
    outliers: test.outliers.map((i) => i + 1),
    outlier_values: test.outliers.map((i) => y[i]),
  };
}
