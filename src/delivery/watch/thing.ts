/** What is watched, and who is told: plain values, made from the configuration. */
import { createHash } from 'node:crypto';
import type { Filter } from '../../metrics/question.ts';
import type { Recipient } from '../schedule.ts';

export type Thing =
  /** A figure over time, judged by the alarm. */
  | { readonly kind: 'metric'; readonly metric: string; readonly where: readonly Filter[] }
  /** Urgent cases that have waited longer than so many seconds for their first answer. */
  | { readonly kind: 'urgent_waiting'; readonly longerThanS: number; readonly where: readonly Filter[] }
  /** Promises of the service agreement that are about to be broken. */
  | { readonly kind: 'promises_at_risk'; readonly where: readonly Filter[] };

export interface Watched {
  readonly thing: Thing;
  readonly recipients: readonly Recipient[];
}

/** Under this key a thing is remembered and acknowledged: the same thing has the same key wherever it stands in the file. */
export function thingKey({ kind, where, ...rest }: Thing): string {
  const filters = where
    .map(({ dimension, values }) => [dimension, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const named = 'metric' in rest ? rest.metric : kind;
  return createHash('sha256')
    .update(JSON.stringify([kind, named, filters]))
    .digest('hex')
    .slice(0, 8);
}
