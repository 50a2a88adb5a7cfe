/** All rows of a stream, where they fit in memory. */
export async function collected<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) for (const row of batch) found.push(row);
  return found;
}
