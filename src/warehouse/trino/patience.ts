/** Pages of an answer, from a coordinator that may be overtaxed for a moment. */
import type { Address } from './address.ts';
import type { Answer } from './http.ts';
import { notACluster, type ServerError, toProblem, unreachable } from './problems.ts';
import { parsed, type TypedColumn } from './values.ts';

export interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly TypedColumn[];
  readonly data?: readonly (readonly unknown[])[];
  readonly updateCount?: number;
  readonly error?: ServerError;
}

const busy = new Set([429, 502, 503, 504]);
const longestPatience = 30_000;

/** A server that is overtaxed for a moment says so, and is asked again; for half a minute. */
export async function patiently(
  address: Address,
  send: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Page> {
  const end = Date.now() + longestPatience;
  for (let wait = 100; ; wait = Math.min(2 * wait, 3000)) {
    const answer = await reach(address, send);
    if (busy.has(answer.status) && Date.now() + wait < end) {
      await pause(wait, signal);
      continue;
    }
    if (answer.status !== 200) throw toProblem(answer, address);
    const page = jsonOf(answer);
    if (page === null) throw notACluster(address.name, 'answers something else than the statement protocol');
    return page as Page;
  }
}

/** @throws Problem where the coordinator cannot be spoken to */
export async function reach(address: Address, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    throw unreachable(error, address);
  }
}

/** null where the body is no object. */
export function jsonOf({ body }: Answer): object | null {
  try {
    const found = parsed(body);
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
