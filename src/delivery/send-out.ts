/** Sends the courier out and waits for word of it. */
import { fork } from 'node:child_process';
import { Problem } from '../model/index.ts';
import type { CourierOrder, CourierWord } from './courier-process.ts';

export interface SendOut extends CourierOrder {
  readonly signal?: AbortSignal;
  readonly onSettled?: (id: string) => void;
}

/**
 * Detached: where this process is killed, the courier still writes down what it has sent. When it is asked to stop, it
 * ends the parcel that is on its way first.
 *
 * @throws Problem `courier_busy`, `courier_failed`
 */
export function sendOut({ signal, onSettled, ...order }: SendOut): Promise<void> {
  const courier = fork(courierFile(), [], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = (): void => void (courier.connected && courier.send('stop'));
  signal?.addEventListener('abort', stop);
  courier.on('message', (word: CourierWord) => {
    if ('settled' in word) onSettled?.(word.settled);
    else if ('done' in word) resolve();
    else reject('busy' in word ? busy() : failed(word.fault));
  });
  courier.on('error', reject);
  courier.on('exit', (code) => reject(failed(`it ended with ${code ?? 'a signal'}`)));
  courier.send(order);
  return promise.finally(() => signal?.removeEventListener('abort', stop));
}

/** The courier's file stands beside this one, as source or built. */
const courierFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './courier-process.ts' : './courier-process.js', import.meta.url);

const busy = (): Problem =>
  new Problem('courier_busy', {
    found: 'another tidemark still delivering after ten minutes',
    expected: 'one at a time',
    todo: 'wait until it is done; nothing of this call is lost, it goes with the next',
  });

const failed = (why: string): Problem =>
  new Problem('courier_failed', {
    found: `the process that delivers stopped: ${why}`,
    expected: 'to come to its end',
    todo: 'run "tidemark deliver" again; what was sent stays sent',
  });
