/** The metrics about questions, requests and urgency once more, slowly and plainly. */
import type { Fields, Plain, Reader } from './plain-measures.ts';
import { timeOf } from './plain-time.ts';
import { dataThrough, type PlainRow } from './worlds.ts';

const since = (from: string | null, to: string): number =>
  from === null ? 0 : (Date.parse(to) - Date.parse(from)) / 1000;

const nextResponse: Reader = (row, rules) => {
  const value = row.number(rules.clock === 'business' ? 'wait_business_s' : 'wait_s');
  const answered = row.flag('answered');
  const asks = answered === true || row.flag('only_thanks') !== true;
  if (row.flag('follow_up') !== true || !asks || value === null || answered === null) return null;
  if (rules.open_cases === 'finished_only') return answered ? { value } : null;
  return { value, happened: answered };
};

const leftUnanswered: Reader = (row, rules) => {
  const within = timeOf(rules.given_up_window);
  const [asked, answered] = [row.text('asked_at'), row.text('answered_at')];
  const thanks = row.flag('only_thanks') === true && row.flag('answered') === false;
  if (thanks || since(asked, dataThrough) < within) return null;
  const hit = answered === null || since(asked, answered) > within;
  return { hit, value: hit ? 1 : 0 };
};

/** Looks at every other case of the same team. */
const overtaken = (row: PlainRow, others: readonly PlainRow[]): Plain | null => {
  const { priority, asked_at: asked, responded, first_response_at: response } = row;
  if (priority !== 'urgent' || typeof asked !== 'string' || typeof responded !== 'boolean') return null;
  const hit = others.some(
    (other) =>
      other.left_out === null &&
      ['high', 'normal', 'low'].includes(String(other.priority)) &&
      (other.first_team ?? null) === (row.first_team ?? null) &&
      typeof other.asked_at === 'string' &&
      other.asked_at > asked &&
      typeof other.first_response_at === 'string' &&
      (typeof response !== 'string' || other.first_response_at < response),
  );
  return { hit, value: hit ? 1 : 0 };
};

const notServed: Reader = (row, rules) => {
  const within = timeOf(rules.given_up_window);
  const [cluster, outcome] = [row.text('customer_id'), row.text('outcome')];
  if (cluster === null || outcome === null) return null;
  if (outcome !== 'served' && since(row.text('left_at'), dataThrough) < within) return null;
  const served = row.number('served_s');
  const hit = outcome !== 'served' && (served === null || served > within);
  return { cluster, once: hit, hit };
};

const contained: Reader = (row) => {
  const ended = row.flag('resolved') === true || row.flag('given_up') === true;
  if ((row.number('bot_messages') ?? 0) <= 0 || !ended) return null;
  return { hit: row.flag('resolved') === true && row.flag('responded') !== true };
};

const stillOpen = (row: Fields): boolean => !['resolved', 'closed'].includes(row.text('status') ?? '');

export const plainAsks: Readonly<Record<string, Reader>> = {
  share_of_channel: () => ({ hit: true }),
  next_response_time: nextResponse,
  messages_left_unanswered: leftUnanswered,
  backlog: (row) => (stillOpen(row) ? {} : null),
  sla_at_risk: () => ({}),
  backlog_age: (row, _rules, { end }) =>
    stillOpen(row) ? { value: since(row.text('opened_at'), end) } : null,
  clearance: () => ({}),
  contacts_per_order: (row) => (row.text('kind') === 'order' ? {} : null),
  overtaken_urgent: (row, _rules, { others }) => overtaken(row.all, others),
  customers_not_served: notServed,
  bot_containment: contained,
  escalation_rate: (row) => {
    const hit = row.flag('escalated');
    return hit === null ? null : { hit };
  },
  sentiment: (row) => {
    const value = row.number('sentiment');
    const theirs =
      row.text('author_kind') === 'customer' ||
      (row.text('author_kind') === null && row.text('direction') === 'inbound');
    return theirs && value !== null ? { value, hit: value < 0 } : null;
  },
  referral_intent: (row) => {
    const score = row.number('score');
    const asked = row.text('kind') === 'nps' && score !== null && score >= 0 && score <= 10;
    return asked ? { hit: score >= 9 } : null;
  },
};
