/** Figures as the JSON that scripts rely on; `schema/metrics.json` describes it. */
import type { Figure, FigureComparison } from '../metrics/index.ts';

/** One comparison at most can be asked for at the command line, so it is not a list here. */
export function figuresJson(figures: readonly Figure[]): string {
  const told = figures.map(({ comparisons, ...figure }) => ({
    ...figure,
    comparison: comparisons[0] === undefined ? null : comparisonJson(comparisons[0]),
  }));
  return `${JSON.stringify({ figures: told }, null, 2)}\n`;
}

function comparisonJson({ base, difference, interval, verdict, among, ...rest }: FigureComparison) {
  return { base, difference, interval, verdict: difference === null ? null : verdict, among, ...rest };
}
