/** What a recorded change was made for, and whether what came is in line with it. */
import type { ChangeEffect } from './did-it-work.ts';

export interface Expectation {
  readonly metric: string;
  readonly direction: 'up' | 'down';
  /** A share of what it was where effects are relative, else points of a share or units; null where nobody said how much. */
  readonly size: number | null;
}

/** `kept`: so it came; `short`: less of it; `opposite`: the other way; `open`: that cannot be said yet. */
export type Kept = 'kept' | 'short' | 'opposite' | 'open';

/**
 * Short is what came only where the whole interval lies short of what was expected.
 *
 * @example expectationKept({ direction: 'down', size: 0.25 }, effect of −40 % (−51 % to −26 %)) // 'kept'
 */
export function expectationKept(
  { direction, size }: Pick<Expectation, 'direction' | 'size'>,
  { verdict: { verdict, difference, interval } }: Pick<ChangeEffect, 'verdict'>,
): Kept {
  const sign = direction === 'up' ? 1 : -1;
  const most = sign === 1 ? interval.high : interval.low === null ? null : -interval.low;
  const fallsShort = size !== null && most !== null && most < size;
  if (verdict === 'signal') {
    if (difference * sign < 0) return 'opposite';
    return fallsShort ? 'short' : 'kept';
  }
  return fallsShort || (verdict === 'no_change_bigger_than' && size === null) ? 'short' : 'open';
}
