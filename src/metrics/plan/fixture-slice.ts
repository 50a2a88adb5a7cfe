/** For tests: a slice of a fact, of which only what matters is said. */
import type { Slice } from './slice.ts';

/** No stock, no filter, no rule, all rows together, in UTC. */
export const sliceOf = (said: Pick<Slice, 'fact' | 'anchor' | 'layer'> & Partial<Slice>): Slice => ({
  stock: null,
  by: [],
  where: [],
  zone: 'UTC',
  rules: {},
  ...said,
});
