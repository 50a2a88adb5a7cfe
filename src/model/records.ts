/** The records that a service team leaves behind: one table each, its columns as data. */
import {
  actorKinds,
  channels,
  directions,
  eventKinds,
  outcomes,
  presenceStates,
  priorities,
  statuses,
  surveyKinds,
  touchpointKinds,
} from './vocabulary.ts';

/** `time` is an instant, `seconds` a duration, `texts` a list of texts. */
export type ColumnType = 'text' | 'time' | 'seconds' | 'number' | 'integer' | 'boolean' | 'texts';

export interface Column {
  readonly type: ColumnType;
  readonly about: string;
  /** A closed word list: other words are kept, counted as drift and shown. */
  readonly words?: readonly string[];
  /** Free text or a name of a person: masked, never logged, reached by erasure. */
  readonly personal?: true;
}

export interface RecordTable {
  readonly about: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns without which a record of this table cannot be used. */
  readonly required: readonly string[];
}

const text = (about: string): Column => ({ type: 'text', about });
const personal = (about: string): Column => ({ type: 'text', about, personal: true });
const word = (about: string, words: readonly string[]): Column => ({ type: 'text', about, words });
const time = (about: string): Column => ({ type: 'time', about });
const seconds = (about: string): Column => ({ type: 'seconds', about });
const number = (about: string): Column => ({ type: 'number', about });
const integer = (about: string): Column => ({ type: 'integer', about });
const boolean = (about: string): Column => ({ type: 'boolean', about });

/** The columns that every table has before its own. `source` and `id` together are the key. */
export const commonColumns = {
  source: text('the configured source it came from'),
  id: text('its own id inside the source'),
  version_at: time('when this version of the record was made; the newest wins'),
} as const satisfies Record<string, Column>;

