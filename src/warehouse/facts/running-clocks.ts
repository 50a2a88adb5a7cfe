/** Clocks of cases that still run: remembered apart, so that a load only has to look at the cases it touches. */
import { sql } from 'kysely';
import { afterwards } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import type { CalendarDays } from './calendar-table.ts';
import { compilable, madeIn, onlyTouched, run, type Sql } from './fact-statement.ts';
import { caseKeys } from './the-cases.ts';

const keys = { ...caseKeys, own: 'case_id' } as const;

/**
 * One row per clock that runs at the end of the data: since when it runs in its calendar, and what it had counted by then
 * on both clocks. What it shows at any later instant is that plus the time since.
 */
export const makeClocks = (context: RefreshContext): Promise<void> =>
  run(
    context,
    sql`create table if not exists running_clocks (source varchar, case_id varchar, what varchar, calendar integer,
      since timestamptz, base_s double, base_business_s double)`,
  );

export async function forgetRunning(context: RefreshContext): Promise<void> {
  await makeClocks(context);
  await run(context, sql`delete from running_clocks as f where true ${onlyTouched(context, 'f', keys)}`);
}

/** Puts in what runs among the cases of a batch. Needs `measured_parts`, `waited` and `the_cases`. */
export async function rememberRunning(context: RefreshContext): Promise<void> {
  const seconds = context.functions.secondsBetween(sql`min(p.begun)`, sql`max(p.begun)`);
  const parts: Sql = sql`
    select case_no, what, max(calendar) filter (where last) as calendar, max(begun) as since, ${seconds} as base_s,
      coalesce(sum(business_s) filter (where not last), 0) as base_business_s
    from measured_parts p where runs group by case_no, what`;
  const waiting: Sql = sql`
    select case_no, lasts, cast(null as integer), since, case when lasts = 'pending' then pending_s else on_hold_s end, 0
    from waited where since is not null`;
  await run(
    context,
    sql`insert into ${madeIn(context, 'running_clocks')}
      select c.source, c.case_id, r.what, r.calendar, r.since, r.base_s, r.base_business_s
      from (${parts} union all ${waiting}) r join the_cases c on c.case_no = r.case_no
      where case r.what when 'pending' then c.pendings when 'on_hold' then c.holds else true end`,
  );
}

/** The clocks of a case, each with the columns that show it on the calendar clock and on the business clock. */
const shownIn = [
  ['response', 'response_s', 'response_business_s'],
  ['resolution', 'resolution_s', 'resolution_business_s'],
  ['pending', 'pending_s', null],
  ['on_hold', 'on_hold_s', null],
  ['given_up', 'given_up_s', 'given_up_business_s'],
  ['handover', 'response_handover_s', 'response_handover_business_s'],
] as const;

/**
 * Sets every running clock in `case_facts` and `turn_facts` to what it shows at the end of the data. No clock of a case runs
 * on while its last resolution stands, so that groups of solved cases are passed over, as are groups of turns in which nobody
 * waits any more.
 */
export async function setRunning(context: RefreshContext, days: CalendarDays | null): Promise<void> {
  const { dataThrough, functions } = context;
  if (dataThrough === null) return;
  const through = functions.instant(dataThrough);
  const shown = sql`r.base_s + ${functions.secondsBetween(sql`r.since`, through)}`;
  const ends = [
    { name: 'since_day', instant: sql`r.since`, calendar: sql`r.calendar` },
    { name: 'through_day', instant: through, calendar: sql`r.calendar` },
  ] as const;
  const business =
    days === null
      ? sql`cast(null as double)`
      : sql`r.base_business_s + ${days.total(ends[1])} - ${days.total(ends[0])}`;
  const joins = days === null ? sql`` : sql.join(ends.map(days.join), sql` `);
  const of = (what: string, value: 's' | 'business_s'): Sql =>
    sql`max(${sql.ref(value)}) filter (where what = ${what})`;
  const running = await runningKinds(context);
  const columns: Readonly<Record<string, Sql>> = Object.fromEntries(
    shownIn
      .filter(([what]) => running.has(what))
      .flatMap(([what, own, worked]) => [
        [own, of(what, 's')],
        ...(worked === null ? [] : [[worked, of(what, 'business_s')]]),
      ]),
  );
  const clocks = sql`(select r.source, r.case_id, r.what, substr(r.what, 6) as turn, ${shown} as s, ${business} as business_s
      from running_clocks r ${joins}) clocks`;
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const set = names.map((name) => sql`${name} = coalesce(u.${name}, f.${name})`);
  const values = Object.entries(columns).map(([name, value]) => sql`${value} as ${sql.ref(name)}`);
  if (names.length > 0)
    await run(
      context,
      sql`update case_facts as f set ${sql.join(set)} from (
        select source, case_id, ${sql.join(values)}
        from ${clocks} where what not like 'turn %' group by source, case_id) u
      where u.source = f.source and u.case_id = ${afterwards('f.id')} and f.last_resolved_at is null`,
    );
  if (running.has('turn'))
    await run(
      context,
      sql`update turn_facts as f set wait_s = clocks.s, wait_business_s = clocks.business_s from ${clocks}
      where clocks.what like 'turn %' and clocks.source = f.source and clocks.turn = ${afterwards('f.id')}
        and f.waiting`,
    );
}

/** Which kinds of clock run at all: columns of the others need not be written again. */
async function runningKinds({ rows, db }: RefreshContext): Promise<ReadonlySet<unknown>> {
  const kinds = sql`select distinct case when what like 'turn %' then 'turn' else what end as what from running_clocks`;
  return new Set((await rows(compilable(kinds, db))).map(({ what }) => what));
}
