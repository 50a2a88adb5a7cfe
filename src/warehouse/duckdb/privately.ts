/** New files for their owner's eyes alone, also those that the engine makes in its own time. */
import { isMainThread } from 'node:worker_threads';

let running = 0;
let before = 0;

/** Runs work while new files of this process get the mode 0600. Works may overlap. */
export async function privately<T>(work: () => Promise<T>): Promise<T> {
  if (!isMainThread) return await work();
  if (running === 0) before = process.umask(0o077);
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) process.umask(before);
  }
}
