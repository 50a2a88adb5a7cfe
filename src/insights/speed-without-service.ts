/** Speed without service: the work takes less time than before, and customers are less well served for it. */
import type { Change } from './change.ts';
import { grounds, movedFacts, ofChange } from './change-words.ts';
import { placed } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { readingOf } from './reading.ts';

export const speedWithoutService: InsightKind = {
  name: 'speed-without-service',
  find: (_answers, _scope, changes) => changes.filter((change) => readingOf(change) === 'haste').map(insight),
};

function insight(change: Change): Insight {
  const facts = { ...movedFacts(change), place: placed(change.place) };
  return {
    ...ofChange(change),
    kind: 'speed-without-service',
    headline: { name: 'insight.haste', facts },
    because: grounds(change),
    advice: { name: 'insight.haste.advice', facts },
    audience: 'team',
    good: false,
  };
}
