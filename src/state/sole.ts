/** A right that one process has at a time and that ends with it, however it ends. */
import { DatabaseSync } from 'node:sqlite';

/**
 * @returns a function that gives the right back, or null where another process has it still after `patienceMs`
 */
export function soleRight(path: string, patienceMs: number): (() => void) | null {
  const lock = new DatabaseSync(path, { timeout: patienceMs });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === busy) return null;
    throw error;
  }
  return () => lock.close();
}

/** The engine's own number for "somebody else has it". */
const busy = 5;
