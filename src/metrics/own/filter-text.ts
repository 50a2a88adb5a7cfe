/** Conditions as a person reads them. */
import type { Condition } from './condition.ts';

const signs = { at_least: '≥', more_than: '>', at_most: '≤', less_than: '<' } as const;

/** @example filterText([{ column: 'priority', is: ['urgent', 'high'] }]) // 'priority = urgent | high' */
export const filterText = (conditions: readonly Condition[]): string => conditions.map(oneText).join(', ');

function oneText({ column, is, not, known, ...bounds }: Condition): string {
  const parts = [
    ...(is === undefined ? [] : [`${column} = ${is.join(' | ')}`]),
    ...(not === undefined ? [] : [`${column} ≠ ${not.join(' | ')}`]),
    ...(known === undefined ? [] : [`${column} ${known ? '≠' : '='} –`]),
    ...Object.entries(signs).flatMap(([name, sign]) => {
      const bound = bounds[name as keyof typeof signs];
      return bound === undefined ? [] : [`${column} ${sign} ${bound}`];
    }),
  ];
  return parts.join(', ');
}
