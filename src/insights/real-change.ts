/** A real change in a metric, and where it comes from. */
import type { Figure, FigureComparison } from '../metrics/figure.ts';
import type { Insight } from './insight.ts';
import { about, type InsightKind, type Scope } from './kind.ts';
import { type Explanation, whereFrom } from './where-from.ts';

/** Where a cause may lie; what a team can act on first. */
const causes = ['category', 'channel', 'team', 'product', 'priority'] as const;

const causesOf = (scope: Scope): readonly string[] =>
  causes.filter((each) => scope.dimensions.includes(each));

export const realChange: InsightKind = {
  name: 'real-change',
  questions: (scope) => [
    ...causesOf(scope).map((dimension) =>
      about(scope, scope.metrics, { compare: ['previous'], by: [dimension] }),
    ),
  ],
  find(segments, scope) {
    const parts = segments.flat();
    return scope.headline.flatMap((figure) => {
      const comparison = previousOf(figure);
      if (comparison === null || comparison.among !== 'signal') return [];
      const same = parts.filter((part) => part.metric === figure.metric && part.stat === figure.stat);
      return [insight(figure, comparison, whereFrom(figure, same, causesOf(scope)))];
    });
  },
};

const previousOf = (figure: Figure): FigureComparison | null =>
  figure.comparisons.find(({ base }) => base.kind === 'previous') ?? null;

function insight(figure: Figure, comparison: FigureComparison, from: Explanation | null): Insight {
  const { metric, stat, unit, value } = figure;
  const difference = comparison.difference ?? 0;
  const facts = { metric, stat, unit, value, before: comparison.base.value, difference };
  return {
    kind: 'real-change',
    headline: { name: difference > 0 ? 'insight.realChange.rose' : 'insight.realChange.fell', facts },
    because: [
      { name: 'insight.realChange.chance', facts: { ...facts, p: comparison.p } },
      ...(from === null
        ? [{ name: 'insight.realChange.everywhere', facts }]
        : [{ name: `insight.realChange.${from.effect}`, facts: { ...facts, ...from.facts } }]),
    ],
    advice: {
      name: from === null ? 'insight.realChange.adviceAll' : 'insight.realChange.advice',
      facts: { ...facts, ...from?.facts },
    },
    audience: 'team',
    size: { value: affected(figure, comparison), unit: unit === 'seconds' ? 'cases' : 'customers' },
    certainty: 1 - comparison.p,
    subject: { metric, segment: from?.segment ?? {} },
    evidence: [figure, ...(from === null ? [] : [from.figure])],
  };
}

/** How many of the n were served differently than before: the difference of a share times n, else n itself. */
function affected({ unit, n }: Figure, { difference }: FigureComparison): number {
  const size = Math.abs(difference ?? 0);
  if (unit === 'share') return size * n;
  if (unit === 'points') return (size / 100) * n;
  return unit === 'count' ? size : n;
}
