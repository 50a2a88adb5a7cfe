/** A category that is often taken for another one first: what it is taken for, and where it ends. */
import { wilsonInterval } from '../chance/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { count, named, share } from './fact.ts';
import type { Insight } from './insight.ts';
import { about, type InsightKind } from './kind.ts';

/** At least so many cases, and surely more than this share of the category. */
const fewest = 10;
const most = 0.05;

export const misrouted: InsightKind = {
  name: 'misrouted',
  questions: (scope) =>
    scope.dimensions.includes('category') && scope.metrics.includes('cases_opened')
      ? [about(scope, ['cases_opened'], { by: ['category_at_opening', 'category'] })]
      : [],
  find([pairs = []]) {
    return pairs.flatMap((pair) => {
      const { category_at_opening: first, category: last } = pair.segment;
      if (first == null || last == null || first === last) return [];
      const all = pairs
        .filter(({ segment }) => segment['category'] === last)
        .reduce((sum, { n }) => sum + n, 0);
      const isOften = pair.n >= fewest && (wilsonInterval(pair.n, all, { level: 0.99 }).low ?? 0) > most;
      return isOften ? [insight(pair, { first, last, all })] : [];
    });
  },
};

function insight(
  pair: Figure,
  { first, last, all }: { readonly first: string; readonly last: string; readonly all: number },
): Insight {
  const facts = {
    first: named('category', first),
    last: named('category', last),
    n: count(pair.n),
    all: count(all),
    share: share(pair.n / all),
  };
  return {
    kind: 'misrouted',
    headline: { name: 'insight.misrouted', facts },
    because: [{ name: 'insight.misrouted.because', facts }],
    advice: { name: 'insight.misrouted.advice', facts },
    audience: 'product',
    good: false,
    size: { value: pair.n, unit: 'cases' },
    certainty: 0.99,
    subject: { metric: 'reassignments', segment: { category: last } },
    evidence: [pair],
  };
}
