/** Every metric once more, slowly and plainly, row by row: what the statements are held against in tests. */
import type { Rules } from '../definition.ts';
import { plainAsks } from './plain-asks.ts';
import { timeOf } from './plain-time.ts';
import { plainWork } from './plain-work.ts';
import { dataThrough, type PlainRow } from './worlds.ts';

/** What one row is to a metric; null where it does not count. */
export interface Plain {
  readonly hit?: boolean;
  readonly value?: number;
  readonly happened?: boolean;
  readonly rating?: number;
  readonly distinct?: string;
  readonly cluster?: string;
  /** Whether its cluster is a hit, which it is at most once. */
  readonly once?: boolean;
  /** A ratio of sums. */
  readonly top?: number;
  readonly bottom?: number;
}

/** What one row alone cannot tell: all rows of the fact, and the end of the period. */
export interface Scenery {
  readonly others: readonly PlainRow[];
  readonly end: string;
}

export type Reader = (row: Fields, rules: Rules, scenery: Scenery) => Plain | null;

/** Typed peeks into a plain row. */
export interface Fields {
  number(name: string): number | null;
  text(name: string): string | null;
  flag(name: string): boolean | null;
  readonly all: PlainRow;
}

export const fieldsOf = (row: PlainRow): Fields => ({
  number: (name) => (typeof row[name] === 'number' ? row[name] : null),
  text: (name) => (typeof row[name] === 'string' ? row[name] : null),
  flag: (name) => (typeof row[name] === 'boolean' ? row[name] : null),
  all: row,
});

const seconds = (rules: Rules, token: string): number => timeOf(rules[token]);

const gaveUp = (row: Fields): boolean =>
  row.flag('answered') === false && !['voicemail', 'callback', 'failed'].includes(row.text('outcome') ?? '');

const known = (value: number | null): Plain | null => (value === null ? null : { value });
const counted = (value: number | null): Plain | null => (value === null ? null : { value, hit: value > 0 });
const ofAnswered = (row: Fields, value: number | null): Plain | null =>
  row.flag('answered') === true ? known(value) : null;

function waiting(value: number | null, happened: boolean | null, rules: Rules): Plain | null {
  if (value === null || happened === null) return null;
  if (rules.open_cases === 'finished_only') return happened ? { value } : null;
  return { value, happened };
}

const clocked = (row: Fields, name: string, rules: Rules): number | null =>
  row.number(rules.clock === 'business' ? name.replace('_s', '_business_s') : name);

const spokenBy = (row: Fields): 'customer' | 'agent' | null => {
  const kind = row.text('author_kind');
  if (kind === 'customer' || (kind === null && row.text('direction') === 'inbound')) return 'customer';
  const isAgent = kind === 'agent' || (kind === null && row.text('direction') === 'outbound');
  return isAgent && row.text('direction') !== 'internal' ? 'agent' : null;
};

const promise =
  (target: string): Reader =>
  (row) => {
    const state = row.text('state');
    const judged = state === 'met' || state === 'missed';
    return row.text('target') === target && judged ? { hit: state === 'met' } : null;
  };

function satisfied(row: Fields, rules: Rules): Plain | null {
  const [score, low, high] = [
    row.number('score'),
    row.number('scale_min') ?? 0,
    row.number('scale_max') ?? 0,
  ];
  if (row.text('kind') !== 'csat' || score === null) return null;
  if (rules.satisfied === 'top_box') return { value: score, hit: score >= high };
  if (rules.satisfied === 'above_middle') return { value: score, hit: score > (low + high) / 2 };
  const agreed: Readonly<Record<number, number>> = {
    1: high,
    4: high - 1,
    6: high - 1,
    9: high - 1,
    10: high - 1,
  };
  const needed = agreed[high - low] ?? row.number('satisfied_from');
  return needed === null ? null : { value: score, hit: score >= needed };
}

function abandonment(row: Fields, rules: Rules): Plain | null {
  const offered = rules.offered === 'all' || row.flag('offered') === true;
  const wait = row.number('wait_s') ?? 0;
  const isShort = gaveUp(row) && wait <= seconds(rules, 'abandonment.short');
  if (!offered) return null;
  if (rules['abandonment.base'] === 'queued' && wait <= 0) return null;
  if (rules['abandonment.base'] === 'without_short' && isShort) return null;
  return { hit: gaveUp(row) };
}

function serviceLevel(row: Fields, rules: Rules): Plain | null {
  const [answered, offered] = [row.flag('answered') === true, row.flag('offered') === true];
  const [wait, within] = [row.number('wait_s'), seconds(rules, 'service_level.within')];
  const late = offered && gaveUp(row) && wait !== null && wait > within;
  const bases: Record<string, boolean> = {
    answered_or_abandoned_late: answered || late,
    answered,
    offered,
    arrived: true,
  };
  const hit = answered && wait !== null && wait <= within;
  return bases[rules['service_level.base'] ?? ''] === true ? { hit } : null;
}

function repeated(row: Fields, rules: Rules): Plain | null {
  const within = seconds(rules, 'contact_again.within');
  const age = (Date.parse(dataThrough) - Date.parse(row.text('opened_at') ?? '')) / 1000;
  if (row.text('customer_id') === null || age < within) return null;
  const again = row.number(rules.contact_again === 'any' ? 'again_any_s' : 'again_s');
  return { hit: again !== null && again <= within };
}

