/** Changes of several metrics at one place are one story: the largest leads, the others stand beside it. */
import type { Figure } from '../metrics/figure.ts';
import { affected, inCustomers } from './affected.ts';
import {
  type Change,
  type Changed,
  changedOf,
  differenceOf,
  isDisjoint,
  isGood,
  isNew,
  strength,
} from './change.ts';
import { isKnown } from './change-questions.ts';
import { isEverywhere } from './change-words.ts';
import type { Place } from './insight.ts';
import { about, type Desk, filtersOf, type Scope } from './kind.ts';
import { themeOf } from './theme.ts';

/** Places whose other figures are asked for. */
const looked = 4;

/** Nested places count as one where both went well or both went badly; the whole is no place. */
export function oneAPlace(changes: readonly Change[]): readonly Change[] {
  const local = changes.filter(({ place }) => !isEverywhere(place));
  const stories: Change[][] = [];
  for (const change of local.toSorted((a, b) => lead(b) - lead(a))) {
    const story = stories.find(([first]) => first !== undefined && belongsTo(first, change));
    if (story === undefined) stories.push([change]);
    else story.push(change);
  }
  return [
    ...stories.flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ ...first, also: onePerTheme([first, ...others]).slice(1) }],
    ),
    ...changes.filter((change) => !local.includes(change)),
  ];
}

function belongsTo(first: Change, other: Change): boolean {
  if ((first.effect === 'mix') !== (other.effect === 'mix')) return false;
  const nested = isWithin(first.place, other.place) || isWithin(other.place, first.place);
  const oneWait = areWaits(first, other) && !isDisjoint(first.place, other.place);
  return (nested || oneWait) && (news(first) === news(other) || isNew(first) || news(other) === null);
}

/** Who waits longer on the telephone is answered later: two clocks of one wait. */
const areWaits = (...both: readonly Change[]): boolean =>
  both.every(({ figure }) => ['waiting', 'response'].includes(themeOf(figure.metric)));

const news = (change: Change): boolean | null => isGood(change.figure.metric, differenceOf(change));

const isWithin = (inner: Place, outer: Place): boolean =>
  Object.entries(outer).every(([dimension, value]) => inner[dimension] === value);

/** Work at a new place comes before how it went there; else what touches most customers leads. */
const lead = (change: Change): number =>
  isNew(change)
    ? Number.MAX_VALUE
    : inCustomers(affected(change.of ?? change), change.figure.n) * (isPresence(change) ? 0.01 : 1);

/** A share of days says nothing of customers: it leads only where it is alone. */
const isPresence = ({ figure }: Changed): boolean => themeOf(figure.metric) === 'presence';

function onePerTheme(changes: readonly Changed[]): readonly Changed[] {
  const themes = Map.groupBy(changes, ({ figure }) => themeOf(figure.metric));
  return [...themes.values()].flatMap(([strongest]) => strongest ?? []);
}

/** What customers feel first; asked at every place with a change of its own. */
const felt = [
  'csat',
  'first_contact_resolution',
  'first_response_time',
  'resolution_time',
  'abandonment_rate',
];

export async function besides(
  changes: readonly Change[],
  scope: Scope,
  desk: Desk,
): Promise<readonly Change[]> {
  const local = changes
    .filter(({ place, effect }) => !isEverywhere(place) && effect !== 'mix')
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, looked);
  const answers = await desk.ask(local.map((change) => beside(change, scope)));
  return changes.map((change) => {
    const more = changedOf((answers[local.indexOf(change)] ?? []).filter(isFirstStat));
    return { ...change, also: onePerTheme([change, ...change.also, ...more]).slice(1) };
  });
}

const isFirstStat = (figure: Figure, index: number, all: readonly Figure[]): boolean =>
  all.findIndex(({ metric }) => metric === figure.metric) === index;

const beside = ({ place }: Change, scope: Scope) =>
  about(
    scope,
    felt.filter(
      (metric) =>
        scope.metrics.includes(metric) && Object.keys(place).every((dimension) => isKnown(metric, dimension)),
    ),
    { compare: ['previous'], where: [...scope.where, ...filtersOf(place)] },
  );
