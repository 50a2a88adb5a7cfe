/** Evidence as the warehouse would hand it in, from lists of made-up rows. */
import type { Evidence } from '../../src/chance/index.ts';
import { countedValues, kaplanMeier, sumsOf, type TimeToEvent } from '../../src/chance/index.ts';

export function meanOf(values: readonly number[], { withLogs = false } = {}): Evidence {
  const logs = withLogs ? { logs: sumsOf(values.map(Math.log)) } : {};
  return { kind: 'mean', ...sumsOf(values), ...logs };
}

export function geometricMeanOf(values: readonly number[]): Evidence {
  const { n, sum, sumOfSquares } = sumsOf(values.map(Math.log));
  return { kind: 'geometric_mean', n, sumOfLogs: sum, sumOfSquaredLogs: sumOfSquares };
}

export const quantileOf = (values: readonly number[], q: number): Evidence => ({
  kind: 'quantile',
  q,
  n: values.length,
  steps: countedValues(values),
});

export const survivalOf = (cases: readonly TimeToEvent[], q: number): Evidence => ({
  kind: 'survival',
  q,
  n: cases.length,
  events: cases.filter(({ isEvent }) => isEvent).length,
  steps: kaplanMeier(cases),
});

export function ratioOf(clusters: readonly { readonly y: number; readonly x: number }[]): Evidence {
  const sum = (of: (cluster: { readonly y: number; readonly x: number }) => number) =>
    clusters.reduce((total, cluster) => total + of(cluster), 0);
  return {
    kind: 'ratio',
    n: clusters.length,
    sumY: sum(({ y }) => y),
    sumX: sum(({ x }) => x),
    sumYY: sum(({ y }) => y * y),
    sumXY: sum(({ x, y }) => x * y),
    sumXX: sum(({ x }) => x * x),
  };
}
