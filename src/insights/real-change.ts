/** A real change in a metric, and where it comes from: what no more telling kind speaks for. */
import type { Change } from './change.ts';
import { grounds, isEverywhere, movedFacts, ofChange } from './change-words.ts';
import { placed } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { readingOf } from './reading.ts';

export const realChange: InsightKind = {
  name: 'real-change',
  find: (_answers, _scope, changes) => changes.filter((change) => readingOf(change) === 'plain').map(insight),
};

function insight(change: Change): Insight {
  const own = ofChange(change);
  const whole = change.of ?? change;
  const facts = {
    ...movedFacts(whole),
    where: change.of === null && !isEverywhere(change.place) ? 'place' : 'whole',
    place: placed(change.place),
  };
  return {
    ...own,
    kind: 'real-change',
    headline: { name: 'insight.realChange', facts },
    because: [
      ...grounds(change),
      ...(isEverywhere(change.place) ? [{ name: 'insight.realChange.everywhere', facts: {} }] : []),
    ],
    advice: { name: `insight.realChange.${adviceOf(change, own.good)}`, facts },
    audience: own.good === null ? 'planning' : 'team',
  };
}

function adviceOf({ place, effect }: Change, good: boolean | null): string {
  if (effect === 'mix') return 'mix';
  const what = good ? 'keep' : good === null ? 'plan' : 'look';
  return isEverywhere(place) ? `${what}All` : what;
}
