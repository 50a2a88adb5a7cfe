/** One row per promise made to a customer: when it was due, whether it was kept, and whose work that was. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { CalendarDays } from './calendar-table.ts';
import { carriedDimensions } from './case-dimensions.ts';
import { type FactStatement, type Keys, run, type Sql, type Step } from './fact-statement.ts';
import { partSteps, summedParts } from './sla-parts.ts';
import { spanStep } from './sla-spans.ts';
import { somebody } from './somebody.ts';

export const slaKeys: Keys = {
  records: 'cases',
  table: 'touched_cases',
  column: 'case_id',
  own: 'case_id',
};

/**
 * The last instant at which a clock shows no more than a limit, part by part. Time that is already past when the limit
 * sinks is past at once; on the business clock, closed hours after the last second of a limit still count as in time.
 */
function crossing({ functions }: RefreshContext, days: CalendarDays | null, limit: Sql, day: string): Sql {
  const around = functions.later(sql`p.begun`, sql`(${limit} - p.before_s)`);
  const total = sql`(p.total_s + ${limit} - p.before_s)`;
  const open = days === null ? sql`cast(null as timestamptz)` : days.reached(day, total);
  return sql`case
    when p.before_s > ${limit} then p.begun
    when p.paused then null
    when p.on_business then case when ${open} is not null then greatest(p.begun, ${open}) end
    else ${around} end`;
}

/** Only parts that can cross what is at risk are looked at. */
function crossed(context: RefreshContext, days: CalendarDays | null): Sql {
  const risk = sql`(p.within_s * ${context.settings.sla.atRisk})`;
  const opened = sql`(select * from calendar_days where close_0 > open_0)`;
  const join = (day: string, limit: Sql): Sql =>
    days === null
      ? sql``
      : sql`asof left join ${opened} as ${sql.ref(day)} on ${sql.ref(`${day}.calendar`)} = p.calendar
          and ${sql.ref(`${day}.before`)} <= p.total_s + ${limit} - p.before_s`;
  return sql`
    select p.span_no, p.ended, ${crossing(context, days, risk, 'risk_day')} as risk_at,
      ${crossing(context, days, sql`p.within_s`, 'due_day')} as due_at
    from (select * from ${summedParts} p where p.ended is null or p.before_s + p.part_s >= ${risk}) p
      ${join('risk_day', risk)} ${join('due_day', sql`p.within_s`)}`;
}

/** What a promise stands at: the terms in force last, and the time used where it does not run. */
const terms: Sql = sql`
  select span_no, policy, within_s, on_business, priority, paused, true as limited, part_s as elapsed_s
  from sla_counted where whole
  union all
  select span_no, max(policy) filter (where last), coalesce(max(within_s) filter (where last), max(within_s)),
    bool_or(on_business) filter (where last), max(priority) filter (where last), bool_or(last and paused),
    bool_or(last and within_s is not null), case when count(*) = count(part_s) then sum(part_s) end
  from sla_summed group by span_no having count(within_s) > 0`;

/** A crossing counts where the clock still ran in that part. */
const settled: Sql = sql`
  select m.case_no, m.target, m.place, m.begun, m.ended, m.over_at, m.agent, t.*, x.due_at, x.risk_at,
    coalesce(x.due_at, m.stopped) as settled_at
  from sla_spans m
    join (${terms}) t on t.span_no = m.span_no
    left join (select span_no, min(due_at) filter (where ended is null or due_at < ended) as due_at,
        min(risk_at) filter (where ended is null or risk_at < ended) as risk_at
      from sla_crossed group by span_no) x
      on x.span_no = m.span_no
  where t.limited or x.due_at is not null`;

/** When it was broken or kept, or the end of the data: exactly one stay of a case lasts then. */
const judgedAt: Sql = sql`greatest(o.opened_at,
    least(coalesce(x.due_at, o.through), coalesce(x.ended, x.over_at, o.through)))`;

/** Each with who had the case when it was judged: stays are many, so they are met before the words of the case are. */
const promises: Sql = sql`
  select x.*, o.through, nullif(s.team, '') as team, nullif(s.owner, '') as owner
  from (${settled}) x
    join outcomes o on o.case_no = x.case_no
    join stays s on s.case_no = x.case_no
  where s.begun <= ${judgedAt} and (s.until is null or s.until > ${judgedAt})`;

/** `sla_promises`, where anything was promised. Needs the steps of the case facts before it. */
export const slaSteps = (context: RefreshContext, days: CalendarDays | null): readonly Step[] =>
  context.settings.sla.policies.length === 0
    ? []
    : [
        spanStep(context),
        ...partSteps(context, days),
        { name: 'sla_crossed', body: crossed(context, days) },
        { name: 'sla_promises', body: promises },
      ];

const breached: Sql = sql`(x.due_at < coalesce(x.ended, x.over_at, x.through))`;

/** A promise that was broken belongs to whoever had the case then, one that was kept to whoever kept it. */
export const slaFacts = (context: RefreshContext): FactStatement<'sla_facts'> => ({
  columns: {
    ...carriedDimensions,
    source: sql`c.source`,
    id: sql`c.case_id || '/' || x.target || '/' || x.place`,
    left_out: sql`c.left_out`,
    channel: sql`c.channel`,
    team: sql`x.team`,
    priority: sql`x.priority`,
    attributes: sql`c.attributes`,
    case_id: sql`c.case_id`,
    target: sql`x.target`,
    policy: policyName(context),
    clock: sql`case when x.on_business then 'business' else 'calendar' end`,
    target_s: sql`x.within_s`,
    opened_at: sql`c.opened_at`,
    started_at: sql`x.begun`,
    ended_at: sql`x.ended`,
    over_at: sql`x.over_at`,
    due_at: sql`x.due_at`,
    at_risk_at: sql`x.risk_at`,
    settled_at: sql`x.settled_at`,
    elapsed_s: sql`x.elapsed_s`,
    paused: sql`x.paused and x.ended is null and x.over_at is null`,
    state: state(sql`x.due_at`, sql`x.ended`, sql`x.over_at`, sql`x.paused`, sql`x.through`),
    agent_id: somebody(
      sql`case when x.ended is not null and not coalesce(${breached}, false) then coalesce(x.agent, x.owner)
        else x.owner end`,
    ),
  },
  from: sql`sla_promises x join the_cases c on c.case_no = x.case_no`,
});

/** Policies are few: their names are written out. */
const policyName = ({ settings }: RefreshContext): Sql =>
  sql`case x.policy ${sql.join(
    settings.sla.policies.map(({ name }, number) => sql`when ${sql.lit(number)} then ${name}`),
    sql` `,
  )} end`;

/** Null where the case ended before either: the promise was neither kept nor broken. */
function state(due: Sql, ended: Sql, over: Sql, paused: Sql, through: Sql): Sql {
  return sql`case when coalesce(${due} < coalesce(${ended}, ${over}, ${through}), false) then 'missed'
    when ${ended} is not null then 'met' when ${over} is not null then null
    when ${paused} then 'paused' else 'running' end`;
}

/** Promises that were still running are judged again when the end of the data moves. */
export async function judgeRunning({ dataThrough, functions, ...context }: RefreshContext): Promise<void> {
  if (dataThrough === null) return;
  const through = functions.instant(dataThrough);
  const now = state(sql.ref('due_at'), sql.ref('ended_at'), sql.ref('over_at'), sql.ref('paused'), through);
  await run(
    { ...context, dataThrough, functions },
    sql`update sla_facts set state = ${now}
      where ended_at is null and over_at is null and state is distinct from ${now}`,
  );
}
