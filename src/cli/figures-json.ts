/** Figures as the JSON that scripts rely on; `schema/metrics.json` describes it. */
import type { Figure, FigureComparison } from '../metrics/index.ts';

/** `comparison` is the first of them, for those who asked for one. */
export function figuresJson(figures: readonly Figure[]): string {
  const told = figures.map(({ comparisons, ...figure }) => ({
    ...figure,
    comparison: comparisons[0] === undefined ? null : comparisonJson(comparisons[0]),
    comparisons: comparisons.map(comparisonJson),
  }));
  return `${JSON.stringify({ figures: told }, null, 2)}\n`;
}

function comparisonJson({ base, difference, interval, verdict, among, ...rest }: FigureComparison) {
  return { base, difference, interval, verdict: difference === null ? null : verdict, among, ...rest };
}
