/** Figures in order of time as what the alarm judges: a series without slices that are cut off. */
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

/** The values of one metric, statistic and segment; days know their weekday. */
export const seriesOf = (figures: readonly Figure[], grain: Grain): Series => ({
  values: figures.map(({ value }) => value),
  ...(grain === 'day' ? { slots: figures.map(({ from }) => weekdayOf(from)) } : {}),
});

/** The local date stands at the beginning of an instant with its offset. */
const weekdayOf = (from: string | null): number =>
  from === null ? 0 : new Date(`${from.slice(0, 10)}T00:00:00Z`).getUTCDay();
