/** What a benchmark hands to the table: a time, and what it is held against. */

export interface Measure {
  readonly what: string;
  readonly seconds: number;
  /** What the same work costs otherwise, in the same run. */
  readonly against?: { readonly what: string; readonly seconds: number };
  /** In the words of the goal, e.g. `at most 1.5 ×`. */
  readonly goal?: string;
  readonly more?: string;
}

export async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

/** The middle of several runs: the first warms the caches of all that follow. */
export async function middleOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push((await timed(work))[1]);
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
