/** One value of a record as an expression over the cleaned row, with the tests that the row must pass. */
import type { ColumnType } from '../../model/index.ts';
import type { Mapping, Value } from '../mapping/mapping.ts';
import { conditionSql } from './condition-sql.ts';
import type { Layers } from './layers.ts';
import { literal, literals } from './literal.ts';
import type { RawRow } from './raw-row.ts';
import { timeSql } from './time-sql.ts';
import { typedSql } from './typed-sql.ts';

export interface ValueContext {
  readonly row: RawRow;
  readonly layers: Layers;
  readonly mapping: Mapping;
  readonly zone: string;
  /** The id of the row's first record. */
  readonly key: string;
  /** The local time (before the zone is applied) of another time column of the same record. */
  readonly localTime: (column: string) => string;
}

/** A test that the row fails where `failed` is true. */
export interface Check {
  readonly code: string;
  readonly failed: string;
  /** An expression that yields the sentence. */
  readonly sentence: string;
}

export interface CompiledValue {
  readonly sql: string;
  readonly checks: readonly Check[];
  /** For a time: as it stood on the wall, before the zone. */
  readonly local: string | null;
}

/** A value in the type of its column. `name` is ours, and only used in sentences. */
export function valueSql(name: string, type: ColumnType, value: Value, context: ValueContext): CompiledValue {
  const text = context.layers.name(textSql(value, context));
  return type === 'time' ? timeSql(name, value, text, context) : typedSql(name, type, value, text, context);
}

/** What a value is before its type: a text. Words that mean nobody are gone, words are translated. */
function textSql(value: Value, context: ValueContext): string {
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
