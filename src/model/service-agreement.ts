/** What was promised to customers: which times, how long, by which clock, and to whom. */
import type { Conditions } from './conditions.ts';

/** Times that can be promised, and what each one is. */
export const slaTargets = {
  first_response: 'from the asking to the first human answer',
  next_response: "from a customer's further message to the next human answer",
  periodic_update: 'from one human answer to the next, while the case is open',
  resolution: 'from the opening to the resolution that stands',
  agent_work: 'the part of that in which the case was with the team',
  requester_wait: 'the part of that in which the customer was waiting for us or for others',
} as const;

export type SlaTargetName = keyof typeof slaTargets;

export const slaDimensions = [
  'team',
  'priority',
  'channel',
  'category',
  'department',
  'product',
  'language',
  'segment',
  'country',
  'source',
  'sla_policy',
] as const;

export interface SlaTarget {
  readonly target: SlaTargetName;
  /** Seconds, for every priority or for each. */
  readonly within: number | Readonly<Record<string, number>>;
  readonly clock: 'business' | 'calendar';
  /** Statuses during which its clock stands still. */
  readonly pauseWhile: readonly ('pending' | 'on_hold')[];
}

/** One version of a policy: the first that is valid when a target's clock starts and whose conditions hold counts. */
export interface SlaPolicy {
  readonly name: string;
  readonly where: Conditions<(typeof slaDimensions)[number]>;
  /** ISO instants; null: since ever, for ever. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly targets: readonly SlaTarget[];
}

export interface ServiceAgreement {
  readonly policies: readonly SlaPolicy[];
  /** The share of a target's time after which it is at risk. */
  readonly atRisk: number;
}