export const records = {
  cases: {
    about: 'one customer request from opening to closing (ticket, conversation, incident)',
    columns: {
      customer_id: text('who asked'),
      opened_at: time('when it was opened'),
      first_response_at: time('first human answer, as the source states it'),
      resolved_at: time('resolution, as the source states it'),
      reopened_at: time('last reopening, as the source states it'),
      closed_at: time('closing, as the source states it'),
      origin: word('who opened it', actorKinds),
      channel: word('where it came in', channels),
      category: text('what it is about'),
      subcategory: text('what it is about, more narrowly'),
      priority: word('how urgent it is', priorities),
      status: word('where it stands now', statuses),
      owner_id: text('the agent it belongs to now'),
      team: text('the team it belongs to now'),
      department: text('the department of that team'),
      product: text('the product or service concerned'),
      language: text('language of the customer, as a BCP 47 tag'),
      is_public: boolean('whether the customer sees it'),
      subject: personal('its title'),
      tags: { type: 'texts', about: 'labels' },
      sla_policy: text('the agreement it falls under'),
      left_out: text('why it is out of every figure: spam, test, merged, deleted'),
      handle_s: seconds('time worked on it, as the source states it'),
      reassignments: integer('number of reassignments, as the source states it'),
      reopens: integer('number of reopenings, as the source states it'),
    },
    required: ['opened_at'],
  },
  events: {
    about: "one change in a case's life",
    columns: {
      case_id: text('the case'),
      at: time('when'),
      sequence: number('order among events of the same instant'),
      kind: word('what changed', eventKinds),
      from_value: text('value before'),
      to_value: text('value after'),
      actor_id: text('who did it'),
      actor_kind: word('what kind of actor', actorKinds),
    },
    required: ['case_id', 'at', 'kind'],
  },
  messages: {
    about: 'one written turn (e-mail, chat line, post, note)',
    columns: {
      case_id: text('the case'),
      at: time('when'),
      channel: word('where', channels),
      author_id: text('who wrote it'),
      author_kind: word('what kind of author', actorKinds),
      direction: word('which way', directions),
      is_public: boolean('whether the customer sees it'),
      body: personal('the text'),
      sentiment: number('mood as the source states it: −1 very bad to 1 very good'),
    },
    required: ['case_id', 'at'],
  },
  interactions: {
    about: 'one real-time contact (call, chat session, visit)',
    columns: {
      case_id: text('the case it belongs to'),
      customer_id: text('who called'),
      channel: word('where', channels),
      direction: word('which way', directions),
      queue: text('the queue or line'),
      priority: word('how urgent', priorities),
      category: text('what it was about'),
      team: text('the team that took it'),
      arrived_at: time('when the contact began'),
      queued_at: time('when waiting for a person began'),
      answered_at: time('when a person answered'),
      ended_at: time('when it ended'),
      ivr_s: seconds('time in the menu'),
      wait_s: seconds('time waiting for a person'),
      talk_s: seconds('time talking'),
      hold_s: seconds('time on hold'),
      wrap_s: seconds('after-contact work'),
      outcome: word('how it ended', outcomes),
      agent_id: text('who took it'),
      transferred_to: text('where it was passed on'),
    },
    required: ['arrived_at'],
  },
  surveys: {
    about: 'an invitation and, if it came, its answer',
    columns: {
      kind: word('what was asked', surveyKinds),
      scale_min: number('lowest possible score'),
      scale_max: number('highest possible score'),
      score: number('the answer; null where none came'),
      satisfied_from: number('the lowest score that counts as satisfied, on a scale that has no agreed top'),
      sent_at: time('when it was sent'),
      answered_at: time('when it was answered'),
      case_id: text('the case it is about'),
      interaction_id: text('the contact it is about'),
      agent_id: text('the agent it is about'),
      customer_id: text('who was asked'),
      channel: word('by which way it was asked', channels),
      comment: personal("the customer's words"),
    },
    required: ['kind'],
  },
  customers: {
    about: 'a person or company that asks',
    columns: {
      segment: text('kind of customer'),
      country: text('ISO 3166 code'),
      language: text('BCP 47 tag'),
      since: time('customer since'),
      until: time('left at'),
      value: number('yearly value'),
    },
    required: [],
  },
  agents: {
    about: 'a person who serves',
    columns: {
      name: personal('name'),
      team: text('team'),
      department: text('department'),
      manager_id: text('manager'),
      role: text('role'),
      hired_on: time('hired'),
      left_on: time('left'),
      skills: { type: 'texts', about: 'skills' },
      country: text('ISO 3166 code'),
    },
    required: [],
  },
  touchpoints: {
    about: "a step of the customer's way outside service",
    columns: {
      customer_id: text('who'),
      at: time('when'),
      kind: word('which step', touchpointKinds),
      value: number('worth'),
    },
    required: ['customer_id', 'at', 'kind'],
  },
  changes: {
    about: 'something the business changed on purpose',
    columns: {
      at: time('when'),
      what: text('what was changed'),
      scope: text('which part of the work it touches'),
      owner: text('who is responsible'),
      expected_metric: text('the metric it was made for'),
      expected_direction: text('where that metric was meant to go: up or down'),
      expected_size: number('by how much: a share of what it was (0.1 is a tenth), or points of a share'),
    },
    required: ['at', 'what'],
  },
  shifts: {
    about: 'a stretch of time that was planned for one agent',
    columns: {
      agent_id: text('the agent'),
      from: time('beginning'),
      to: time('end'),
      state: word('what was planned; work where nothing is said', presenceStates),
      queue: text('the queue or line it was planned for'),
    },
    required: ['agent_id', 'from', 'to'],
  },
  agent_states: {
    about: 'a stretch of time that one agent spent in one state',
    columns: {
      agent_id: text('the agent'),
      from: time('beginning'),
      to: time('end; where it is missing the next state of the agent ends it'),
      state: word('what the agent was at', presenceStates),
      queue: text('the queue or line'),
    },
    required: ['agent_id', 'from', 'state'],
  },
  outages: {
    about: 'a service was down',
    columns: {
      service: text('the service'),
      from: time('beginning'),
      to: time('end; null while it is down'),
    },
    required: ['service', 'from'],
  },
  reviews: {
    about: 'a quality review of one contact, by one criterion',
    columns: {
      case_id: text('the case that was reviewed'),
      interaction_id: text('the contact that was reviewed'),
      agent_id: text('whose work it was'),
      reviewer_id: text('who reviewed it'),
      at: time('when it was reviewed'),
      criterion: text('what was looked at'),
      score: number('points given'),
      max: number('points there were'),
    },
    required: ['at', 'score', 'max'],
  },
  trainings: {
    about: 'a training that an agent took',
    columns: {
      agent_id: text('the agent'),
      topic: text('what it was about'),
      from: time('beginning'),
      to: time('end'),
    },
    required: ['agent_id', 'from'],
  },
  volumes: {
    about: 'contacts of a stretch of time that arrive already counted',
    columns: {
      queue: text('the queue or line'),
      channel: word('where', channels),
      from: time('beginning'),
      to: time('end'),
      offered: integer('contacts that were offered to the team'),
      answered: integer('those that a person answered'),
      abandoned: integer('those that gave up waiting'),
      handle_s_mean: seconds('mean handle time of the answered'),
    },
    required: ['from'],
  },
} as const satisfies Record<string, RecordTable>;

export type RecordKind = keyof typeof records;

export const recordKinds = Object.keys(records) as readonly RecordKind[];

/** A table's shape by name, widened so that callers can walk over any of its columns. */
export const recordTable = (kind: RecordKind): RecordTable => records[kind];
