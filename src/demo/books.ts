/** The books of the year: what truly happened, counted as it happens, for `truth.json`. */
import { categories } from './catalogue.ts';
import { channelNames } from './channels.ts';
import type { Clock } from './clock.ts';
import type { Contact } from './contacts.ts';
import { bump, type Counts, type Grid, rowOf } from './counts.ts';
import {
  type FirstContact,
  firstContact,
  type Missing,
  type Rule,
  rules,
  type Settled,
} from './first-contact.ts';
import { agents } from './people.ts';
import { type Probes, probesOf } from './probes.ts';
import { actor, status, type Ticket } from './ticket.ts';

export interface Books {
  lived(ticket: Ticket): void;
  message(who: number, direction: string): void;
  contact(contact: Contact): void;
  /** A satisfaction survey: the true score, and when it was answered, if ever. */
  rated(ticket: Ticket, felt: number, sentAt: number, answeredAt: number): void;
  recommended(score: number, answered: boolean, day: number): void;
  strangeStatus(): void;
  ordered(day: number, kind: string): void;
  readonly firstContact: FirstContact;
  readonly probes: Probes;
  readonly pages: Pages;
}

/** Everything counted, in the names that `truth.json` uses. */
export interface Pages {
  readonly cases: Counts;
  readonly leftOut: Counts;
  readonly byMonth: Grid;
  readonly byChannel: Grid;
  readonly byCategory: Grid;
  readonly byAgent: Grid;
  readonly messages: Counts;
  readonly contacts: Grid;
  readonly csatSent: Grid;
  readonly csatAnswered: Grid;
  readonly nps: Grid;
  readonly orders: Grid;
  readonly firstContact: Grid;
  readonly firstContactByMonth: Grid;
  readonly firstContactByChannel: Grid;
  readonly firstContactByCategory: Grid;
  readonly firstContactByAgent: Grid;
  /** One bit per category that a customer has asked about. */
  readonly askedAbout: Uint16Array;
}

const emptyPages = (customers: number): Pages => ({
  cases: {},
  leftOut: {},
  byMonth: {},
  byChannel: {},
  byCategory: {},
  byAgent: {},
  messages: {},
  contacts: {},
  csatSent: {},
  csatAnswered: {},
  nps: {},
  orders: {},
  firstContact: {},
  firstContactByMonth: {},
  firstContactByChannel: {},
  firstContactByCategory: {},
  firstContactByAgent: {},
  askedAbout: new Uint16Array(customers),
});

export function booksOf(
  clock: Clock,
  { capacity, customers }: { capacity: number; customers: number },
): Books {
  const pages = emptyPages(customers);
  const months = clock.days.map(({ date }) => date.slice(0, 7));
  const monthOf = (t: number): string => months[clock.dayOf(t)] ?? '';
  const probes = probesOf(clock);
  return {
    pages,
    probes,
    firstContact: firstContact({ capacity, customers }, (settled, verdict) =>
      settle(pages, monthOf(settled.resolvedAt), settled, verdict),
    ),
    lived: (ticket) => {
      const month = months[ticket.day] ?? '';
      bump(pages.cases, 'all');
      bump(rowOf(pages.byMonth, month), 'all');
      if (ticket.leftOut !== '') bump(pages.leftOut, ticket.leftOut);
      else countCase(pages, ticket, month);
      if (ticket.leftOut === '') probes.lived(ticket);
    },
    message: (who, direction) => bump(pages.messages, `${authorOf(who)}_${direction}`),
    contact: (contact) => {
      const line = `${channelNames[contact.channel]}_${contact.outbound ? 'outbound' : 'inbound'}`;
      bump(rowOf(pages.contacts, line), contact.outcome);
      probes.contact(contact);
    },
    rated: (ticket, felt, sentAt, answeredAt) => {
      countRating(rowOf(pages.csatSent, monthOf(sentAt)), felt, answeredAt >= 0);
      countRating(rowOf(pages.byAgent, nameOf(ticket.resolver)), felt, answeredAt >= 0);
      countRating(rowOf(pages.byCategory, categories[ticket.category]?.name ?? ''), felt, answeredAt >= 0);
      countRating(rowOf(pages.byChannel, channelNames[ticket.channel] ?? ''), felt, answeredAt >= 0);
      if (answeredAt >= 0) countRating(rowOf(pages.csatAnswered, monthOf(answeredAt)), felt, true);
      probes.rated(ticket, felt >= satisfied);
    },
    recommended: (score, answered, day) => {
      const row = rowOf(pages.nps, clock.days[day]?.date ?? '');
      bump(row, 'asked');
      bump(row, `true_${npsGroup(score)}`);
      if (answered) bump(row, `answered_${npsGroup(score)}`);
    },
    strangeStatus: () => bump(pages.cases, 'unmapped_status'),
    ordered: (day, kind) => bump(rowOf(pages.orders, months[day] ?? ''), kind),
  };
}

