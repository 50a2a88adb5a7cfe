/** Filters as the JSON that scripts rely on: dimension → values. */
import type { Filter } from '../metrics/index.ts';

export const whereJson = (where: readonly Filter[]): Readonly<Record<string, readonly (string | null)[]>> =>
  Object.fromEntries(where.map(({ dimension, values }) => [dimension, values]));
