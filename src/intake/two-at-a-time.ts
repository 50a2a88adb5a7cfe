/** Works through a list two at a time; where one fails the other is stopped, and nothing is left running. */

type Work<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Two, because that is what the smallest machine has cores for, and so that two readers' memory is the most there is.
 *
 * @returns the results in the order of the works
 * @throws what the first work that failed threw, once the other has come to its end
 */
export async function twoAtATime<T>(works: readonly Work<T>[], outer?: AbortSignal): Promise<readonly T[]> {
  const failing = new AbortController();
  const signal = outer === undefined ? failing.signal : AbortSignal.any([outer, failing.signal]);
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < works.length; at = next++) {
      const work = works[at];
      if (work !== undefined) results[at] = await work(signal);
    }
  };
  const watched = async (): Promise<void> => {
    try {
      await worker();
    } catch (error) {
      failing.abort(error);
      next = works.length;
      throw failing.signal.reason;
    }
  };
  await Promise.allSettled([watched(), watched()]);
  if (failing.signal.aborted) throw failing.signal.reason;
  return results;
}
