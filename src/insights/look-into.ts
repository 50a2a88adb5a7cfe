/** Looks into a place that changed: whether it all happened in one part of it. */
import type { Figure } from '../metrics/figure.ts';
import { type Change, changedOf, isNew, strength } from './change.ts';
import { causesOf, isKnown } from './change-questions.ts';
import { about, type Desk, filtersOf, type Scope } from './kind.ts';
import { whereFrom } from './where-from.ts';

/** Places that are looked into further: each costs a question a dimension. */
const looked = 4;

/** Asks the strongest places by the dimensions that are left. */
export async function lookedInto(
  changes: readonly Change[],
  scope: Scope,
  desk: Desk,
): Promise<readonly Change[]> {
  const worth = changes
    .filter((change) => Object.keys(change.place).length === 1 && change.effect !== 'mix' && !isNew(change))
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, looked);
  const asked = worth.flatMap((change) =>
    causesOf(scope)
      .filter((dimension) => !(dimension in change.place) && isKnown(change.figure.metric, dimension))
      .map((dimension) => ({ change, dimension, question: within(change, scope, [dimension]) })),
  );
  const answers = await desk.ask(asked.map(({ question }) => question));
  return changes.map((change) => {
    const own = asked.flatMap((each, i) => (each.change === change ? [...(answers[i] ?? [])] : []));
    return narrower(change, own);
  });
}

const within = ({ figure, place }: Change, scope: Scope, by: readonly string[]) =>
  about(scope, [figure.metric], {
    stats: [figure.stat],
    compare: ['previous'],
    by,
    where: [...scope.where, ...filtersOf(place)],
  });

function narrower(change: Change, parts: readonly Figure[]): Change {
  const from = whereFrom(change.figure, parts, [
    ...new Set(parts.flatMap(({ segment }) => Object.keys(segment))),
  ]);
  const [found] = from === null || from.effect === 'mix' ? [] : changedOf([from.figure]);
  if (from === null || found === undefined) return change;
  const { figure, comparison } = change;
  const part = from.part * (change.of?.part ?? 1);
  return {
    ...change,
    ...found,
    place: { ...change.place, ...from.segment },
    of: { ...(change.of ?? { figure, comparison }), part },
  };
}
