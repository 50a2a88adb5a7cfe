/** Has documents set in a thread of their own, which is replaced now and then since the compiler never forgets. */
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './typesetter-thread.ts';

/** The compiler keeps some ten megabytes of every document; a new thread starts in a tenth of a second. */
const documentsPerThread = 12;

interface Thread {
  readonly worker: Worker;
  documents: number;
}

let thread: Thread | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * The PDF of a typst source that reads `data` as `/report.json`. Documents wait for each other.
 *
 * @throws where the source is wrong or the thread dies; the next document gets a new thread
 */
export function setDocument(source: string, data: unknown): Promise<Uint8Array> {
  const order: Order = { source, json: JSON.stringify(data) };
  const turn = queue.then(() => setInThread(order));
  queue = turn.catch(() => undefined);
  return turn;
}

async function setInThread(order: Order): Promise<Uint8Array> {
  const { worker } = nextThread();
  worker.ref();
  try {
    const answer = await answerOf(worker, order);
    if ('failure' in answer) throw new Error(answer.failure);
    return answer.pdf;
  } finally {
    worker.unref();
  }
}

function nextThread(): Thread {
  if (thread !== null && thread.documents >= documentsPerThread) dismiss();
  thread ??= { worker: new Worker(threadFile()), documents: 0 };
  thread.documents += 1;
  return thread;
}

function dismiss(): void {
  void thread?.worker.terminate();
  thread = null;
}

/** The thread's file stands beside this one, as source or built. */
function threadFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./typesetter-thread.${ending}`, import.meta.url);
}

function answerOf(worker: Worker, order: Order): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const died = (reason: unknown): void => {
    dismiss();
    reject(reason instanceof Error ? reason : new Error(`The typesetter stopped: ${String(reason)}`));
  };
  worker.once('message', resolve).once('error', died).once('exit', died);
  worker.postMessage(order);
  return promise.finally(() => worker.off('message', resolve).off('error', died).off('exit', died));
}
