/** The facts about people, services and customers rather than about requests: their columns as data. */
import { boolean, integer, number, seconds, text, time } from './fact-column.ts';

const key = {
  source: text('the configured source'),
  id: text('what names the row inside the source'),
  left_out: text('why it is out of every figure, or null'),
  attributes: text('JSON of what else the source brought'),
} as const;

/** What is known of a customer wherever one appears. */
const customer = {
  customer_id: text('the customer; null for placeholders'),
  segment: text('segment of the customer'),
  country: text('country of the customer'),
  language: text('language of the customer'),
} as const;

const customerDimensions = {
  source: 'source',
  segment: 'segment',
  country: 'country',
  language: 'language',
} as const;

export const workFacts = {
  presence_facts: {
    about: 'one row per agent and local day with a shift or a state',
    anchors: { worked: 'day_begins' },
    dimensions: { source: 'source', agent: 'agent_id', team: 'team', department: 'department' },
    columns: {
      ...key,
      agent_id: text('the agent'),
      team: text('team of the agent'),
      department: text('department of the agent'),
      day: text('the local date'),
      day_begins: time('its midnight'),
      paid_s: seconds('planned time, absences included; null where no shift of that day is known'),
      served_s: seconds('the part of it in which the agent was available, talking or wrapping up'),
      planned_s: seconds('planned work, breaks and trainings; null where no shift of that day is known'),
      adhered_s: seconds('the part of it in which the agent did what was planned; null without states'),
      available_s: seconds('waiting for work; null, as every state, where no state of that day is known'),
      talking_s: seconds('with customers'),
      wrap_s: seconds('work after a contact'),
      break_s: seconds('on a break'),
      training_s: seconds('in a training'),
      absent_s: seconds('absent, as the states say'),
      away_s: seconds('signed in but away'),
      contacts: integer('inbound contacts that the agent took on that day'),
    },
  },
  outage_facts: {
    about: 'one row per service and local day; a service is known from its first outage on record',
    anchors: { day: 'day_begins' },
    dimensions: { source: 'source', service: 'service' },
    columns: {
      ...key,
      service: text('the service'),
      day: text('the local date'),
      day_begins: time('its midnight'),
      watched_s: seconds('the length of the day as far as the data reach'),
      down_s: seconds('how much of it the service was down; outages that overlap count once'),
      watched_open_s: seconds('opening hours of the day; null where no calendar holds for everything'),
      down_open_s: seconds('how much of them the service was down'),
    },
  },
  touchpoint_facts: {
    about: 'one row per step of a customer outside service',
    anchors: { happened: 'at' },
    dimensions: { ...customerDimensions, kind: 'kind' },
    columns: {
      ...key,
      ...customer,
      at: time('when'),
      kind: text('order, delivery, return, renewal, referral, visit, sign_up, cancel'),
      value: number('worth'),
    },
  },
  review_facts: {
    about: 'one row per criterion of a quality review',
    anchors: { reviewed: 'at' },
    dimensions: {
      source: 'source',
      agent: 'agent_id',
      reviewer: 'reviewer_id',
      team: 'team',
      department: 'department',
      channel: 'channel',
      category: 'category',
      criterion: 'criterion',
    },
    columns: {
      ...key,
      reviewed: text('the contact or case that was reviewed'),
      agent_id: text('whose work it was: as stated, else who took the contact or resolved the case'),
      reviewer_id: text('who reviewed it'),
      team: text('team of the agent'),
      department: text('department of the agent'),
      channel: text('channel of the contact'),
      category: text('category of the contact'),
      at: time('when it was reviewed'),
      criterion: text('what was looked at'),
      score: number('points given'),
      max: number('points there were'),
    },
  },
  customer_facts: {
    about: 'one row per customer and calendar month begun as a customer',
    anchors: { month: 'month_begins' },
    dimensions: { ...customerDimensions, contacted: 'contacted_word' },
    columns: {
      ...key,
      ...customer,
      month_begins: time('midnight of the first day of the month'),
      month_ends: time('midnight of the first day of the next month'),
      contacts: integer('cases opened by the customer in the month, before leaving'),
      contacted_word: text('yes or no'),
      watched_from: time('the first contact of the month; the middle of the month where there was none'),
      until: time('when the customer left; null while a customer'),
      stayed: boolean('still a customer at the end of the month; null while the month is not over'),
      value: number('yearly value'),
    },
  },
  volume_facts: {
    about: 'one row per count that arrived already summed',
    anchors: { began: 'from' },
    dimensions: { source: 'source', queue: 'queue', channel: 'channel' },
    columns: {
      ...key,
      queue: text('queue'),
      channel: text('channel'),
      from: time('beginning'),
      to: time('end'),
      day: text('the local date of the beginning'),
      offered: integer('contacts that were offered'),
      answered: integer('those that were answered'),
      abandoned: integer('those that gave up waiting'),
      handle_s: seconds('handle time of all the answered together'),
    },
  },
} as const;
