/** Of each metric its own number: the first statistic asked for, where it has a value and is no bare count. */
import type { Figure } from '../metrics/figure.ts';

/** Counts stand in the line of arrivals; a figure without value is told under "cannot tell yet". */
export function mainFigures(headline: readonly Figure[]): readonly Figure[] {
  const first = new Map<string, Figure>();
  for (const figure of headline) if (!first.has(figure.metric)) first.set(figure.metric, figure);
  return [...first.values()].filter(({ unit, value }) => unit !== 'count' && value !== null);
}
