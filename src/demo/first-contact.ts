/** The true answer to "was it resolved at first contact?", by each rule, found while the year goes by. */
import { agents } from './people.ts';
import { status, type Ticket } from './ticket.ts';

const day = 86_400;
/** A customer who is back within so many seconds of the resolution was not served at first contact. */
export const windowS = 7 * day;
/**
 * So many days after its opening a case is settled. No case lives longer than 80 days before it is resolved for good (see the
 * longest lag, pause and talk), so that everything that could change the answer has happened by then.
 */
const settledAfterDays = 88;
/** The day in progress is remembered as well, and so is the one that is being settled. */
export const rememberedDays = 90;

export const rules = ['one_touch', 'not_again', 'closed_once'] as const;
export type Rule = (typeof rules)[number];
type Verdict = Readonly<Record<Rule, boolean>>;

/** What the answer is `null` for, in this order. */
export type Missing = 'no_customer' | 'not_resolved' | 'too_early';

/** Where a settled case is counted. */
export interface Settled {
  readonly resolvedAt: number;
  readonly channel: number;
  readonly category: number;
  /** Place in `agents`, or −1 for the bot. */
  readonly resolver: number;
}

export interface FirstContact {
  /** Cases come in the order of their opening, once each has been lived through. */
  add(ticket: Ticket): void;
  /** After each day, settles what has become old enough by that instant. */
  endDay(now: number): void;
  /** Settles the rest, when the last instant in the data is known. */
  settleAll(dataThrough: number): void;
}

const flag = {
  oneTouch: 1,
  notReopened: 2,
  resolved: 4,
  known: 8,
  counts: 16,
  backSame: 32,
  backAny: 64,
} as const;

/**
 * Keeps only the cases of the last three months, in rings of numbers: eleven bytes a case, some thirty-five megabytes at
 * ten million a year.
 *
 * @param capacity most cases opened within any 90 days
 */
export function firstContact(
  { capacity, customers }: { capacity: number; customers: number },
  tell: (settled: Settled, verdict: Verdict | Missing) => void,
): FirstContact {
  const resolved = new Int32Array(capacity);
  const before = new Int32Array(capacity);
  const about = new Uint16Array(capacity);
  const flags = new Uint8Array(capacity);
  const latest = new Int32Array(customers).fill(-1);
  /** How many cases there were at the end of each day. */
  const byDay: number[] = [];
  let added = 0;
  let settled = 0;

  const settle = (dataThrough: number): void => {
    const slot = settled++ % capacity;
    const bits = flags[slot] ?? 0;
    if ((bits & flag.counts) === 0) return;
    const resolvedAt = resolved[slot] ?? 0;
    tell({ resolvedAt, ...unpack(about[slot] ?? 0) }, verdictOf(bits, resolvedAt + windowS > dataThrough));
  };

  const mark = (earlier: number, bit: number, openedAt: number): void => {
    const slot = earlier % capacity;
    if (openedAt <= (resolved[slot] ?? 0) + windowS) flags[slot] = (flags[slot] ?? 0) | bit;
  };

  /** Tells the customer's last case, and the last one about the same, that this one came after it. */
  const follow = (customer: number, category: number, openedAt: number): void => {
    let earlier = latest[customer] ?? -1;
    before[added % capacity] = earlier;
    latest[customer] = added;
    if (earlier >= settled) mark(earlier, flag.backAny, openedAt);
    while (earlier >= settled && categoryOf(about[earlier % capacity] ?? 0) !== category) {
      earlier = before[earlier % capacity] ?? -1;
    }
    if (earlier >= settled) mark(earlier, flag.backSame, openedAt);
  };

  return {
    add: (ticket) => {
      const counts = ticket.leftOut === '';
      if (counts && ticket.customer >= 0) follow(ticket.customer, ticket.filedAs, ticket.openedAt);
      const slot = added++ % capacity;
      resolved[slot] = Math.max(0, ticket.resolvedAt);
      flags[slot] = flagsOf(ticket, counts);
      about[slot] = pack(ticket);
    },
    endDay: (now) => {
      byDay.push(added);
      const old = byDay[byDay.length - 1 - settledAfterDays] ?? 0;
      while (settled < old) settle(now);
    },
    settleAll: (dataThrough) => {
      while (settled < added) settle(dataThrough);
    },
  };
}

/** Category in the lowest four bits, then channel, then the resolver. */
const pack = (ticket: Ticket): number =>
  ticket.filedAs + (ticket.channel << 4) + ((Math.max(-1, ticket.resolver) + 1) << 8);

const categoryOf = (bits: number): number => bits & 15;

const unpack = (bits: number) => ({
  category: categoryOf(bits),
  channel: (bits >> 4) & 15,
  resolver: Math.min(agents.length, bits >> 8) - 1,
});

function flagsOf(ticket: Ticket, counts: boolean): number {
  const resolved = ticket.status === status.resolved || ticket.status === status.closed;
  return (
    (oneTouch(ticket) ? flag.oneTouch : 0) |
    (ticket.reopens === 0 ? flag.notReopened : 0) |
    (resolved && ticket.resolvedAt >= 0 ? flag.resolved : 0) |
    (ticket.customer >= 0 ? flag.known : 0) |
    (counts ? flag.counts : 0)
  );
}

/** One human answer (a chat with all its lines is one), after which the customer said nothing but thanks; nobody passed it on. */
const oneTouch = (ticket: Ticket): boolean =>
  ticket.answers === 1 &&
  ticket.furtherTurns === 0 &&
  ticket.handovers + ticket.ownerChanges + ticket.transfers === 0 &&
  ticket.reopens === 0;

function verdictOf(bits: number, early: boolean): Verdict | Missing {
  const has = (one: number): boolean => (bits & one) !== 0;
  if (!has(flag.known)) return 'no_customer';
  if (!has(flag.resolved)) return 'not_resolved';
  if (early) return 'too_early';
  return {
    one_touch: has(flag.oneTouch) && !has(flag.backSame),
    not_again: has(flag.notReopened) && !has(flag.backAny),
    closed_once: has(flag.notReopened),
  };
}
