/** A recurring issue that is growing: more customers than before ask about one thing, and who can remove it. */
import { type Change, differenceOf } from './change.ts';
import { grounds, movedFacts, ofChange } from './change-words.ts';
import { placed } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { readingOf } from './reading.ts';

export const growingIssue: InsightKind = {
  name: 'growing-issue',
  questions: () => [],
  find: (_answers, _scope, changes) => changes.filter((change) => readingOf(change) === 'issue').map(insight),
};

function insight(change: Change): Insight {
  const { figure, comparison, place } = change;
  const facts = { ...movedFacts({ figure, comparison }), place: placed(place) };
  return {
    ...ofChange(change),
    kind: 'growing-issue',
    headline: { name: 'insight.growing', facts },
    because: grounds(change),
    advice: { name: `insight.growing.${'product' in place ? 'product' : 'category'}`, facts },
    // More questions than before are work for us and trouble for them, whatever the metric itself counts as good.
    good: false,
    size: { value: Math.abs(differenceOf(change)), unit: 'cases' },
    audience: 'product',
  };
}
