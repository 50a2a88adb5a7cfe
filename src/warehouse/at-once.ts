/** Work on many things, a few at once: while one statement is planned or read, another keeps the cores busy. */

/**
 * All are done when it returns. After a failure nothing new is begun, what runs is awaited, and the first failure thrown.
 *
 * @example await atOnce(jobs, warehouse.sideBySide, async (job) => file(await warehouse.rows(statementOf(job))))
 */
export async function atOnce<T>(
  things: readonly T[],
  limit: number,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...things];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await work(next);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: limit }, worker));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * The results of works that know nothing of each other, in their order. As above, after a failure all are awaited before it
 * is thrown: nobody closes a warehouse that is still being read.
 */
export async function together<T extends readonly Promise<unknown>[]>(works: readonly [...T]) {
  await Promise.allSettled(works);
  return await Promise.all(works);
}
