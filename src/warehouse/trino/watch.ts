/** Whether anybody still waits for a statement: until the time is up, or until someone changes their mind. */
import { Problem } from '../../model/index.ts';
import type { AskOptions } from '../warehouse.ts';

export interface Watch {
  readonly signal: AbortSignal;
  /** Fails when the statement is given up. */
  readonly given: Promise<never>;
  /** Throws the reason where the statement was cancelled. */
  check(): void;
  stop(): void;
}

export function watching({ signal, timeoutMs }: AskOptions): Watch {
  signal?.throwIfAborted();
  const own = new AbortController();
  const onAbort = (): void => own.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  const timer =
    timeoutMs === undefined ? undefined : setTimeout(() => own.abort(tooLong(timeoutMs)), timeoutMs);
  const given = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', () => reject(own.signal.reason));
  });
  // Whoever waits for it hears of it; where nobody does, nothing is amiss.
  given.catch(() => undefined);
  return {
    signal: own.signal,
    given,
    check: () => own.signal.throwIfAborted(),
    stop: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

const tooLong = (timeoutMs: number): Problem =>
  new Problem('query_too_long', {
    found: `a statement was still running after ${timeoutMs / 1000} s`,
    expected: 'an answer within that time',
    todo: 'ask for a shorter period, or allow more time',
  });
