/** The working paper of one case while it is lived through; one is reused for all, since millions pass over the desk. */
import { priorities, statuses } from '../model/vocabulary.ts';

export const status = {
  new: statuses.indexOf('new'),
  open: statuses.indexOf('open'),
  pending: statuses.indexOf('pending'),
  onHold: statuses.indexOf('on_hold'),
  resolved: statuses.indexOf('resolved'),
  closed: statuses.indexOf('closed'),
} as const;

export const priority = {
  urgent: priorities.indexOf('urgent'),
  high: priorities.indexOf('high'),
  normal: priorities.indexOf('normal'),
  low: priorities.indexOf('low'),
} as const;

/** Who did something: a place in `agents`, or one of these. */
export const actor = { customer: -1, system: -2, bot: -3, nobody: -4 } as const;

/** "Never", for an instant or a number that has not come. */
export const never = -1;

export const leftOutReasons = ['', 'spam', 'test', 'merged', 'deleted'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** What is known when a case is opened. */
export interface Opening {
  n: number;
  /** −1 where nobody knows who it was. */
  customer: number;
  openedAt: number;
  day: number;
  language: number;
  category: number;
  product: number;
  channel: number;
  priority: number;
  /** An agent may write first, about a parcel that is late. */
  openedByAgent: boolean;
  leftOut: LeftOut;
  /** The case that this one repeats, or −1. */
  mergedInto: number;
  comesBack: boolean;
}

/** What has happened to it so far. */
export interface Ticket extends Opening {
  now: number;
  sequence: number;
  status: number;
  owner: number;
  team: number;
  /** Category as it stands in the system; `category` is what it is really about. */
  filedAs: number;
  firstResponseAt: number;
  resolvedAt: number;
  reopenedAt: number;
  closedAt: number;
  resolver: number;
  /** Human answers: written ones, calls taken, chat sessions. */
  answers: number;
  customerMessages: number;
  /** Turns of the customer after the request, thanks left aside. */
  furtherTurns: number;
  transfers: number;
  ownerChanges: number;
  handovers: number;
  returned: number;
  reopens: number;
  handleS: number;
  /** How much slower than usual the first answer came, as a logarithm. */
  lateness: number;
  /** The last word of the customer was not answered, and never will be. */
  gaveUp: boolean;
  looped: boolean;
  lastCall: number;
}

export function blankTicket(): Ticket {
  return {
    n: 0,
    customer: never,
    openedAt: 0,
    day: 0,
    language: 0,
    category: 0,
    product: 0,
    channel: 0,
    priority: 0,
    openedByAgent: false,
    leftOut: '',
    mergedInto: never,
    comesBack: false,
    ...untouched(),
  };
}

/** Puts a new case on the same paper. */
export const startTicket = (ticket: Ticket): void => {
  Object.assign(ticket, fresh, { now: ticket.openedAt, filedAs: ticket.category });
};

function untouched(): Omit<Ticket, keyof Opening> {
  return {
    now: 0,
    sequence: 0,
    status: status.new,
    owner: actor.nobody,
    team: never,
    filedAs: 0,
    firstResponseAt: never,
    resolvedAt: never,
    reopenedAt: never,
    closedAt: never,
    resolver: actor.nobody,
    answers: 0,
    customerMessages: 0,
    furtherTurns: 0,
    transfers: 0,
    ownerChanges: 0,
    handovers: 0,
    returned: 0,
    reopens: 0,
    handleS: 0,
    lateness: 0,
    gaveUp: false,
    looped: false,
    lastCall: never,
  };
}

const fresh = untouched();
