/** The problem that work is expected to end with. */
import { Problem } from './problem.ts';

/** @throws whatever else the work ends with, so that a test says what came instead */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const found = await work.then(
    () => new Error('it went well'),
    (error: unknown) => error,
  );
  if (!(found instanceof Problem)) throw found;
  return found;
}
