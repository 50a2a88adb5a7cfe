/** The thread that sets documents one after the other and hands each back. */
import { parentPort } from 'node:worker_threads';
import { typeset } from './typeset.ts';

export interface Order {
  readonly source: string;
  readonly json: string;
}

export type Answer = { readonly pdf: Uint8Array } | { readonly failure: string };

parentPort?.on('message', async ({ source, json }: Order) => {
  const answer: Answer = await typeset(source, json).then(
    (pdf) => ({ pdf }),
    (error: unknown) => ({ failure: String(error) }),
  );
  parentPort?.postMessage(answer);
});
