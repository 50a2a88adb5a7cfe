/** The courier's own process: it ends what it has begun even where the program that sent it out is killed. */
import { join } from 'node:path';
import { openState, soleRight } from '../state/index.ts';
import type { MailSettings } from './carrier.ts';
import { carry } from './courier.ts';

export interface CourierOrder {
  readonly state: string;
  readonly archive: string;
  readonly mail: MailSettings | null;
  /** ISO; null for the clock's own time. */
  readonly now: string | null;
}

export type CourierWord =
  | { readonly settled: string }
  | { readonly busy: true }
  | { readonly done: true }
  | { readonly fault: string };

/** Long enough for the courier before this one to end its round of a few hundred. */
const patienceMs = 10 * 60_000;
const stopping = new AbortController();

function tell(word: CourierWord): void {
  if (process.connected) process.send?.(word);
}

async function round({ state, archive, mail, now }: CourierOrder): Promise<void> {
  const db = openState(state);
  const release = soleRight(join(state, 'courier.lock'), patienceMs);
  if (release === null) return tell({ busy: true });
  try {
    await carry({
      db,
      archive,
      surroundings: { mail, env: process.env, now: () => (now === null ? new Date() : new Date(now)) },
      signal: stopping.signal,
      onSettled: ({ id }) => tell({ settled: id }),
    });
    tell({ done: true });
  } finally {
    release();
    db.close();
  }
}

process.on('message', (order: CourierOrder | 'stop') => {
  if (order === 'stop') return stopping.abort();
  round(order)
    .catch((error: unknown) => {
      tell({ fault: String(error) });
      process.exitCode = 1;
    })
    .finally(() => process.connected && process.disconnect());
});
