/** Response and resolution of each case on the business clock, and which of them still run. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { CalendarDays } from './calendar-table.ts';
import type { Sql, Step } from './fact-statement.ts';
import { hoursStep, measured, partsOf } from './parts-of-time.ts';

/** An end before its beginning is a fault of the records, not a duration. */
const durations: Sql = sql`
  select case_no, 'response' as what, asked_at as begun, response_until as ended from outcomes
  where asked_at <= response_until or response_runs
  union all
  select case_no, 'resolution', opened_at, resolution_until from outcomes
  where opened_at <= resolution_until or resolution_runs
  union all
  select case_no, 'handover', handover_at, response_until from outcomes
  where handover_at <= response_until or (handover_at is not null and response_runs)
  union all
  select case_no, 'given_up', asked_at, cast(null as timestamptz) from outcomes
  where given_up and not responded and asked_at is not null
  union all
  select case_no, 'first_resolution', opened_at, first_resolved_at from outcomes
  where opened_at <= first_resolved_at and first_resolved_at is distinct from last_resolved_at
  union all
  select case_no, what, asked_at, coalesce(answered_at, ended_at) from waits
  where answered_at is not null or ended_at is not null or runs`;

/** What has ended, of spans that have ended altogether. */
const businessTime: Sql = sql`
  select case_no, sum(business_s) filter (where what = 'response') as response_s,
    sum(business_s) filter (where what = 'resolution') as resolution_s,
    sum(business_s) filter (where what = 'handover') as handover_s,
    sum(business_s) filter (where what = 'first_resolution') as first_resolution_s
  from measured_parts group by case_no`;

/**
 * `business_time`: the durations in seconds, as far as they are over; to the first resolution only where it is not the last
 * one. Needs `outcomes`, `waits` and `stays`.
 */
export const durationSteps = (context: RefreshContext, days: CalendarDays | null): readonly Step[] => [
  hoursStep(context),
  { name: 'durations', body: durations },
  {
    name: 'measured_parts',
    body: measured(sql`(${partsOf(sql.table('durations'), context)})`, days),
    last: ['durations'],
  },
  { name: 'business_time', body: businessTime },
];
