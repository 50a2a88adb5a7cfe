/** One row per agent and local day: what was planned, what the agent was at, and how far the two agree. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import {
  type FactStatement,
  hasRecords,
  putIn,
  run,
  type Sql,
  type Step,
  withSteps,
} from './fact-statement.ts';
import { dataEnd, makeLocalDays } from './local-days.ts';
import { somebody } from './somebody.ts';
import { untangled } from './untangled.ts';

const day = sql`interval '1 day'`;
const agent = somebody(sql.ref('r.agent_id'));

/** What was loaded, replaced or taken away, and what the data had not reached before. */
export async function presenceFacts(context: RefreshContext): Promise<void> {
  const { touched, dataThrough, dataThroughBefore } = context;
  if (!(await hasRecords(context, 'shifts')) && !(await hasRecords(context, 'agent_states')))
    return run(context, sql`delete from presence_facts`);
  if (!touched.all && dataThrough !== dataThroughBefore) await touchUnfinished(context);
  await makeLocalDays(context, 'presence_days', spanOf(context));
  await withSteps(context, touched.all ? [] : [staleDays], async () => {
    await run(context, sql`delete from presence_facts as r where true ${onlyStale(context)}`);
    await withSteps(context, steps(context), () => putIn(context, 'presence_facts', presence()));
  });
  await run(context, sql`drop table presence_days`);
}

const touchUnfinished = (context: RefreshContext): Promise<void> => {
  const before = context.functions.instant(context.dataThroughBefore ?? '1990-01-01T00:00:00Z');
  const late = (table: string): Sql => sql`
    select distinct r.source, ${before}, ${dataEnd(context)} from ${sql.table(table)} r
    where ${until} > ${before} and r."from" < ${dataEnd(context)}`;
  return run(context, sql`insert into touched_presence ${late('shifts')} union all ${late('agent_states')}`);
};

/** A state without an end lasts until the next one, but no longer than a day. */
const until = sql`coalesce(r."to", r."from" + ${day})`;

/** The days that any shift or state reaches; of a part, those that were touched and their neighbours. */
const spanOf = (context: RefreshContext) =>
  context.touched.all
    ? {
        first: sql`min(r."from")`,
        last: sql`least(max(${until}), ${dataEnd(context)})`,
        from: sql`(select "from", "to" from shifts union all select "from", "to" from agent_states) r`,
      }
    : { first: sql`min(begins) - ${day}`, last: sql`max(ends) + ${day}`, from: sql`touched_presence` };

/** All agents of a source together: whether it recorded anything on a day is known from all of them. */
const staleDays: Step = {
  name: 'stale_days',
  body: sql`select distinct t.source, d.day, d.begins, d.ends from touched_presence t
    join presence_days d on t.begins - ${day} < d.ends and t.ends + ${day} >= d.begins`,
};

/** Rows of days that are made again. */
const onlyStale = ({ touched }: RefreshContext): Sql =>
  touched.all
    ? sql``
    : sql`and exists (select 1 from stale_days s
        where s.source = r.source and s.day = r.day)`;

/** Records near enough to such a day to have a part in it. */
const onlyNear = ({ touched }: RefreshContext): Sql =>
  touched.all
    ? sql``
    : sql`and r."from" < (select max(ends) from stale_days)
        and ${until} > (select min(begins) from stale_days) - ${day}`;

const steps = (context: RefreshContext): readonly Step[] => [
  ...untangled('planned', byDay(context, planned(context))),
  ...untangled('actual', byDay(context, actual(context))),
  { name: 'planned_of', body: plannedOf(context) },
  { name: 'actual_of', body: actualOf(context) },
  { name: 'both_of', body: bothOf(context) },
  { name: 'taken_of', body: takenOf(context) },
];

const planned = (context: RefreshContext): Sql => sql`
  select r.source, r.id, ${agent} as agent_id, r."from" as begun, r."to" as ended,
    coalesce(r.state, 'available') as state
  from shifts r where r."from" < r."to" ${onlyNear(context)}`;

const actual = (context: RefreshContext): Sql => sql`
  select source, id, agent_id, begun, coalesce(ended, least(next, begun + ${day}), begun + ${day}) as ended, state
  from (select r.source, r.id, ${agent} as agent_id, r."from" as begun, r."to" as ended, r.state,
      lead(r."from") over (partition by r.source, ${agent} order by r."from", r."to", r.id) as next
    from agent_states r where true ${onlyNear(context)}) states`;

/**
 * Cut at midnight and at the end of the data. Most stretches lie within one day, which is looked up; only those that go
 * on are held against the days that follow.
 */
const byDay = (context: RefreshContext, rows: Sql): Sql => sql`
  with begun as (
    select r.*, d.day, d.begins, d.ends from (${rows}) r
      asof join presence_days d on greatest(r.begun, (select min(begins) from presence_days)) >= d.begins),
  parted as (
    select source, id, agent_id, state, begun, ended, day, begins, ends from begun
    union all
    select r.source, r.id, r.agent_id, r.state, r.begun, r.ended, d.day, d.begins, d.ends
    from (select * from begun where ended > ends) r
      join presence_days d on d.begins >= r.ends and d.begins < r.ended)
  select * from (
    select r.source, r.agent_id, r.day, greatest(r.begun, r.begins) as begun,
      least(r.ended, r.ends, ${dataEnd(context)}) as ended, r.state,
      row_number() over (partition by r.source, r.agent_id, r.day order by r.begun, r.ended desc, r.state, r.id) as place
    from parted r where r.agent_id is not null) r
  where begun < ended ${onlyStale(context)}`;

