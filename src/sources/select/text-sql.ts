/** What a value is before its type: a text of the row, cleaned, translated, empty where it means nobody. */
import type { Value } from '../mapping/mapping.ts';
import type { ValueContext } from './compiled.ts';
import { conditionSql } from './condition-sql.ts';
import { literal, literals } from './literal.ts';

export function textSql(value: Value, context: ValueContext): string {
  const { layers } = context;
  const raw = layers.name(originSql(value, context));
  const extracted =
    value.extract === null
      ? raw
      : layers.name(`nullif(regexp_extract(${raw}, ${literal(value.extract)}, 1), '')`);
  const known = value.clock === null ? layers.name(withoutUnknown(extracted, value.unknownIf)) : extracted;
  const translated = value.words === null ? known : translatedSql(known, value.words);
  return onlyWhere(value, translated, context);
}

/** A value that has a condition is empty where it does not hold. */
export const onlyWhere = (value: Value, sql: string, { row }: ValueContext): string =>
  value.when === null ? sql : `CASE WHEN ${conditionSql(value.when, row)} THEN ${sql} END`;

function originSql(value: Value, context: ValueContext): string {
  const { origin } = value;
  const { row } = context;
  if (origin.kind === 'column') return row.clean(origin.column);
  if (origin.kind === 'constant') return literal(origin.value);
  if (origin.kind === 'key') return context.key;
  if (origin.kind === 'first_of')
    return `coalesce(${origin.columns.map((name) => row.clean(name)).join(', ')})`;
  if (origin.kind === 'join') {
    const parts = origin.columns.map((name) => row.clean(name));
    return `nullif(concat_ws(${literal(value.separator ?? ' ')}, ${parts.join(', ')}), '')`;
  }
  return `CASE ${origin.branches.map((branch) => branchSql(branch, context)).join(' ')} END`;
}

function branchSql(branch: Value, context: ValueContext): string {
  const when = branch.when === null ? 'true' : conditionSql(branch.when, context.row);
  return `WHEN ${when} THEN ${textSql({ ...branch, when: null }, context)}`;
}

const isPattern = (word: string): boolean => word.length > 2 && word.startsWith('/') && word.endsWith('/');

export function withoutUnknown(sql: string, unknownIf: readonly string[]): string {
  const words = unknownIf.filter((word) => !isPattern(word));
  const patterns = unknownIf.filter(isPattern).map((word) => word.slice(1, -1));
  const tests = [
    ...(words.length === 0 ? [] : [`${sql} IN ${literals(words)}`]),
    ...patterns.map((pattern) => `regexp_matches(${sql}, ${literal(pattern)})`),
  ];
  return tests.length === 0 ? sql : `CASE WHEN ${tests.join(' OR ')} THEN NULL ELSE ${sql} END`;
}

/** Words are compared without regard to case; others pass as they are, an empty translation means no value. */
function translatedSql(sql: string, words: Readonly<Record<string, string>>): string {
  const branches = Object.entries(words).map(
    ([theirs, ours]) =>
      `WHEN ${literal(theirs.trim().toLowerCase())} THEN ${ours === '' ? 'NULL' : literal(ours)}`,
  );
  return branches.length === 0 ? sql : `CASE lower(${sql}) ${branches.join(' ')} ELSE ${sql} END`;
}
