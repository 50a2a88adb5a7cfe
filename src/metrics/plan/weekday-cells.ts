/** Days that are taken to be alike: the same weekday within a block of four weeks; longer ones would take the season for noise. */
import { daysBetween } from '../../model/index.ts';

const block = 28;

/** @example weekdayCells([{ date: '2025-03-03' }, { date: '2025-03-10' }, { date: '2025-03-11' }], '2025-03-03') // two cells */
export function weekdayCells<T extends { readonly date: string }>(
  days: readonly T[],
  start: string,
): readonly (readonly T[])[] {
  const cells = Map.groupBy(days, ({ date }) => {
    const since = daysBetween(start, date);
    return `${Math.floor(since / block)}/${((since % 7) + 7) % 7}`;
  });
  return [...cells.values()];
}
