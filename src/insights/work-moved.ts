/** Work that came to a place where there was none before: a new team, a new channel, a new reason to write. */
import type { Change } from './change.ts';
import { movedFacts, ofChange } from './change-words.ts';
import { placed } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { readingOf } from './reading.ts';

export const workMoved: InsightKind = {
  name: 'work-moved',
  find: (_answers, _scope, changes) => changes.filter((change) => readingOf(change) === 'moved').map(insight),
};

function insight(change: Change): Insight {
  const facts = { ...movedFacts(change), place: placed(change.place) };
  return {
    ...ofChange(change),
    kind: 'work-moved',
    headline: { name: 'insight.moved', facts },
    because: [{ name: 'insight.moved.because', facts }],
    advice: { name: `insight.moved.${'team' in change.place ? 'team' : 'other'}`, facts },
    audience: 'planning',
    good: null,
  };
}
