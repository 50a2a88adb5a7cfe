/** Finds every real change once, at the place where it happened: the whole, one segment, or a segment of a segment. */
import type { Figure } from '../metrics/figure.ts';
import { catalogue, dimensionsOf } from '../metrics/index.ts';
import {
  type Change,
  type Changed,
  changedOf,
  differenceOf,
  isDisjoint,
  strength,
  weightOf,
} from './change.ts';
import type { Place } from './insight.ts';
import { about, type Desk, type Scope } from './kind.ts';
import { themeOf } from './theme.ts';
import { whereFrom } from './where-from.ts';

/** Where a cause may lie; what a team can act on first. */
const causes = ['category', 'channel', 'team', 'product', 'priority'] as const;

/** What surveys are told apart by as well: other surveys than before are no other service. */
const ofSurveys = { survey_response_rate: ['kind'] } as const;

/** Metrics that are looked at by team beside those of page one, where anybody's shifts are known. */
const ofPresence = ['adherence', 'shrinkage'] as const;

/** Places that are looked into further: each costs a question a dimension. */
const looked = 4;

export const causesOf = (scope: Scope): readonly string[] =>
  causes.filter((each) => scope.dimensions.includes(each));

/** Every metric of the scope by every cause that its rows know. */
export const changeQuestions = (scope: Scope) => [
  ...causesOf(scope).map((dimension) =>
    about(
      scope,
      scope.metrics.filter((metric) => isKnown(metric, dimension)),
      { compare: ['previous'], by: [dimension] },
    ),
  ),
  ...Object.entries(ofSurveys)
    .filter(([metric]) => scope.metrics.includes(metric))
    .map(([metric, by]) => about(scope, [metric], { compare: ['previous'], by })),
  ...(scope.dimensions.includes('team')
    ? [about(scope, ofPresence, { compare: ['previous'], by: ['team'] })]
    : []),
];

/** A metric of the company's own is taken to know every dimension: it is refused where it is written. */
function isKnown(metric: string, dimension: string): boolean {
  const definition = catalogue.find(({ name }) => name === metric);
  return definition === undefined || dimensionsOf(definition.fact).includes(dimension);
}

/**
 * Which changes are there, and where?
 *
 * A metric that changed as a whole is told at the segment that explains it (`whereFrom`), else as a whole. A segment that
 * changed while the whole did not is told by itself, strongest first, unless a change that was told already holds it:
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
  const found = metrics.flatMap((metric) => {
    const own = figures.filter((figure) => figure.metric === metric);
    return placesOf(own.filter(({ stat }) => stat === own[0]?.stat));
  });
  const narrowed = await lookedInto(found, scope, desk);
  return besides(oneAPlace(narrowed), scope, desk);
}

/** What stands at an instant is made of the same cases twice: no test of independent counts fits it. */
const isFlow = ({ metric }: Figure): boolean =>
  catalogue.find(({ name }) => name === metric)?.stock === undefined;

const isWhole = ({ figure }: Changed): boolean => Object.keys(figure.segment).length === 0;
const isNamed = ({ figure }: Changed): boolean =>
  Object.values(figure.segment).every((value) => value !== null);
const sameWay = (a: Changed, b: Changed): boolean => differenceOf(a) * differenceOf(b) > 0;

/** The places of one metric. */
function placesOf(figures: readonly Figure[]): readonly Change[] {
  const changed = changedOf(figures);
  const parts = figures.filter(({ segment }) => Object.keys(segment).length === 1);
  const dimensions = [...new Set(parts.flatMap(({ segment }) => Object.keys(segment)))];
  const told: Change[] = changed
    .filter(isWhole)
    .slice(0, 1)
    .map((whole) => asChange(whole, parts, dimensions));
  const segments = changed.filter((each) => !isWhole(each) && isNamed(each));
  for (const segment of segments.sort((a, b) => strength(b) - strength(a))) {
    if (!told.some((change) => holds(change, segment))) told.push(alone(segment));
  }
  return told;
}

function asChange(whole: Changed, parts: readonly Figure[], dimensions: readonly string[]): Change {
  const from = whereFrom(whole.figure, parts, dimensions);
  const comparison = from?.figure.comparisons.find(({ base }) => base.kind === 'previous');
  if (from === null || comparison === undefined) return { ...alone(whole), place: {} };
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

/** Asks the strongest places by the dimensions that are left. */
async function lookedInto(changes: readonly Change[], scope: Scope, desk: Desk): Promise<readonly Change[]> {
  const worth = changes
    .filter(({ place, effect }) => Object.keys(place).length === 1 && effect !== 'mix')
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

export const filtersOf = (place: Place) =>
  Object.entries(place).map(([dimension, value]) => ({ dimension, values: [value] }));

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

/** Changes of several metrics at one place are one story, told by its strongest; volumes only lead where alone. */
function oneAPlace(changes: readonly Change[]): readonly Change[] {
  const places = Map.groupBy(changes, ({ place, effect }) => JSON.stringify([place, effect === 'mix']));
  return [...places.values()].map((own) => {
    const [first, ...others] = own.sort((a, b) => lead(b) - lead(a));
    if (first === undefined) throw new RangeError('a place has a change');
    return { ...first, also: onePerTheme([first, ...others]).slice(1) };
  });
}

const lead = (change: Change): number =>
  strength(change) * (themeOf(change.figure.metric) === 'volume' ? 0.5 : 1);

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

async function besides(changes: readonly Change[], scope: Scope, desk: Desk): Promise<readonly Change[]> {
  const local = changes
    .filter(({ place, effect }) => Object.keys(place).length > 0 && effect !== 'mix')
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
