/** Conditions of a mapping as an expression that is true or false, never unknown. */
import type { Condition } from '../mapping/mapping.ts';
import { literal, literals } from './literal.ts';
import type { RawRow } from './raw-row.ts';

/** Compares the cleaned text, so a missing value is no word: `is_not` holds for it, `is` and `matches` do not. */
export function conditionSql(condition: Condition, row: RawRow): string {
  if ('all' in condition) return joined(condition.all, 'AND', row);
  if ('any' in condition) return joined(condition.any, 'OR', row);
  if ('not' in condition) return `(NOT ${conditionSql(condition.not, row)})`;
  const column = row.clean(condition.column);
  const tests: string[] = [];
  if (condition.is !== undefined) tests.push(`coalesce(${column} IN ${literals(condition.is)}, false)`);
  if (condition.is_not !== undefined)
    tests.push(`coalesce(${column} NOT IN ${literals(condition.is_not)}, true)`);
  if (condition.matches !== undefined)
    tests.push(`coalesce(regexp_matches(${column}, ${literal(condition.matches)}), false)`);
  if (condition.filled !== undefined) tests.push(`${column} IS ${condition.filled ? 'NOT ' : ''}NULL`);
  return `(${tests.join(' AND ')})`;
}

const joined = (conditions: readonly Condition[], word: 'AND' | 'OR', row: RawRow): string =>
  `(${conditions.map((each) => conditionSql(each, row)).join(` ${word} `)})`;
