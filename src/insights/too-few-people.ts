/** Callers wait longer or give up: whether fewer people were there, or more contacts came than before. */
import { sql } from 'kysely';
import { type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';
import { type Change, type Changed, differenceOf } from './change.ts';
import { grounds, movedFacts, ofChange } from './change-words.ts';
import { hours, list, named, placed, share } from './fact.ts';
import type { Insight, Message } from './insight.ts';
import { about, type Desk, filtersOf, type InsightKind, type Scope } from './kind.ts';

import { readingOf } from './reading.ts';
import { themeOf } from './theme.ts';

/** A team has to do with a place where it took at least this share of its contacts. */
const ours = 0.1;
/** Hours a day that are this much fewer are worth saying. */
const fewer = 0.1;

export const tooFewPeople: InsightKind = {
  name: 'too-few-people',
  async look(desk, scope, { changes }) {
    const waiting = changes.filter((change) => readingOf(change) === 'waiting');
    const insights = await Promise.all(
      waiting.map(async (change) => insight(change, await hoursOf(change, scope, desk))),
    );
    return { insights };
  },
};

interface Hours {
  readonly teams: readonly string[];
  /** Seconds a day on which anybody was there: waiting for contacts, with customers, or wrapping up. */
  readonly now: number;
  readonly before: number;
}

function insight(change: Change, hours: Hours | null): Insight {
  const cause = causeOf(change, hours);
  const facts = { ...movedFacts(change.of ?? change), place: placed(change.place) };
  return {
    ...ofChange(change),
    kind: 'too-few-people',
    headline: { name: `insight.staff.${cause}`, facts },
    because: [...grounds(change), ...(hours === null ? [] : [presence(hours)])],
    advice: { name: `insight.staff.${cause}Advice`, facts },
    audience: 'planning',
    good: false,
  };
}

type Cause = 'fewer' | 'more' | 'longer';

function causeOf({ also }: Change, hours: Hours | null): Cause {
  if (hours !== null && hours.now < (1 - fewer) * hours.before) return 'fewer';
  return also.some(isMoreVolume) ? 'more' : 'longer';
}

const isMoreVolume = (changed: Changed): boolean =>
  themeOf(changed.figure.metric) === 'volume' && differenceOf(changed) > 0;

const presence = ({ teams, now, before }: Hours): Message => ({
  name: 'insight.staff.hours',
  facts: {
    teams: list(teams.map((team) => named('team', team))),
    now: hours(now),
    before: hours(before),
    less: share(Math.abs(1 - now / before)),
    way: now < before ? 'down' : 'up',
  },
});

/** How long the teams of this place were there on an average day, in this period and the one before; null where unknown. */
async function hoursOf(change: Change, scope: Scope, desk: Desk): Promise<Hours | null> {
  const { base } = change.comparison;
  if (scope.period === 'all' || base.from === null || base.to === null) return null;
  const where = [...scope.where, ...filtersOf(change.place)];
  const [taken = []] = await desk.ask([about(scope, ['contacts_arrived'], { by: ['team'], where })]);
  const teams = teamsOf(taken);
  if (teams.length === 0) return null;
  const { from, to } = scope.period;
  const now = await dayOf(desk.warehouse, teams, from, to);
  const before = await dayOf(desk.warehouse, teams, base.from.slice(0, 10), base.to.slice(0, 10));
  return now === null || before === null ? null : { teams, now, before };
}

function teamsOf(taken: readonly Changed['figure'][]): readonly string[] {
  const known = taken.filter(({ segment }) => (segment['team'] ?? null) !== null);
  const all = known.reduce((sum, { n }) => sum + n, 0);
  return known.filter(({ n }) => n >= ours * all).flatMap(({ segment }) => segment['team'] ?? []);
}

async function dayOf(
  warehouse: Warehouse,
  teams: readonly string[],
  from: string,
  to: string,
): Promise<number | null> {
  const there = sql`available_s + talking_s + wrap_s`;
  const statement = sql<Row>`select sum(${there}) as there, count(distinct day) as days from presence_facts
    where ${there} > 0 and day >= ${from} and day < ${to} and team in (${sql.join([...teams])})`;
  const [row] = await rowsOf(warehouse, statement);
  const days = Number(row?.['days'] ?? 0);
  return days === 0 ? null : Number(row?.['there']) / days;
}
