/** Figures in order of time as what the alarm judges: a series without slices that are cut off, thin ones pulled in. */
import type { Series } from '../chance/index.ts';
import { type Grain, nextStart, startOf } from '../model/index.ts';
import type { Figure } from './figure.ts';

/**
 * Slices that are whole units of the grain: a week that is not over, or one that the period cuts, would look like a fall.
 *
 * @example wholeSlices(figures, 'week') // without the first days of a January that begins on a Wednesday
 */
export const wholeSlices = (figures: readonly Figure[], grain: Grain): readonly Figure[] =>
  figures.filter(({ from, to }) => {
    const [first, end] = [from?.slice(0, 10), to?.slice(0, 10)];
    return first !== undefined && startOf(grain, first) === first && nextStart(grain, first) === end;
  });

export interface WatchedSeries extends Series {
  /** How much of its distance from the middle each value was left with, 0–1: 1 but for thin slices. */
  readonly weights: readonly number[];
}

/**
 * The values of one metric, statistic and segment; days know their weekday. A share or mean of few cases swings by itself:
 * where a slice has fewer than usual (the median n), its distance from the common mean is multiplied by √(n ÷ usual n), so
 * that all slices swing alike. Counts are left as they are. Source: Laney, Quality Engineering 14 (2002).
 *
 * @example seriesOf(days, 'day') // one unhappy customer on a Sunday with one answer is no catastrophe
 */
export function seriesOf(figures: readonly Figure[], grain: Grain): WatchedSeries {
  const known = figures.filter(({ value, unit }) => value !== null && unit !== 'count');
  const usual = known.map(({ n }) => n).sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? 0;
  const total = known.reduce((sum, { n }) => sum + n, 0);
  const middle = known.reduce((sum, { n, value }) => sum + n * (value ?? 0), 0) / total;
  const weights = figures.map(({ n, unit }) =>
    unit === 'count' || usual === 0 ? 1 : Math.min(1, Math.sqrt(n / usual)),
  );
  return {
    values: figures.map(({ value }, i) => {
      const weight = weights[i] ?? 1;
      return value === null || weight === 1 ? value : middle + (value - middle) * weight;
    }),
    ...(grain === 'day' ? { slots: figures.map(({ from }) => weekdayOf(from)) } : {}),
    weights,
  };
}

/** The local date stands at the beginning of an instant with its offset. */
const weekdayOf = (from: string | null): number =>
  from === null ? 0 : new Date(`${from.slice(0, 10)}T00:00:00Z`).getUTCDay();
