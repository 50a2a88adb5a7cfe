/** Where the level changed, as a proposal: exact penalised segmentation with an interval for each date. */
import { sum } from './average.ts';
import { D2, meanMovingRange } from './moving-range.ts';
import { type SegmentCost, segmentSeries, squaredCost } from './segmentation.ts';
import { MIN_SEGMENT } from './shift-evidence.ts';

export interface ProposedChange {
  /** 0-based place of the first point of the new level. */
  readonly at: number;
  /** The smallest set of neighbouring places that holds 95 % of the likelihood. */
  readonly earliest: number;
  readonly latest: number;
}

export interface ProposalOptions {
  /** Correlation of neighbouring points, 0–1. */
  readonly memory?: number;
  /** The alarm has already said that something changed: ease the penalty until it shows where. */
  readonly insist?: boolean;
}

/**
 * Proposes the changes of level of a near-normal series.
 *
 * Each change must save (13 + ln n) · σ² · (1 + φ) ÷ (1 − φ) of squares: the squared height that the best single cut of
 * a stable series passes on about 5 % of 20-chart pages. σ comes from the moving ranges, which shifts hardly touch.
 * Source: Killick, Fearnhead & Eckley, JASA 107 (2012), the penalty by simulation.
 */
export function proposeChanges(
  series: readonly number[],
  { memory = 0, insist = false }: ProposalOptions = {},
): ProposedChange[] {
  const n = series.length;
  const sigma = meanMovingRange(series) / D2 / Math.sqrt(1 - memory);
  const unit = (sigma ** 2 * (1 + memory)) / (1 - memory);
  const cost = squaredCost(series);
  let penalty = (13 + Math.log(n)) * unit;
  let { changes } = segmentSeries(n, cost, { penalty, minSegment: MIN_SEGMENT });
  for (let turn = 0; insist && changes.length === 0 && turn < 30; turn++) {
    penalty *= 0.8;
    changes = segmentSeries(n, cost, { penalty, minSegment: MIN_SEGMENT }).changes;
  }
  const bounds = [0, ...changes, n];
  return changes.map((at, i) => ({
    at,
    ...dateInterval(cost, bounds[i] ?? 0, at, bounds[i + 2] ?? n, unit),
  }));
}

/** Spreads 95 % of the likelihood e^(−squares ÷ 2 unit) outwards from the best place. */
function dateInterval(cost: SegmentCost, start: number, at: number, end: number, unit: number) {
  const best = cost(start, at) + cost(at, end);
  const weight = (place: number) =>
    place <= start || place >= end
      ? 0
      : Math.exp((best - cost(start, place) - cost(place, end)) / (2 * unit));
  const all = sum(Array.from({ length: end - start - 1 }, (_, i) => weight(start + 1 + i)));
  let [earliest, latest, held] = [at, at, weight(at)];
  while (held < 0.95 * all) {
    const [before, after] = [weight(earliest - 1), weight(latest + 1)];
    if (before === 0 && after === 0) break;
    if (before >= after) earliest -= 1;
    else latest += 1;
    held += Math.max(before, after);
  }
  return { earliest, latest };
}
