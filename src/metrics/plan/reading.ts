/** From sums and steps to evidence: what was read for one metric at one place, one shape per statistic. */
import type { CountedValue, Evidence, SurvivalStep } from '../../chance/evidence.ts';
import type { Measure } from '../definition.ts';
import type { Statistic } from '../question.ts';
import type { Sums } from './tally-statement.ts';

/** Everything that the statements returned for one metric at one place. */
export interface Cell {
  readonly sums: Sums;
  readonly counted?: { readonly n: number; readonly steps: readonly CountedValue[] };
  readonly curve?: { readonly n: number; readonly events: number; readonly steps: readonly SurvivalStep[] };
  readonly clusters?: Sums;
}

/** Evidence from which chance makes value and interval; or a bare value, where a number is exact. */
export interface Reading {
  readonly n: number;
  readonly evidence: Evidence | null;
  /** Printed as it is, without an interval. */
  readonly bare: number | null;
}

const quantiles: Readonly<Partial<Record<Statistic, number>>> = {
  p25: 0.25,
  median: 0.5,
  distribution: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
};

export const quantileOf = (stat: Statistic): number | null => quantiles[stat] ?? null;

/** How a statistic of a measure is read. */
export function reading(
  stat: Statistic,
  measure: Measure,
  cell: Cell,
  exposure: number,
  dispersion = 1,
): Reading {
  const { sums } = cell;
  const n = sums.n ?? 0;
  const q = quantileOf(stat);
  if (measure.per?.once === true) return onceEach(stat, cell.clusters ?? {}, exposure, dispersion);
  if (stat === 'count') return { n, bare: n, evidence: { kind: 'count', count: n, exposure, dispersion } };
  if (stat === 'sum') return { n, bare: n === 0 ? null : (sums.sum ?? 0), evidence: null };
  if (stat === 'max') return { n, bare: sums.max ?? null, evidence: null };
  if (n === 0) return { n, bare: null, evidence: null };
  if (stat === 'share')
    return { n, bare: null, evidence: { kind: 'proportion', successes: sums.hits ?? 0, n } };
  if (measure.per !== undefined || measure.flow !== undefined) return ratioReading(cell.clusters ?? {});
  if (measure.rating !== undefined) return { n, bare: null, evidence: ratings(n, sums) };
  if (q !== null) return { n, bare: null, evidence: quantile(q, n, measure, cell) };
  return { n, bare: null, evidence: stat === 'geometric_mean' ? geometricMean(sums) : mean(n, sums) };
}

/** Clusters that are a hit, as a number and as a share of all. */
function onceEach(
  stat: Statistic,
  { clusters = 0, y = 0 }: Sums,
  exposure: number,
  dispersion: number,
): Reading {
  if (stat === 'count') return { n: y, bare: y, evidence: { kind: 'count', count: y, exposure, dispersion } };
  const evidence: Evidence = { kind: 'proportion', successes: y, n: clusters };
  return { n: clusters, bare: null, evidence: clusters === 0 ? null : evidence };
}

function mean(n: number, { sum = 0, squares = 0, positive, logs = 0, squared_logs = 0 }: Sums): Evidence {
  const plain = { kind: 'mean', n, sum, sumOfSquares: squares } as const;
  if (positive === undefined) return plain;
  return { ...plain, logs: { n: positive, sum: logs, sumOfSquares: squared_logs } };
}

const geometricMean = (sums: Sums): Evidence => ({
  kind: 'geometric_mean',
  n: sums.positive ?? 0,
  sumOfLogs: sums.logs ?? 0,
  sumOfSquaredLogs: sums.squared_logs ?? 0,
});

const ratings = (n: number, { promoters = 0, detractors = 0 }: Sums): Evidence => ({
  kind: 'nps',
  promoters,
  passives: n - promoters - detractors,
  detractors,
});

/** The n of a ratio is the number of its clusters (customers, agents), unless it counts something else below the line. */
const ratioReading = (sums: Sums): Reading => ({
  n: sums.n ?? sums.clusters ?? 0,
  bare: null,
  evidence: ratio(sums),
});

const ratio = ({ clusters = 0, y = 0, x = 0, yy = 0, xy = 0, xx = 0 }: Sums): Evidence => ({
  kind: 'ratio',
  n: clusters,
  sumY: y,
  sumX: x,
  sumYY: yy,
  sumXY: xy,
  sumXX: xx,
});

/** A curve without steps near 1 − q never came so far. */
function quantile(q: number, n: number, { happened }: Measure, { counted, curve }: Cell): Evidence | null {
  if (happened !== undefined) return { kind: 'survival', q, ...(curve ?? { n, events: 0, steps: [] }) };
  return counted === undefined ? null : { kind: 'quantile', q, ...counted };
}
