/** A real change in a metric, and where it comes from. */
import { catalogue, type Figure, type FigureComparison } from '../metrics/index.ts';
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
    return scope.headline
      .filter(isFlow)
      .filter(isFirstOfItsMetric)
      .flatMap((figure) => {
        const comparison = previousOf(figure);
        if (comparison === null || comparison.among !== 'signal') return [];
        const same = parts.filter((part) => part.metric === figure.metric && part.stat === figure.stat);
        return [insight(figure, comparison, whereFrom(figure, same, causesOf(scope)))];
      });
  },
};

/** What stands at an instant is made of the same cases twice: no test of independent counts fits it. */
const isFlow = ({ metric }: Figure): boolean =>
  catalogue.find(({ name }) => name === metric)?.stock === undefined;

/** A median and its ninetieth percentile tell one story. */
const isFirstOfItsMetric = (figure: Figure, index: number, all: readonly Figure[]): boolean =>
  all.findIndex(({ metric }) => metric === figure.metric) === index;

const previousOf = (figure: Figure): FigureComparison | null =>
  figure.comparisons.find(({ base }) => base.kind === 'previous') ?? null;

function insight(figure: Figure, comparison: FigureComparison, from: Explanation | null): Insight {
  const { metric, stat, unit, value } = figure;
  const difference = comparison.difference ?? 0;
  const good = isGood(metric, difference);
  const facts = { metric, stat, unit, value, before: comparison.base.value, difference, ...from?.facts };
  return {
    kind: 'real-change',
    headline: { name: difference > 0 ? 'insight.realChange.rose' : 'insight.realChange.fell', facts },
    because: [
      {
        name: `insight.realChange.${unit === 'count' ? 'chanceCount' : 'chance'}`,
        facts: { ...facts, p: comparison.p },
      },
      { name: `insight.realChange.${from?.effect ?? 'everywhere'}`, facts },
    ],
    advice: { name: `insight.realChange.${adviceOf(good)}${from === null ? 'All' : ''}`, facts },
    audience: good === null ? 'planning' : 'team',
    good,
    size: affected(figure, comparison),
    certainty: 1 - comparison.p,
    subject: { metric, segment: from?.segment ?? {} },
    evidence: [figure, ...(from === null ? [] : [from.figure])],
  };
}

function isGood(metric: string, difference: number): boolean | null {
  const better = catalogue.find(({ name }) => name === metric)?.better ?? 'neither';
  return better === 'neither' ? null : difference > 0 === (better === 'up');
}

const adviceOf = (good: boolean | null): 'keep' | 'plan' | 'look' =>
  good ? 'keep' : good === null ? 'plan' : 'look';

/** Of a share the n that were served differently, of a time what it adds up to, of a count the difference itself. */
function affected({ unit, n }: Figure, { difference }: FigureComparison): Insight['size'] {
  const size = Math.abs(difference ?? 0);
  if (unit === 'share') return { value: size * n, unit: 'customers' };
  if (unit === 'points') return { value: (size / 100) * n, unit: 'customers' };
  if (unit === 'seconds') return { value: size * n, unit: 'seconds' };
  return { value: unit === 'count' ? size : n, unit: 'cases' };
}
