/** One output of a mapping: its columns as expressions, and whether the row makes such a record at all. */
import { recordTable } from '../../model/index.ts';
import { fromColumn, type Output, type Value } from '../mapping/mapping.ts';
import { ownNames } from '../mapping/read.ts';
import type { Check, CompiledValue, ValueContext } from './compiled.ts';
import { conditionSql } from './condition-sql.ts';
import { literal } from './literal.ts';
import { jsonOf, type RawRow } from './raw-row.ts';
import { valueSql } from './value-sql.ts';

export interface CompiledOutput {
  readonly output: Output;
  readonly columns: ReadonlyMap<string, CompiledValue>;
  /** Whether the row makes a record of this output. */
  readonly present: string;
  readonly checks: readonly Check[];
}

/** The first output must have what is required; another simply is not there without it. */
export function compileOutput(
  output: Output,
  primary: boolean,
  base: Omit<ValueContext, 'localTime'>,
): CompiledOutput {
  const columns = compileColumns(output, base);
  const required = recordTable(output.record).required.filter((name) => primary || columns.has(name));
  const filled = required.map((name) => `${columns.get(name)?.sql ?? 'NULL'} IS NOT NULL`);
  const when = output.when === null ? [] : [conditionSql(output.when, base.row)];
  const values = [...columns.values()].flatMap(({ checks }) => checks);
  return {
    output,
    columns,
    present: primary ? 'true' : [...when, ...filled].join(' AND ') || 'true',
    checks: primary
      ? [...values, ...required.map((name, index) => requiredCheck(name, filled[index] ?? ''))]
      : values,
  };
}

function compileColumns(output: Output, base: Omit<ValueContext, 'localTime'>): Map<string, CompiledValue> {
  const values = valuesOf(output, base.row);
  const types = recordTable(output.record).columns;
  const compiled = new Map<string, CompiledValue>();
  const compile = (name: string): CompiledValue => {
    const known = compiled.get(name);
    const value = values[name];
    if (known !== undefined) return known;
    if (value === undefined) return { sql: 'NULL', checks: [], dropped: null, local: 'NULL' };
    const type = name === 'version_at' ? 'time' : (types[name]?.type ?? 'text');
    const made = valueSql(name, type, value, {
      ...base,
      localTime: (other) => compile(other).local ?? 'NULL',
    });
    compiled.set(name, made);
    return made;
  };
  for (const name of Object.keys(values)) compile(name);
  return compiled;
}

function valuesOf(output: Output, row: RawRow): Readonly<Record<string, Value>> {
  if (output.columns !== 'by_name') return output.columns;
  const present = ownNames(output.record).filter((name) => name !== 'id' && row.has(name));
  return Object.fromEntries(present.map((name) => [name, fromColumn(name)]));
}

const requiredCheck = (name: string, filled: string): Check => ({
  code: 'required_missing',
  failed: `NOT (${filled})`,
  sentence: literal(`${name} has no value, and without it the record cannot be used`),
});

/** What stays beside our own columns: the unused columns of the file, and the original of every translated word. */
export function attributesSql({ output, columns }: CompiledOutput, row: RawRow): string {
  const { attributes } = output;
  if (attributes === 'none') return 'NULL';
  const names =
    attributes === 'rest' ? row.names.filter((name) => !takenOver(name, output, columns)) : attributes;
  return names.length === 0 ? 'NULL' : jsonOf(names.map((name) => [name, row.clean(name)]));
}

/** Whether a column's text is in the record as it is, or is part of its key. */
function takenOver(name: string, output: Output, columns: ReadonlyMap<string, CompiledValue>): boolean {
  if (output.columns === 'by_name') return name === 'id' || columns.has(name);
  if (Array.isArray(output.key) && output.key.includes(name)) return true;
  return Object.values(output.columns).some(
    ({ origin, clock, words, extract, plus }) =>
      (words === null && extract === null && origin.kind === 'column' && origin.column === name) ||
      (clock?.columns.includes(name) ?? false) ||
      plus === name,
  );
}
