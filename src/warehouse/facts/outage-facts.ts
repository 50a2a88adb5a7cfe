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
  await withSteps(context, steps(context), () => putIn(context, 'outage_facts', outages(context)));
  await run(context, sql`drop table outage_days`);
}

const end = (context: RefreshContext): Sql =>
  context.dataThrough === null ? sql`(select max(ends) from outage_days)` : dataEnd(context);

/** What of an outage no earlier one covers already: so that those that overlap count once. */
const steps = (context: RefreshContext): readonly Step[] => [
  {
    name: 'outages_by_day',
    body: sql`select o.source, o.service, d.day, greatest(o."from", d.begins) as begun,
        least(coalesce(o."to", ${end(context)}), d.ends, ${end(context)}) as ended
      from outages o join outage_days d on o."from" < d.ends and coalesce(o."to", ${end(context)}) > d.begins
      where o.service is not null and o."from" < ${end(context)}`,
  },
  {
    name: 'down_of',
    body: sql`select source, service, day,
        sum(greatest(0, ${context.functions.secondsBetween(sql`greatest(begun, coalesce(reached, begun))`, sql`ended`)})) as down_s
      from (select *, max(ended) over (partition by source, service, day order by begun, ended
          rows between unbounded preceding and 1 preceding) as reached
        from outages_by_day) pieces
      group by source, service, day`,
  },
];

const outages = (context: RefreshContext): FactStatement<'outage_facts'> => ({
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
  },
  from: sql`(select distinct source, service from outages where service is not null) s
    cross join outage_days d
    left join down_of x on x.source = s.source and x.service = s.service and x.day = d.day
    where d.begins < ${end(context)}`,
});