const among = (column: string, ...states: readonly string[]): Sql =>
  sql`${sql.ref(column)} in (${sql.join(states.map((state) => sql.lit(state)))})`;
const working = ['available', 'talking', 'wrap'];

const secondsIf = ({ functions }: RefreshContext, condition: Sql): Sql =>
  sql`coalesce(sum(${functions.secondsBetween(sql.ref('begun'), sql.ref('ended'))}) filter (where ${condition}), 0)`;

/** Time planned as away is not paid; an absence is paid, but nobody can keep to it. */
const plannedOf = (context: RefreshContext): Sql => sql`
  select source, agent_id, day, ${secondsIf(context, sql`not ${among('state', 'away')}`)} as paid_s,
    ${secondsIf(context, among('state', ...working, 'break', 'training'))} as planned_s
  from planned group by source, agent_id, day`;

const states = [...working, 'break', 'training', 'absent', 'away'];

const actualOf = (context: RefreshContext): Sql => sql`
  select source, agent_id, day,
    ${sql.join(states.map((state) => sql`${secondsIf(context, among('state', state))} as ${sql.ref(`${state}_s`)}`))}
  from actual group by source, agent_id, day`;

const keeps = sql`(${among('planned', ...working)} and ${among('state', ...working)}
  or planned = 'training' and state = 'training' or planned = 'break' and ${among('state', 'break', 'away')})`;

const bothOf = (context: RefreshContext): Sql => sql`
  select source, agent_id, day,
    ${secondsIf(context, sql`not ${among('planned', 'away')} and ${among('state', ...working)}`)} as served_s,
    ${secondsIf(context, keeps)} as adhered_s
  from (select p.source, p.agent_id, p.day, p.state as planned, a.state,
      greatest(p.begun, a.begun) as begun, least(p.ended, a.ended) as ended
    from planned p join actual a on a.source = p.source and a.agent_id = p.agent_id and a.day = p.day
      and a.begun < p.ended and p.begun < a.ended) together
  group by source, agent_id, day`;

const takenOf = ({ functions, settings: { zone } }: RefreshContext): Sql => sql`
  select source, agent_id, ${functions.localStart(sql`coalesce(answered_at, arrived_at)`, 'day', zone)} as day,
    count(*) as contacts
  from contact_facts where answered and left_out is null and agent_id is not null
    and coalesce(answered_at, arrived_at) >= (select min(begins) from presence_days)
    and coalesce(answered_at, arrived_at) < (select max(ends) from presence_days)
  group by 1, 2, 3`;

/** Zero is only said where the source was recording on that day. */
const recorded = sql`w.source is not null`;
const state = (name: string): Sql =>
  sql`case when ${recorded} then coalesce(${sql.ref(`s.${name}_s`)}, 0) end`;

function presence(): FactStatement<'presence_facts'> {
  const joined = (alias: string): Sql =>
    sql`on ${sql.join(
      ['source', 'agent_id', 'day'].map(
        (name) => sql`${sql.ref(`${alias}.${name}`)} = ${sql.ref(`k.${name}`)}`,
      ),
      sql` and `,
    )}`;
  return {
    columns: {
      source: sql`k.source`,
      id: sql`k.agent_id || '/' || k.day`,
      left_out: sql`null`,
      attributes: sql`null`,
      agent_id: sql`k.agent_id`,
      team: sql`a.team`,
      department: sql`a.department`,
      day: sql`k.day`,
      day_begins: sql`d.begins`,
      paid_s: sql`p.paid_s`,
      served_s: sql`case when ${recorded} and p.paid_s is not null then coalesce(b.served_s, 0) end`,
      planned_s: sql`p.planned_s`,
      adhered_s: sql`case when ${recorded} and p.planned_s is not null then coalesce(b.adhered_s, 0) end`,
      available_s: state('available'),
      talking_s: state('talking'),
      wrap_s: state('wrap'),
      break_s: state('break'),
      training_s: state('training'),
      absent_s: state('absent'),
      away_s: state('away'),
      contacts: sql`case when i.source is not null then coalesce(t.contacts, 0) end`,
    },
    from: sql`(select source, agent_id, day from planned_of union select source, agent_id, day from actual_of) k
      join presence_days d on d.day = k.day
      left join planned_of p ${joined('p')}
      left join actual_of s ${joined('s')}
      left join both_of b ${joined('b')}
      left join taken_of t ${joined('t')}
      left join (select distinct source, day from actual_of) w on w.source = k.source and w.day = k.day
      left join (select distinct source, day from taken_of) i on i.source = k.source and i.day = k.day
      left join agents a on a.source = k.source and a.id = k.agent_id`,
  };
}