function reopened(row: Fields): Plain | null {
  const reopens = row.number('reopens');
  const finished =
    row.text('first_resolved_at') !== null || row.text('closed_at') !== null || (reopens ?? 0) > 0;
  return reopens !== null && finished ? { value: reopens, hit: reopens > 0 } : null;
}

const perCluster = (cluster: string | null): Plain | null => (cluster === null ? null : { cluster });

export const plainMeasures: Readonly<Record<string, Reader>> = {
  cases_opened: () => ({}),
  contacts_arrived: () => ({}),
  messages_received: (row) => (spokenBy(row) === 'customer' ? {} : null),
  cases_resolved: (row) => (row.text('last_resolved_at') === null ? null : {}),
  cases_closed: (row) => (row.text('closed_at') === null ? null : {}),
  customers_contacting: (row) => {
    const distinct = row.text('customer_id');
    return distinct === null ? null : { distinct };
  },
  contacts_per_customer: (row) => perCluster(row.text('customer_id')),
  first_response_time: (row, rules) => {
    const handed = rules.bots === 'from_handover' ? clocked(row, 'response_handover_s', rules) : null;
    const waited = clocked(row, 'given_up_s', rules) ?? handed ?? clocked(row, 'response_s', rules);
    return waiting(waited, row.flag('responded'), rules);
  },
  resolution_time: (row, rules) => {
    const isFirst = rules.resolved_at === 'first' && row.text('first_resolved_at') !== null;
    const name = isFirst ? 'first_resolution_s' : 'resolution_s';
    return waiting(clocked(row, name, rules), isFirst || row.flag('resolved'), rules);
  },
  time_to_close: (row) => known(row.number('close_s')),
  speed_of_answer: (row) => ofAnswered(row, row.number('wait_s')),
  wait_time: (row) => ((row.number('wait_s') ?? 0) > 0 ? known(row.number('wait_s')) : null),
  hold_time: (row) => ((row.number('hold_s') ?? 0) > 0 ? ofAnswered(row, row.number('hold_s')) : null),
  hold_time_per_contact: (row) => ofAnswered(row, row.number('hold_s')),
  wait_before_abandoning: (row) =>
    row.flag('offered') === true && gaveUp(row) ? known(row.number('wait_s')) : null,
  patience: (row) => {
    const value = row.number('wait_s') ?? 0;
    return value > 0 ? { value, happened: gaveUp(row) } : null;
  },
  abandonment_rate: abandonment,
  service_level: serviceLevel,
  talk_time: (row) => ofAnswered(row, row.number('talk_s')),
  short_contacts: (row, rules) => {
    const talk = row.number('talk_s');
    return row.flag('answered') === true && talk !== null
      ? { hit: talk < seconds(rules, 'short_contacts.under') }
      : null;
  },
  handle_time: (row) => {
    const [talk, hold, wrap] = [row.number('talk_s'), row.number('hold_s'), row.number('wrap_s')];
    return ofAnswered(row, talk === null || hold === null || wrap === null ? null : talk + hold + wrap);
  },
  effort_time: (row) => known(row.number('handle_s')),
  resolution_rate: (row) => ({ hit: row.flag('resolved') === true }),
  first_contact_resolution: (row, rules) => {
    const hit = row.flag(`first_contact_${rules.first_contact}`);
    return hit === null ? null : { hit };
  },
  reopen_rate: reopened,
  repeat_contact_rate: repeated,
  reassignments: (row) => counted(row.number('reassignments')),
  team_handovers: (row) => counted(row.number('team_handovers')),
  ping_pong_rate: (row) => counted(row.number('returned')),
  rerouted_contacts: (row) => {
    const hit = row.flag('transferred');
    return row.flag('answered') === true && hit !== null ? { hit, value: hit ? 1 : 0 } : null;
  },
  multichannel_rate: (row) => {
    const channels = row.number('channels') ?? 0;
    return channels > 0 ? { hit: channels > 1 } : null;
  },
  one_person_rate: (row) => {
    const agents = row.number('agents') ?? 0;
    return row.flag('resolved') === true && agents > 0 ? { hit: agents === 1 } : null;
  },
  messages_per_owner: (row) => (spokenBy(row) === null ? null : perCluster(row.text('customer_id'))),
  messages_per_agent: (row) => (spokenBy(row) === 'agent' ? perCluster(row.text('author_id')) : null),
  messages_per_case: (row) => {
    const [theirs, ours] = [row.number('customer_messages'), row.number('agent_messages')];
    return theirs === null && ours === null ? null : { value: (theirs ?? 0) + (ours ?? 0) };
  },
  cases_per_agent: (row) =>
    row.text('last_resolved_at') === null ? null : perCluster(row.text('resolver_id')),
  csat: satisfied,
  nps: (row) => {
    const rating = row.number('score');
    return row.text('kind') === 'nps' && rating !== null ? { rating } : null;
  },
  ces: (row) => (row.text('kind') === 'ces' ? known(row.number('score')) : null),
  survey_response_rate: (row) =>
    row.text('sent_at') === null ? null : { hit: row.number('score') !== null },
  sla_response_met: promise('first_response'),
  sla_next_response_met: promise('next_response'),
  sla_update_met: promise('periodic_update'),
  sla_resolution_met: promise('resolution'),
  sla_agent_work_met: promise('agent_work'),
  sla_requester_wait_met: promise('requester_wait'),
  ...plainAsks,
  ...plainWork,
};
