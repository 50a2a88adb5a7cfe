/** How each case stands at the end of the data: answered or not, resolved or not, and until when its clocks ran. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

/** The system closed what nobody had resolved: the customer gave up, or everybody forgot. */
const givenUp: Sql = sql`(c.resolutions and coalesce(e.resolved_n, 0) <= e.reopened_n and coalesce(e.system_closed, false))`;

/**
 * Else a closing is a resolution, unless the table is believed, states resolutions, and states none for this case: then
 * nobody knows when it was resolved.
 */
const closingResolves: Sql = sql`(not ${givenUp} and (not c.table_resolves or e.resolved_n is not null))`;

/** The last state counts: a resolution after the last reopening, else the closing after it. */
const lastResolved = (resolution: Sql, closing: Sql): Sql => sql`case
    when e.resolved_n > e.reopened_n then ${resolution}
    when e.closed_n > e.reopened_n and ${closingResolves} then ${closing} end`;

const open: Sql = sql`('new', 'open', 'pending', 'on_hold')`;

/** The log's last word; the table's where the log has none, or knows only that the case is open and not how. */
const status: Sql = sql`case
    when e.status is null or (e.status in ${open} and c.status in ${open} and not c.statuses) then coalesce(c.status, 'new')
    else e.status end`;

/** The owner of today stands for the resolver only where no log tells who had it. */
const resolver: Sql = sql`coalesce(${lastResolved(sql`e.resolver`, sql`e.closer`)},
    case when e.assigned_n is null then c.owner_id end)`;

const standing: Sql = sql`
  select c.case_no, c.opened_at, c.customer_id, c.messages, c.contacts, ${status} as status, a.asked_at,
    coalesce(f.given, case when c.first_response_at >= a.asked_at then c.first_response_at end) as first_response_at,
    f.agent as first_responder, h.handover_at, c.messages or c.contacts or c.responses as tells_responses,
    coalesce(e.first_resolved_at, case when ${closingResolves} then e.first_closed_at end) as first_resolved_at,
    ${lastResolved(sql`e.resolved_at`, sql`e.closed_at`)} as last_resolved_at, ${givenUp} as given_up,
    ${somebody(resolver)} as resolver, case when e.closed_n > e.reopened_n then e.closed_at end as closed_at
  from the_cases c
    join asked a on a.case_no = c.case_no
    left join first_answers f on f.case_no = c.case_no
    left join bot_handovers h on h.case_no = c.case_no
    left join ended e on e.case_no = c.case_no`;

/**
 * A clock runs to the event, else it still runs at the end of the data (see `running-clocks`). Nobody waits for an answer
 * any more once the case has ended; but a case that was given up was not resolved, however long one looks.
 */
const outcomes = ({ dataThrough, functions }: RefreshContext): Sql => {
  const through = dataThrough === null ? sql`cast(null as timestamptz)` : functions.instant(dataThrough);
  const finished = sql`status in ('resolved', 'closed')`;
  return sql`
    select *, ${through} as through, ${finished} as finished,
      last_resolved_at is not null or (${finished} and not coalesce(given_up, false)) as resolved,
      case when first_response_at is not null then true
        when asked_at is not null and tells_responses then false end as responded,
      coalesce(first_response_at, last_resolved_at, closed_at) as response_until,
      coalesce(first_response_at, last_resolved_at, closed_at) is null and asked_at is not null and tells_responses
        and not ${finished} as response_runs,
      last_resolved_at as resolution_until,
      last_resolved_at is null and (not ${finished} or given_up) as resolution_runs
    from (${standing}) standing`;
};

/** Needs the steps of `case-course` and `case-answers` before it. */
export const outcomeStep = (context: RefreshContext): Step => ({ name: 'outcomes', body: outcomes(context) });
