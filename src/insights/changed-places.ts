/** Finds every real change once, at the place where it happened: the whole, one segment, or a segment of a segment. */
import type { Figure } from '../metrics/figure.ts';
import { catalogue } from '../metrics/index.ts';
import {
  type Change,
  type Changed,
  changedOf,
  differenceOf,
  isDisjoint,
  isNew,
  previousOf,
  strength,
  weightOf,
} from './change.ts';
import { isEverywhere } from './change-words.ts';
import type { Desk, Scope } from './kind.ts';
import { lookedInto } from './look-into.ts';
import { besides, oneAPlace } from './same-place.ts';
import { otherMix, whereFrom } from './where-from.ts';

/** What follows from what came in says nothing of its own where that is known. */
const follows: Readonly<Record<string, string>> = {
  cases_resolved: 'cases_opened',
  cases_closed: 'cases_opened',
};

/**
 * Chance of telling any whole, and of telling any segment by itself, though none changed: together 1 in 20 reports. A
 * segment that explains a changed whole needs less.
 */
const error = 0.025;

/**
 * Which changes are there, and where?
 *
 * Only a change at least as big as the smallest that matters is worth telling. A metric that changed as a whole is told at
 * the segment that explains it (`whereFrom`), else as a whole. A segment that changed while the whole did not is told by
 * itself, strongest first, unless a change that was told already holds it:
 * an overlap in the same direction that weighs at least half as much. Then each place is looked into once more, so that
 * what happened to one product in one category is told of neither all of the product nor all of the category.
 */
export async function changedPlaces(
  parts: readonly Figure[],
  scope: Scope,
  desk: Desk,
): Promise<readonly Change[]> {
  const figures = [...scope.headline, ...parts].filter(isFlow);
  const metrics = [...new Set(figures.map(({ metric }) => metric))];
  const own = metrics
    .filter((metric) => !metrics.includes(follows[metric] ?? ''))
    .map((metric) => ofFirstStat(figures.filter((figure) => figure.metric === metric)));
  const compared = own.flat().filter((figure) => (previousOf(figure)?.difference ?? null) !== null);
  const wholes = compared.filter(({ segment }) => isEverywhere(segment)).length;
  const limits = { whole: error / wholes, segment: error / (compared.length - wholes) };
  const found = own.flatMap((each) => placesOf(each, limits));
  const narrowed = await lookedInto(found, scope, desk);
  return besides(oneAPlace(narrowed), scope, desk);
}

const ofFirstStat = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(({ stat }) => stat === figures[0]?.stat);

/** What stands at an instant is made of the same cases twice: no test of independent counts fits it. */
const isFlow = ({ metric }: Figure): boolean =>
  catalogue.find(({ name }) => name === metric)?.stock === undefined;

const isWhole = ({ figure }: Changed): boolean => isEverywhere(figure.segment);
const isNamed = ({ figure }: Changed): boolean =>
  Object.values(figure.segment).every((value) => value !== null);
const sameWay = (a: Changed, b: Changed): boolean => differenceOf(a) * differenceOf(b) > 0;

/** Below which p a change is told. */
interface Limits {
  readonly whole: number;
  readonly segment: number;
}

const isWorthTelling = ({ comparison }: Changed, limit: number): boolean =>
  comparison.p < limit && Math.abs(comparison.difference ?? 0) >= comparison.smallest;

/** The places of one metric. */
function placesOf(figures: readonly Figure[], limits: Limits): readonly Change[] {
  const changed = changedOf(figures);
  const parts = figures.filter(({ segment }) => Object.keys(segment).length === 1);
  const dimensions = [...new Set(parts.flatMap(({ segment }) => Object.keys(segment)))];
  const told: Change[] = changed
    .filter((each) => isWhole(each) && isWorthTelling(each, limits.whole))
    .slice(0, 1)
    .map((whole) => asChange(whole, parts, dimensions));
  const segments = changed.filter(
    (each) => !isWhole(each) && isNamed(each) && isWorthTelling(each, limits.segment),
  );
  for (const segment of segments.sort((a, b) => strength(b) - strength(a))) {
    if (!told.some((change) => holds(change, segment) || isLeft(change, segment))) told.push(alone(segment));
  }
  return told;
}

function asChange(whole: Changed, parts: readonly Figure[], dimensions: readonly string[]): Change {
  const from = dimensions.includes('kind')
    ? otherMix(whole.figure, parts, 'kind')
    : whereFrom(whole.figure, parts, dimensions);
  const comparison = from === null ? null : previousOf(from.figure);
  if (from === null || comparison === null) return { ...alone(whole), place: {} };
  const { figure, segment, effect, part } = from;
  return { figure, comparison, place: segment, effect, of: { ...whole, part }, also: [] };
}

const alone = ({ figure, comparison }: Changed): Change => ({
  figure,
  comparison,
  place: figure.segment,
  effect: figure.unit === 'count' ? 'count' : 'rate',
  of: null,
  also: [],
});

/** Whether a change that is told already says what a segment's own change would say. */
function holds(change: Change, segment: Changed): boolean {
  const told = change.of ?? change;
  if (isDisjoint(change.place, segment.figure.segment) || !sameWay(told, segment)) return false;
  return weightOf(segment) <= 2 * weightOf(told);
}

/** Work that left one place for a new one is told at the new one. */
function isLeft(change: Change, segment: Changed): boolean {
  const dimensions = [change.place, segment.figure.segment].map((place) => Object.keys(place).join());
  const moved = isNew(change) && dimensions[0] === dimensions[1] && !sameWay(change, segment);
  return moved && weightOf(segment) <= 1.5 * weightOf(change);
}
