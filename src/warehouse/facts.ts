/** The facts that metrics are read from: one row each, made from the records after every load. Columns as data. */
import type { Column } from '../model/index.ts';
import { boolean, integer, number, seconds, text, time } from './fact-column.ts';
import { workFacts } from './work-facts.ts';

export interface FactTable {
  readonly about: string;
  /** Named instants on which a period can be anchored, and the column that holds each; the first is the default. */
  readonly anchors: Readonly<Record<string, string>>;
  /** Dimension → column. `attributes.NAME` is a dimension of every fact as well. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Whose work a row is, by the rule `credit` → column; the dimension `agent` reads it. The first is the default. */
  readonly credit?: Readonly<Record<string, string>>;
  /** The columns that tell rows of the same `source` and `id` apart, where there can be several. */
  readonly apart?: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

/** What every fact knows of the work and the customer it is about. */
const shared = {
  source: text('the configured source'),
  id: text('the id of its record inside the source'),
  left_out: text('why it is out of every figure (spam, test, merged, deleted, outbound, system), or null'),
  customer_id: text('who asked; null for placeholders (0, an id spoilt by a spreadsheet)'),
  channel: text('channel'),
  category: text('category'),
  subcategory: text('subcategory'),
  priority: text('priority'),
  team: text('team'),
  department: text('department'),
  product: text('product'),
  language: text('language'),
  segment: text('segment of the customer'),
  country: text('country of the customer'),
  attributes: text('JSON of what else the source brought'),
} as const;

const sharedDimensions = {
  source: 'source',
  channel: 'channel',
  category: 'category',
  subcategory: 'subcategory',
  priority: 'priority',
  team: 'team',
  department: 'department',
  product: 'product',
  language: 'language',
  segment: 'segment',
  country: 'country',
} as const;

export const facts = {
  case_facts: {
    about: 'one row per case',
    anchors: {
      opened: 'opened_at',
      answered: 'first_response_at',
      resolved: 'last_resolved_at',
      closed: 'closed_at',
    },
    dimensions: {
      ...sharedDimensions,
      owner: 'owner_id',
      first_responder: 'first_responder_id',
      resolver: 'resolver_id',
      status: 'status',
      first_team: 'first_team',
      tag: 'tags',
      team_at_opening: 'team_at_opening',
      team_at_resolution: 'team_at_resolution',
      owner_at_opening: 'owner_at_opening',
      owner_at_resolution: 'owner_at_resolution',
      priority_at_opening: 'priority_at_opening',
      priority_at_resolution: 'priority_at_resolution',
      category_at_opening: 'category_at_opening',
      category_at_resolution: 'category_at_resolution',
      visibility: 'visibility',
      customer_history: 'customer_history',
      channels_used: 'channels',
    },
    credit: {
      resolver: 'resolver_id',
      first_responder: 'first_responder_id',
      owner_now: 'owner_id',
      shared: 'agent_ids',
    },
    columns: {
      ...shared,
      origin: text('who opened it: customer, agent, system'),
      status: text('status at the end of the data'),
      owner_id: text('agent it belongs to now'),
      tags: { type: 'texts', about: 'labels' },
      first_team: text('team it was first given to'),
      team_at_opening: text('team at the opening'),
      team_at_resolution: text('team at the resolution that stands; null where none does'),
      owner_at_opening: text('whom it belonged to at the opening'),
      owner_at_resolution: text('whom it belonged to at that resolution'),
      priority_at_opening: text('priority at the opening'),
      priority_at_resolution: text('priority at that resolution'),
      category_at_opening: text('category at the opening'),
      category_at_resolution: text('category at that resolution'),
      visibility: text('public or private; null where the source does not say'),
      customer_history: text(
        'new: the first case known of this customer, or returning; null without a customer',
      ),
      opened_at: time('opening'),
      asked_at: time("opening, or the customer's first message where an agent opened it"),
      first_response_at: time('first public answer of a human'),
      first_responder_id: text('who gave it'),
      first_resolved_at: time('first resolution'),
      last_resolved_at: time('resolution that stood at the end of the data; null while reopened or open'),
      resolver_id: text('who resolved it last'),
      closed_at: time('closing'),
      responded: boolean('whether a human answered; null where no message and no stated time is known'),
      response_s: seconds('asked → first response, calendar clock; elapsed so far where not responded'),
      response_business_s: seconds('the same on the business clock'),
      resolved: boolean('whether it stands resolved'),
      resolution_s: seconds('opened → last resolution, calendar clock; elapsed so far where not resolved'),
      resolution_business_s: seconds('the same on the business clock'),
      handover_at: time('when a bot passed it on to people; null where none took part'),
      response_handover_s: seconds('hand-over → first response, calendar clock; so far where not responded'),
      response_handover_business_s: seconds('the same on the business clock'),
      first_resolution_s: seconds('opened → first resolution, calendar clock; null where never resolved'),
      first_resolution_business_s: seconds('the same on the business clock'),
      given_up: boolean('it was closed by the system though nobody had resolved it'),
      given_up_s: seconds(
        'asked → end of the data, calendar clock, where given up without any answer; else null',
      ),
      given_up_business_s: seconds('the same on the business clock'),
      close_s: seconds('opened → closed, calendar clock; null while not closed'),
      handle_s: seconds('time worked on it, as the source states it'),
      pending_s: seconds('time waiting for the customer'),
      on_hold_s: seconds('time waiting for a third party'),
      customer_messages: integer('messages of the customer; null where the source has no messages'),
      agent_messages: integer('public messages of humans'),
      bot_messages: integer('messages of bots'),
      interactions: integer('real-time contacts'),
      agents: integer('distinct agents who worked on it; null where unknown'),
      agent_ids: { type: 'texts', about: 'those agents' },
      teams: integer('distinct teams it was with; null where unknown'),
      channels: integer('distinct channels used'),
      reassignments: integer(
        'changes of owner or team after the first, from the log; else as stated; null where unknown',
      ),
      team_handovers: integer('changes of team after the first; null where unknown'),
      returned: integer('hand-overs to a team that had it before; null where unknown'),
      reopens: integer('reopenings, from the log; else as stated; null where unknown'),
      escalated: boolean('it was escalated; null where the source never tells'),
      stated_reassignments: integer('as the case table states it'),
      stated_reopens: integer('as the case table states it'),
      again_s: seconds('until the next case of the same customer and category; null where none came'),
      again_any_s: seconds('until the next case of the same customer; null where none came'),
      first_contact_one_touch: boolean(
        'first-contact resolution by one_touch; null where unknown or too early',
      ),
      first_contact_not_again: boolean('the same by not_again'),
      first_contact_closed_once: boolean('the same by closed_once'),
      first_contact_missing: text(
        'why the three are null: no_customer, no_messages, too_early, not_resolved',
      ),
    },
  },
  contact_facts: {
    about: 'one row per real-time contact',
    anchors: { arrived: 'arrived_at', answered: 'answered_at' },
    dimensions: { ...sharedDimensions, queue: 'queue', agent: 'agent_id', outcome: 'outcome' },
    columns: {
      ...shared,
      case_id: text('the case it belongs to'),
      direction: text('inbound, outbound, internal; null counts as inbound'),
      queue: text('queue'),
      agent_id: text('who took it; null for placeholders'),
      outcome: text('how it ended'),
      arrived_at: time('when it began'),
      queued_at: time('when waiting for a person began; null where it never did'),
      answered_at: time('when a person answered'),
      ended_at: time('when it ended'),
      answered: boolean('a person took it'),
      offered: boolean('it was connected or queued: a caller who left in the menu was not offered'),
      wait_s: seconds(
        'time waiting for a person; 0 where answered or left at once; null where never queued and not answered',
      ),
      talk_s: seconds('time talking; null where not recorded'),
      hold_s: seconds('time on hold; null where not recorded'),
      wrap_s: seconds('after-contact work; null where not recorded'),
      transferred: boolean('it was passed on; null where the source never tells'),
    },
  },
  survey_facts: {
    about: 'one row per survey invitation',
    anchors: { rated: 'answered_at', sent: 'sent_at' },
    dimensions: { ...sharedDimensions, kind: 'kind', about: 'about' },
    credit: {
      resolver: 'agent_id',
      first_responder: 'first_responder_id',
      owner_now: 'owner_id',
      shared: 'agent_ids',
    },
    columns: {
      ...shared,
      kind: text('csat, nps, ces, custom'),
      about: text('contact, where it asks about a case or a contact, else relationship'),
      case_id: text('the case it is about'),
      agent_id: text('who did the work that was rated: as stated, else the resolver of the case'),
      first_responder_id: text('who answered its case first'),
      owner_id: text('whom its case belongs to now'),
      agent_ids: { type: 'texts', about: 'everybody who worked on its case' },
      sent_at: time('when it was sent'),
      answered_at: time('when it was answered'),
      dated: boolean('whether it has an instant at all'),
      scale_min: number('lowest possible score'),
      scale_max: number('highest possible score'),
      satisfied_from: number('the lowest satisfied score, where the source states it'),
      score: number('the answer; null where none came'),
      comment: text("the customer's words (personal)"),
    },
  },
  message_facts: {
    about: 'one row per written turn, with the dimensions of its case',
    anchors: { sent: 'at' },
    dimensions: { ...sharedDimensions, author: 'author_id' },
    columns: {
      ...shared,
      case_id: text('the case'),
      opened_at: time('opening of the case; null where nobody knows it'),
      at: time('when'),
      author_id: text('who wrote it'),
      author_kind: text('agent, customer, bot, system'),
      direction: text('inbound, outbound, internal'),
      is_public: boolean('whether the customer sees it'),
      only_thanks: boolean('it only says thanks, and asks for nothing'),
      sentiment: number('mood as the source states it: −1 to 1'),
    },
  },
  turn_facts: {
    about: 'one row per time a customer waited for an answer in writing, with the dimensions of its case',
    anchors: { sent: 'asked_at', answered: 'answered_at' },
    dimensions: { ...sharedDimensions, agent: 'agent_id' },
    columns: {
      ...shared,
      case_id: text('the case'),
      opened_at: time('opening of the case'),
      follow_up: boolean('a human had answered in this case before'),
      messages: integer('messages of the customer until the answer'),
      only_thanks: boolean('they only say thanks'),
      asked_at: time('the first of these messages'),
      answered_at: time('public answer of a human that followed'),
      agent_id: text('who gave it'),
      ended_at: time('when the case ended before any answer'),
      answered: boolean('whether an answer came'),
      waiting: boolean('whether the customer waits on at the end of the data'),
      wait_s: seconds(
        'asked → answered, calendar clock; until the case ended, or so far, where no answer came',
      ),
      wait_business_s: seconds('the same on the business clock'),
    },
  },
  ask_facts: {
    about: 'one row per time a customer asked for help: a case, or a contact that belongs to no case',
    anchors: { asked: 'asked_at' },
    dimensions: { ...sharedDimensions, kind: 'kind', outcome: 'outcome' },
    apart: ['kind'],
    columns: {
      ...shared,
      case_id: text('the case; null for a contact that names none'),
      kind: text('case or contact'),
      asked_at: time('when'),
      outcome: text(
        'served; abandoned, unanswered or unresolved: the customer gave up or waits; null where it cannot be told',
      ),
      left_at: time('when the customer gave up; the asking where still waiting; null where served'),
      served_s: seconds('left → the next time anybody served this customer; null where nobody did'),
    },
  },
  stages: {
    about: 'one row per stay of a case in (status, team, owner, priority)',
    anchors: { entered: 'from', opened: 'opened_at' },
    dimensions: { ...sharedDimensions, owner: 'owner_id', status: 'status' },
    apart: ['sequence'],
    columns: {
      ...shared,
      id: text('the case; with `sequence` it names the row'),
      case_id: text('the case'),
      sequence: integer('order within the case'),
      status: text('status during the stay'),
      owner_id: text('owner during the stay'),
      opened_at: time('opening of the case'),
      from: time('beginning'),
      to: time('end; null while it lasts'),
      stay_s: seconds('beginning → end, calendar clock; null while it lasts'),
      stay_business_s: seconds('the same on the business clock'),
    },
  },
  sla_facts: {
    about: 'one row per promise of a service agreement: a target of a case, as often as its clock starts',
    anchors: { opened: 'opened_at', started: 'started_at' },
    dimensions: { ...sharedDimensions, agent: 'agent_id', target: 'target', policy: 'policy' },
    columns: {
      ...shared,
      case_id: text('the case'),
      target: text(
        'first_response, next_response, periodic_update, resolution, agent_work or requester_wait',
      ),
      policy: text('the policy that made the promise'),
      clock: text('business or calendar'),
      target_s: seconds('time allowed, by the policy and the priority in force last'),
      opened_at: time('opening of the case'),
      started_at: time('when its clock started'),
      ended_at: time('when what was promised was done'),
      over_at: time('when the case ended before that'),
      due_at: time('the last instant in time, where that has passed or can be told; null where it was kept'),
      at_risk_at: time('when the share of its time that means risk was used up'),
      settled_at: time('when it was broken, kept or void'),
      elapsed_s: seconds('time used on its clock, pauses taken out; null while it runs'),
      paused: boolean('its clock stands still at the end of the data'),
      state: text('met, missed, running, paused; null where the case ended before either'),
      agent_id: text('who kept it, or who had the case when it was broken, or has it now'),
    },
  },
  ...workFacts,
} as const satisfies Record<string, FactTable>;

export type FactName = keyof typeof facts;
export const factNames = Object.keys(facts) as readonly FactName[];

/** A fact's shape by name, widened so that callers can walk over any of its columns. */
export const factTable = (name: FactName): FactTable => facts[name];

/** The columns that tell the rows of a fact apart. */
export const rowKey = (name: FactName): readonly string[] => [
  'source',
  'id',
  ...(factTable(name).apart ?? []),
];
