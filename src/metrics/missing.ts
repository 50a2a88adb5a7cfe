/** Why a figure has no value: unknown is null with a reason, never 0. */
import type { FactName } from '../warehouse/facts.ts';
import type { Asked } from './check-question.ts';
import type { Circumstances } from './plan/circumstances.ts';
import type { Sums } from './plan/tally-statement.ts';
import type { Window } from './plan/window.ts';
import type { Statistic } from './question.ts';

const nothingRecorded: Readonly<Partial<Record<FactName, string>>> = {
  case_facts: 'no_cases_recorded',
  contact_facts: 'no_contacts_recorded',
  survey_facts: 'no_surveys_recorded',
  message_facts: 'no_messages',
  turn_facts: 'no_messages',
  ask_facts: 'no_cases_recorded',
  stages: 'no_stages_recorded',
  presence_facts: 'no_shifts_loaded',
  outage_facts: 'no_outages_loaded',
  touchpoint_facts: 'no_touchpoints_loaded',
  review_facts: 'no_reviews_loaded',
  customer_facts: 'no_customers_loaded',
  volume_facts: 'no_volumes_loaded',
  sla_facts: 'no_target',
};

interface Circumstance {
  readonly asked: Asked;
  readonly around: Circumstances;
  readonly window: Window;
  readonly sums: Sums;
  readonly stat: Statistic;
}

/**
 * The reason code, or null where there is a number: nothing of the kind was ever recorded, no record at all in this
 * window (a gap), rows that lack what the metric needs (the commonest reason among them), or no cases.
 */
export function missingReason({ asked, around, window, sums, stat }: Circumstance): string | null {
  if (around.rows === 0) return nothingRecorded[asked.metric.fact] ?? 'not_recorded';
  if (!around.present(window)) return 'no_data';
  if ((sums.n ?? 0) > 0) return null;
  const [reason] = Object.entries(sums)
    .filter(([name, count]) => name.startsWith('out_') && count > 0)
    .sort(([, a], [, b]) => b - a);
  if (reason !== undefined) return reason[0].slice('out_'.length);
  return stat === 'count' ? null : 'no_cases';
}
