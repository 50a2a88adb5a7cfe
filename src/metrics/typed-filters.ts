/** Filters as people type them: `channel=phone`, several values of one dimension being alternatives. */
import type { Filter } from './question.ts';

/** `unknown()` stands for rows of which the dimension is not known. */
const unknown = 'unknown()';

/** @example typedFilters([['team', 'Turin'], ['team', 'unknown()']]) // [{ dimension: 'team', values: ['Turin', null] }] */
export function typedFilters(pairs: readonly (readonly [string, string])[]): readonly Filter[] {
  const values = new Map<string, (string | null)[]>();
  for (const [dimension, value] of pairs)
    values.set(dimension, [...(values.get(dimension) ?? []), value === unknown ? null : value]);
  return [...values].map(([dimension, list]) => ({ dimension, values: list }));
}

/** @example filterAsTyped({ dimension: 'team', values: ['Turin', null] }) // 'team=Turin,unknown()' */
export const filterAsTyped = ({ dimension, values }: Filter): string =>
  `${dimension}=${values.map((value) => value ?? unknown).join(',')}`;
