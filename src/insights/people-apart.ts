/** People who are quick and liked, and people who are quick at the customer's cost: only where people are switched on. */
import type { PeopleFigures, PersonFigure } from '../metrics/index.ts';
import { addDays } from '../model/index.ts';
import { comparedPeople } from './compared-people.ts';
import { count, list, measured, metricOf } from './fact.ts';
import type { Insight } from './insight.ts';
import type { Desk, InsightKind, Scope } from './kind.ts';

/** A month of one person's answers tells nothing: a year up to the end of the period does. */
const year = 364;

function overAYear(scope: Scope): Scope {
  const { period, dataFrom } = scope;
  if (period === 'all') return scope;
  const from = addDays(period.to, -year);
  return {
    ...scope,
    period: { from: dataFrom !== null && from < dataFrom ? dataFrom : from, to: period.to },
  };
}

/** The best known measure of how long the work takes. */
const times = ['effort_time', 'handle_time', 'talk_time'] as const;
/** A tenth less time is what would matter. */
const matters = 0.1;
/** How sure it must be on which side of the middle somebody's satisfaction lies. */
const sure = 0.95;

export const peopleApart: InsightKind = {
  name: 'people-apart',
  async look(desk, scope) {
    if (desk.context.people !== true || !scope.metrics.includes('csat')) return { insights: [] };
    const liking = await comparedPeople('agent', 'csat', overAYear(scope), desk);
    const speed = await firstOf(times, scope, desk);
    if (liking === null || speed === null) return { insights: [] };
    const teams = await teamsOf(desk);
    const quick = speed.people
      .filter(({ verdict, value }) => verdict === 'signal' && value < speed.middle)
      .filter((person) => isQuickAmong(person, mates(person, speed.people, teams)))
      .flatMap((person) => {
        const liked = liking.people.find(({ id }) => id === person.id);
        return liked === undefined ? [] : [{ person, liked }];
      });
    const both = { speed, liking };
    return {
      insights: [
        ...told(
          'liked',
          quick.filter(({ liked }) => liked.aboveMiddle >= sure),
          both,
        ),
        ...told(
          'disliked',
          quick.filter(({ liked }) => liked.aboveMiddle <= 1 - sure),
          both,
        ),
      ],
    };
  },
};

interface Both {
  readonly speed: PeopleFigures;
  readonly liking: PeopleFigures;
}

interface Somebody {
  readonly person: PersonFigure;
  readonly liked: PersonFigure;
}

/** Teams do different work, more so than category and channel tell: who is quick must be so among the own team as well. */
async function teamsOf({ warehouse }: Desk): Promise<ReadonlyMap<string, string>> {
  const rows = await warehouse.rows(warehouse.db.selectFrom('agents').select(['id', 'team']));
  return new Map(rows.map(({ id, team }) => [String(id), String(team ?? '')]));
}

const mates = (
  { id }: PersonFigure,
  people: readonly PersonFigure[],
  teams: ReadonlyMap<string, string>,
): readonly PersonFigure[] =>
  people.filter((other) => other.id !== id && teams.get(other.id) === teams.get(id));

/** Surely below the middle one of the team, and by as much as would matter. */
function isQuickAmong({ value, interval }: PersonFigure, team: readonly PersonFigure[]): boolean {
  const middle = team.map(({ value }) => value).toSorted((a, b) => a - b)[Math.floor(team.length / 2)];
  return (
    middle === undefined ||
    (interval.high !== null && interval.high < middle && value < (1 - matters) * middle)
  );
}

async function firstOf(metrics: readonly string[], scope: Scope, desk: Desk): Promise<PeopleFigures | null> {
  for (const metric of metrics) {
    const found = await comparedPeople('agent', metric, overAYear(scope), desk);
    if (found !== null) return found;
  }
  return null;
}

function told(
  how: 'liked' | 'disliked',
  some: readonly Somebody[],
  { speed, liking }: Both,
): readonly Insight[] {
  if (some.length === 0) return [];
  const of = (middle: number, people: readonly PersonFigure[], figures: PeopleFigures) => ({
    each: list(people.map(({ value }) => measured(figures, value))),
    middle: measured(figures, middle),
  });
  const [quick, liked] = [
    of(
      speed.middle,
      some.map(({ person }) => person),
      speed,
    ),
    of(
      liking.middle,
      some.map((each) => each.liked),
      liking,
    ),
  ];
  const facts = {
    who: list(some.map(({ person }) => person.name)),
    n: some.length,
    speed: metricOf(speed),
    liking: metricOf(liking),
    times: quick.each,
    usualTime: quick.middle,
    shares: liked.each,
    usualShare: liked.middle,
    people: count(speed.people.length),
  };
  const rated = some.reduce((sum, each) => sum + each.liked.n, 0);
  return [
    {
      kind: 'people-apart',
      headline: { name: `insight.people.${how}`, facts },
      because: [{ name: 'insight.people.because', facts }],
      advice: { name: `insight.people.${how}Advice`, facts },
      audience: 'team',
      good: how === 'liked',
      size: { value: rated, unit: 'customers' },
      certainty: sure,
      subject: { metric: 'csat', segment: { people: some.map(({ person }) => person.id).join() } },
      evidence: [],
    },
  ];
}
