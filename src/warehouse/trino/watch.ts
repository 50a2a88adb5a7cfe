/** Whether anybody still waits for a statement: until the time is up, or until someone changes their mind. */
import { tooLong } from '../too-long.ts';
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
