/** Response and resolution of each case on the business clock, also where it passes through several calendars. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type CalendarTable, type Moment, makeCalendarTable } from './calendar-table.ts';
import { run, type Sql, type Step } from './fact-statement.ts';

/** No calendar, no figure: zeros would look like service at once. */
const unknown: Sql = sql`
  select case_no, cast(null as double) as response_s, cast(null as double) as resolution_s from outcomes`;

/**
 * `business_time`: the two durations of each case in seconds. Needs `outcomes`, and `stays` where teams have calendars of
 * their own.
 */
export async function businessTime(context: RefreshContext): Promise<Step> {
  const { calendar, teamCalendars = {}, clockRule = 'each' } = context.settings;
  const own = Object.entries(teamCalendars);
  if (calendar === null) return { name: 'business_time', body: unknown };
  const table = await makeCalendarTable(context, [calendar, ...own.map(([, ofTeam]) => ofTeam)]);
  if (own.length === 0) return { name: 'business_time', body: byOne(table) };
  await numberTeams(
    context,
    own.map(([team]) => team),
  );
  return { name: 'business_time', body: clockRule === 'each' ? byEach(table) : byLast(table) };
}

const moment = (name: string, instant: Sql, calendar: Sql): Moment => ({ name, instant, calendar });

function byOne(table: CalendarTable): Sql {
  const of = (name: string, instant: Sql): Moment => moment(name, instant, sql`0`);
  const [asked, answered] = [
    of('asked_day', sql`o.asked_at`),
    of('answer_day', sql`o.response_until`),
  ] as const;
  const [opened, solved] = [
    of('opened_day', sql`o.opened_at`),
    of('solved_day', sql`o.resolution_until`),
  ] as const;
  return sql`
    select o.case_no, ${table.between(asked, answered)} as response_s, ${table.between(opened, solved)} as resolution_s
    from outcomes o ${sql.join([asked, answered, opened, solved].map(table.join), sql` `)}`;
}

/** Number 0 is the company's own calendar; the teams' follow in their order. */
async function numberTeams(context: RefreshContext, teams: readonly string[]): Promise<void> {
  const rows = teams.map((team, index) => sql`(${team}, ${sql.lit(index + 1)})`);
  await run(context, sql`create or replace temp table team_calendars (team varchar, calendar integer)`);
  await run(context, sql`insert into team_calendars values ${sql.join(rows)}`);
}

const measured: Sql = sql`
  select case_no, 'response' as what, asked_at as begun, response_until as ended from outcomes
  where asked_at <= response_until
  union all
  select case_no, 'resolution', opened_at, resolution_until from outcomes where opened_at <= resolution_until`;

/** The stays of a case that a duration reaches; the first one also covers what came before the opening. */
const reached: Sql = sql`
  select m.case_no, m.what, m.begun, m.ended, s.until, coalesce(t.calendar, 0) as calendar,
    case when s.begun > c.opened_at then s.begun end as entered
  from (${measured}) m
    join the_cases c on c.case_no = m.case_no
    join stays s on s.case_no = m.case_no and (s.begun <= m.ended or s.begun = c.opened_at)
    left join team_calendars t on t.team = s.team`;

const summed = (parts: Sql, seconds: Sql, joins: Sql): Sql => sql`
  select p.case_no, sum(case when p.what = 'response' then ${seconds} end) as response_s,
    sum(case when p.what = 'resolution' then ${seconds} end) as resolution_s
  from (${parts}) p ${joins} group by p.case_no`;

const partJoins = (table: CalendarTable, ends: readonly [Moment, Moment]): Sql =>
  sql.join(ends.map(table.join), sql` `);

/** Each calendar counts the time of its own stays. */
function byEach(table: CalendarTable): Sql {
  const parts = sql`select case_no, what, calendar, greatest(begun, coalesce(entered, begun)) as begun,
      least(ended, coalesce(until, ended)) as ended
    from (${reached}) r where coalesce(until, ended) >= begun`;
  const ends = endsOfParts();
  return summed(parts, table.between(...ends), partJoins(table, ends));
}

/** The calendar in force at the end counts all of it. */
function byLast(table: CalendarTable): Sql {
  const parts = sql`select case_no, what, begun, ended, max_by(calendar, coalesce(entered, begun)) as calendar
    from (${reached}) r where entered is null or entered < ended group by case_no, what, begun, ended`;
  const ends = endsOfParts();
  return summed(parts, table.between(...ends), partJoins(table, ends));
}

const endsOfParts = (): [Moment, Moment] => [
  moment('from_day', sql`p.begun`, sql`p.calendar`),
  moment('to_day', sql`p.ended`, sql`p.calendar`),
];
