/** One row per service and local day: how long it was watched, and how long it was down. */
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
import { makeOpenStretches } from './open-stretches.ts';

/** Services and days are few, and every day that passes adds to all of them: they are made again as a whole. */
export async function outageFacts(context: RefreshContext): Promise<void> {
  await run(context, sql`delete from outage_facts`);
  if (!(await hasRecords(context, 'outages'))) return;
  await makeLocalDays(context, 'outage_days', {
    first: sql`case when count(o."from") > 0
      then least(min(o."from"), (select min(opened_at) from cases), (select min(arrived_at) from interactions)) end`,
    last: sql`case when count(o."from") > 0
      then ${context.dataThrough === null ? sql`max(coalesce(o."to", o."from"))` : dataEnd(context)} end`,
    from: sql`outages o`,
  });
  const hours = await makeOpenStretches(context, 'outage_days');
  await withSteps(context, steps(context), () => putIn(context, 'outage_facts', outages(context, hours)));
  await run(context, sql`drop table outage_days`);
  await run(context, sql`drop table open_stretches`);
}

const end = (context: RefreshContext): Sql =>
  context.dataThrough === null ? sql`(select max(ends) from outage_days)` : dataEnd(context);

const steps = (context: RefreshContext): readonly Step[] => [
  { name: 'outages_by_day', body: byDay(context) },
  { name: 'down_pieces', body: uncovered },
  {
    name: 'down_of',
    body: sql`select source, service, day, sum(${lasting(context, 'begun', 'ended')}) as down_s
      from down_pieces group by source, service, day`,
  },
  { name: 'open_of', body: openOf(context) },
  { name: 'down_open_of', body: downOpenOf(context) },
];

const lasting = ({ functions }: RefreshContext, from: string, to: string): Sql =>
  functions.secondsBetween(sql.ref(from), sql.ref(to));

const byDay = (context: RefreshContext): Sql => sql`
  select o.source, o.service, d.day, greatest(o."from", d.begins) as begun,
    least(coalesce(o."to", ${end(context)}), d.ends, ${end(context)}) as ended
  from outages o join outage_days d on o."from" < d.ends and coalesce(o."to", ${end(context)}) > d.begins
  where o.service is not null and o."from" < ${end(context)}`;

/** What of an outage no earlier one covers already: so that those that overlap count once. */
const uncovered: Sql = sql`
  select source, service, day, greatest(begun, coalesce(reached, begun)) as begun, ended
  from (select *, max(ended) over (partition by source, service, day order by begun, ended
      rows between unbounded preceding and 1 preceding) as reached
    from outages_by_day) pieces
  where ended > greatest(begun, coalesce(reached, begun))`;

const openOf = (context: RefreshContext): Sql => sql`
  select day, sum(${lasting(context, 'begun', 'ended')}) as open_s
  from (select d.day, greatest(h.begins, d.begins) as begun, least(h.ends, d.ends, ${end(context)}) as ended
    from outage_days d join open_stretches h on h.begins < d.ends and h.ends > d.begins) parts
  where begun < ended group by day`;

const downOpenOf = (context: RefreshContext): Sql => sql`
  select source, service, day, sum(${lasting(context, 'begun', 'ended')}) as down_s
  from (select p.source, p.service, p.day, greatest(h.begins, p.begun) as begun, least(h.ends, p.ended) as ended
    from down_pieces p join open_stretches h on h.begins < p.ended and h.ends > p.begun) parts
  group by source, service, day`;

const outages = (context: RefreshContext, hours: boolean): FactStatement<'outage_facts'> => ({
  columns: {
    source: sql`s.source`,
    id: sql`s.service || '/' || d.day`,
    left_out: sql`null`,
    attributes: sql`null`,
    service: sql`s.service`,
    day: sql`d.day`,
    day_begins: sql`d.begins`,
    watched_s: context.functions.secondsBetween(sql`d.begins`, sql`least(d.ends, ${end(context)})`),
    down_s: sql`coalesce(x.down_s, 0)`,
    watched_open_s: hours ? sql`coalesce(w.open_s, 0)` : sql`null`,
    down_open_s: hours ? sql`coalesce(y.down_s, 0)` : sql`null`,
  },
  from: sql`(select distinct source, service from outages where service is not null) s
    cross join outage_days d
    left join down_of x on x.source = s.source and x.service = s.service and x.day = d.day
    left join down_open_of y on y.source = s.source and y.service = s.service and y.day = d.day
    left join open_of w on w.day = d.day
    where d.begins < ${end(context)}`,
});
