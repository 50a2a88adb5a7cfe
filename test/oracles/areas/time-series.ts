/** Autocorrelations and the Ljung–Box test. */
import { autocorrelations, ljungBox } from '../../../src/chance/time/autocorrelation.ts';

interface Inputs {
  readonly y: readonly number[];
  readonly lag?: number;
  readonly fitdf?: number;
}

export function answer({ y, lag = 10, fitdf = 0 }: Inputs) {
  const { statistic, degrees, p } = ljungBox(y, { lags: lag, fitted: fitdf });
  return { Q: statistic, df: degrees, p, acf: autocorrelations(y, 3) };
}
