/** One row per case: when it was asked, answered and resolved, by whom, through how many hands. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { bothEndsColumns, bothEndsStep } from './at-both-ends.ts';
import type { CalendarDays } from './calendar-table.ts';
import { answerSteps } from './case-answers.ts';
import { circleSteps } from './case-circle.ts';
import { courseSteps } from './case-course.ts';
import { carriedDimensions } from './case-dimensions.ts';
import { outcomeStep } from './case-outcome.ts';
import { durationSteps } from './durations.ts';
import type { FactColumns, FactStatement, Sql, Step } from './fact-statement.ts';
import { firstContactColumns, firstContactSteps } from './first-contact.ts';
import { somebody } from './somebody.ts';
import { turnStep, turnTimeStep } from './turn-facts.ts';

type Columns = FactColumns<'case_facts'>;

/** An end before its beginning is a fault of the records, not a duration. */
const positive = (seconds: Sql): Sql => sql`case when ${seconds} >= 0 then ${seconds} end`;

function clocks({ functions }: RefreshContext) {
  const between = (from: Sql, to: Sql): Sql => positive(functions.secondsBetween(from, to));
  const toResponse = (seconds: Sql): Sql => sql`case when o.responded is not null then ${seconds} end`;
  return {
    response_s: toResponse(between(sql`o.asked_at`, sql`o.response_until`)),
    response_business_s: toResponse(sql`b.response_s`),
    resolution_s: between(sql`o.opened_at`, sql`o.resolution_until`),
    resolution_business_s: sql`b.resolution_s`,
    given_up_s: sql`cast(null as double)`,
    given_up_business_s: sql`cast(null as double)`,
    response_handover_s: toResponse(between(sql`o.handover_at`, sql`o.response_until`)),
    response_handover_business_s: toResponse(sql`b.handover_s`),
    first_resolution_s: between(sql`o.opened_at`, sql`o.first_resolved_at`),
    first_resolution_business_s: sql`case when o.first_resolved_at is not null then coalesce(b.first_resolution_s, b.resolution_s) end`,
    close_s: between(sql`o.opened_at`, sql`o.closed_at`),
    again_s: functions.secondsBetween(sql`o.opened_at`, sql`n.next_at`),
    again_any_s: functions.secondsBetween(sql`o.opened_at`, sql`n.next_any_at`),
  } as const;
}

/** Counts that a source does not tell are unknown; in a source that tells them, none is 0. */
const counts = {
  customer_messages: sql`case when c.messages then coalesce(k.customer_messages, 0) end`,
  agent_messages: sql`case when c.messages then coalesce(k.agent_messages, 0) end`,
  bot_messages: sql`case when c.messages then coalesce(k.bot_messages, 0) end`,
  interactions: sql`case when c.contacts then coalesce(k.interactions, 0) end`,
  agents: sql`k.agents`,
  agent_ids: sql`k.agent_ids`,
  escalated: sql`case when c.escalations then coalesce(e.escalations, 0) > 0 end`,
  teams: sql`coalesce(k.teams, case when c.team is not null then 1 end)`,
  channels: sql`k.channels`,
  reassignments: sql`case when c.moves then coalesce(k.reassignments, 0) else c.reassignments end`,
  team_handovers: sql`case when c.hand_overs then coalesce(e.team_handovers, 0) end`,
  returned: sql`case when c.hand_overs then coalesce(k.returned, 0) end`,
  reopens: sql`case when c.reopenings then coalesce(e.reopens, 0) else ${statedReopens()} end`,
  stated_reassignments: sql`c.reassignments`,
  stated_reopens: statedReopens(),
  pending_s: sql`case when c.pendings then coalesce(x.pending_s, 0) end`,
  on_hold_s: sql`case when c.holds then coalesce(x.on_hold_s, 0) end`,
} as const;

/** A table that states when a case was reopened last, but not how often, tells of one reopening. */
function statedReopens(): Sql {
  return sql`coalesce(c.reopens, case when c.reopened_at is not null then 1 when c.states_reopenings then 0 end)`;
}

function columns(context: RefreshContext): Columns {
  const clock = clocks(context);
  return {
    ...carriedDimensions,
    ...clock,
    ...counts,
    ...firstContactColumns,
    ...bothEndsColumns,
    source: sql`c.source`,
    id: sql`c.case_id`,
    left_out: sql`c.left_out`,
    channel: sql`c.channel`,
    team: sql`c.team`,
    attributes: sql`c.attributes`,
    origin: sql`c.origin`,
    status: sql`o.status`,
    owner_id: somebody(sql`coalesce(c.owner_id, e.owner)`),
    tags: sql`c.tags`,
    first_team: sql`coalesce(e.team_at_first, e.team_after_first, c.team)`,
    opened_at: sql`c.opened_at`,
    asked_at: sql`o.asked_at`,
    first_response_at: sql`o.first_response_at`,
    first_responder_id: sql`o.first_responder`,
    first_resolved_at: sql`o.first_resolved_at`,
    last_resolved_at: sql`o.last_resolved_at`,
    resolver_id: sql`case when o.last_resolved_at is not null then o.resolver end`,
    closed_at: sql`o.closed_at`,
    handover_at: sql`o.handover_at`,
    given_up: sql`coalesce(o.given_up, false)`,
    visibility: sql`case when c.is_public then 'public' when not c.is_public then 'private' end`,
    customer_history: sql`case when o.customer_id is not null and n.case_no is not null then
      case when n.came_before then 'returning' else 'new' end end`,
    responded: sql`o.responded`,
    resolved: sql`o.resolved`,
    handle_s: positive(sql`c.handle_s`),
  };
}

/** What was counted of a case, side by side: every join holds memory of its own, so the facts join no more than they must. */
const countedStep: Step = {
  name: 'counted',
  body: sql`
    select c.case_no, w.customer_messages, w.agent_messages, w.bot_messages, p.interactions, g.agents, g.agent_ids,
      v.teams, v.returned, h.channels, r.reassignments
    from (select case_no from the_cases) c
    left join reassigned r on r.case_no = c.case_no
    left join returned v on v.case_no = c.case_no
    left join written w on w.case_no = c.case_no
    left join spoken p on p.case_no = c.case_no
    left join agents_of g on g.case_no = c.case_no
    left join channels_of h on h.case_no = c.case_no`,
};

/** Every step that the case facts are read from, in their order. */
export const caseSteps = (context: RefreshContext, days: CalendarDays | null): readonly Step[] => [
  ...courseSteps,
  ...answerSteps,
  ...circleSteps(context),
  outcomeStep(context),
  bothEndsStep,
  { ...turnStep, last: ['turns', 'case_log'] },
  ...durationSteps(context, days),
  turnTimeStep,
  ...firstContactSteps(context),
  countedStep,
];

export function caseFacts(context: RefreshContext): FactStatement<'case_facts'> {
  return {
    columns: columns(context),
    from: sql`the_cases c
      join outcomes o on o.case_no = c.case_no
      join both_ends q on q.case_no = c.case_no
      join first_contact fc on fc.case_no = c.case_no
      left join ended e on e.case_no = c.case_no
      left join counted k on k.case_no = c.case_no
      left join next_cases n on n.case_no = c.case_no
      left join waited x on x.case_no = c.case_no
      left join business_time b on b.case_no = c.case_no`,
  };
}