const satisfied = 4;
const nameOf = (agent: number): string => agents[agent]?.id ?? 'bot';
const authorOf = (who: number): string =>
  who >= 0 ? 'agent' : who === actor.customer ? 'customer' : who === actor.bot ? 'bot' : 'system';
const npsGroup = (score: number): string =>
  score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors';

function countCase(pages: Pages, ticket: Ticket, month: string): void {
  const { cases, byMonth, byChannel, byCategory, byAgent, askedAbout } = pages;
  const category = categories[ticket.filedAs]?.name ?? '';
  for (const row of [
    cases,
    rowOf(byMonth, month),
    rowOf(byChannel, channelNames[ticket.channel] ?? ''),
    rowOf(byCategory, category),
  ]) {
    bump(row, 'counted');
    if (ticket.resolvedAt >= 0) bump(row, 'resolved');
    if (ticket.reopens > 0) bump(row, 'reopened_cases');
    bump(row, 'reopens', ticket.reopens);
    bump(row, 'customer_messages', ticket.customerMessages);
  }
  bump(cases, 'owner_changes', ticket.ownerChanges);
  bump(cases, 'team_handovers', ticket.handovers);
  if (ticket.customer < 0) bump(cases, 'placeholder_customer');
  else askedAbout[ticket.customer] = (askedAbout[ticket.customer] ?? 0) | (1 << ticket.category);
  if (ticket.resolver === actor.bot) bump(cases, 'resolved_by_bot');
  if (ticket.gaveUp && ticket.closedAt >= 0) bump(cases, 'given_up');
  if (ticket.openedByAgent) bump(cases, 'opened_by_agent');
  if (ticket.status !== status.closed && ticket.status !== status.resolved) bump(cases, 'open_at_the_end');
  if (ticket.resolvedAt < 0) return;
  const agent = rowOf(byAgent, nameOf(ticket.resolver));
  bump(agent, 'resolved');
  bump(agent, 'handle_s', Math.floor(ticket.handleS));
}

function countRating(row: Counts, felt: number, answered: boolean): void {
  bump(row, 'asked');
  if (felt >= satisfied) bump(row, 'truly_satisfied');
  if (!answered) return;
  bump(row, 'answered');
  if (felt >= satisfied) bump(row, 'answered_satisfied');
}

function settle(
  pages: Pages,
  month: string,
  at: Settled,
  verdict: Readonly<Record<Rule, boolean>> | Missing,
): void {
  const all = rowOf(pages.firstContact, 'all');
  if (typeof verdict === 'string') {
    bump(all, verdict);
    return;
  }
  const rows = [
    all,
    rowOf(pages.firstContactByMonth, month),
    rowOf(pages.firstContactByChannel, channelNames[at.channel] ?? ''),
    rowOf(pages.firstContactByCategory, categories[at.category]?.name ?? ''),
    rowOf(pages.firstContactByAgent, nameOf(at.resolver)),
  ];
  for (const row of rows) {
    bump(row, 'judged');
    for (const rule of rules) if (verdict[rule]) bump(row, rule);
  }
}
