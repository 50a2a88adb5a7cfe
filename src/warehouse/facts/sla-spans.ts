/** What can be promised, as spans: from when a clock runs, what ends it, and who did that. */
import { sql } from 'kysely';
import type { SlaTargetName } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import type { Sql, Step } from './fact-statement.ts';

interface Span {
  /** Among its kind in its case. */
  readonly place: Sql;
  readonly begun: Sql;
  /** Done; null where it was not. */
  readonly ended: Sql;
  /** The end of the case, where that came first. */
  readonly over: Sql;
  /** Who did it. */
  readonly agent: Sql;
  readonly from: Sql;
}

/** Nobody owes an answer any more once the case has ended. */
const firstResponse: Span = {
  place: sql`0`,
  begun: sql`asked_at`,
  ended: sql`first_response_at`,
  over: sql`case when first_response_at is null then response_until end`,
  agent: sql`first_responder`,
  from: sql`outcomes where responded is not null and (response_until is not null or response_runs)`,
};

/** Thanks ask for no answer. */
const nextResponse: Span = {
  place: sql`row_number() over (partition by w.case_no order by w.asked_at, w.id)`,
  begun: sql`w.asked_at`,
  ended: sql`w.answered_at`,
  over: sql`w.ended_at`,
  agent: sql`w.agent`,
  from: sql`waits w join first_answers f on f.case_no = w.case_no and f.given < w.asked_at where not w.only_thanks`,
};

/** From each human answer to the next; the end of the case ends the promise. */
const periodicUpdate: Span = {
  place: sql`place`,
  begun: sql`given`,
  ended: sql`case when next_at <= coalesce(stop, next_at) then next_at end`,
  over: sql`case when next_at is null or next_at > stop then stop end`,
  agent: sql`next_agent`,
  from: sql`(select a.case_no, a.given, o.stop, row_number() over w as place, lead(a.given) over w as next_at,
      lead(a.agent) over w as next_agent
    from (select case_no, given, min_by(agent, id) as agent from answers group by case_no, given) a
      join (select case_no, coalesce(last_resolved_at, closed_at) as stop from outcomes) o on o.case_no = a.case_no
    window w as (partition by a.case_no order by a.given)) updates
    where stop is null or given < stop`,
};

const untilResolved: Span = {
  place: sql`0`,
  begun: sql`opened_at`,
  ended: sql`last_resolved_at`,
  over: sql`case when last_resolved_at is null then closed_at end`,
  agent: sql`resolver`,
  from: sql`outcomes where last_resolved_at is not null or closed_at is not null or not finished`,
};

const spans: Readonly<Record<SlaTargetName, Span>> = {
  first_response: firstResponse,
  next_response: nextResponse,
  periodic_update: periodicUpdate,
  resolution: untilResolved,
  agent_work: untilResolved,
  requester_wait: untilResolved,
};

const rowsOf = (target: SlaTargetName, { place, begun, ended, over, agent, from }: Span): Sql => sql`
  (select ${sql.ref(target === 'next_response' ? 'w.case_no' : 'case_no')} as case_no, ${target} as target, ${place} as place,
    ${begun} as begun, ${ended} as ended, ${over} as over_at, ${agent} as agent from ${from})`;

/** `sla_spans`: only of targets that some policy promises. An end before its beginning is a fault of the records. */
export function spanStep({ settings }: RefreshContext): Step {
  const promised = new Set(
    settings.sla.policies.flatMap(({ targets }) => targets.map(({ target }) => target)),
  );
  const all = [...promised].map((target) => rowsOf(target, spans[target]));
  const body = sql`select *, row_number() over () as span_no, coalesce(ended, over_at) as stopped from (${sql.join(all, sql` union all `)}) s
    where begun <= coalesce(ended, over_at, begun)`;
  return { name: 'sla_spans', body };
}
