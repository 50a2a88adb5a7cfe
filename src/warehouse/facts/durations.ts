/** Response and resolution of each case on the business clock, and which of them still run. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { CalendarDays } from './calendar-table.ts';
import type { Sql, Step } from './fact-statement.ts';
import { hoursSteps, measured, partsOf } from './parts-of-time.ts';

/** An end before its beginning is a fault of the records, not a duration. */
const durations: Sql = sql`
  select case_no, 'response' as what, asked_at as begun, response_until as ended from outcomes
  where asked_at <= response_until or response_runs
  union all
  select case_no, 'resolution', opened_at, resolution_until from outcomes
  where opened_at <= resolution_until or resolution_runs`;

/** What has ended, of spans that have ended altogether. */
const businessTime: Sql = sql`
  select case_no, sum(business_s) filter (where what = 'response') as response_s,
    sum(business_s) filter (where what = 'resolution') as resolution_s
  from measured_parts group by case_no`;

/** `business_time`: the two durations in seconds, as far as they are over. Needs `outcomes` and `stays`. */
export const durationSteps = (context: RefreshContext, days: CalendarDays | null): readonly Step[] => [
  ...hoursSteps(context),
  { name: 'durations', body: durations },
  { name: 'parts', body: partsOf(sql.table('durations'), context) },
  { name: 'measured_parts', body: measured(sql.table('parts'), days) },
  { name: 'business_time', body: businessTime },
];
