/** The tables of a warehouse on a cluster: the same as the embedded engine's, as Iceberg tables. */
import { recordKinds } from '../../model/index.ts';
import { traitNames } from '../facts/source-traits.ts';
import { factNames, factTable } from '../facts.ts';
import { type Columns, recordColumns } from '../record-columns.ts';
import { sqlTypes } from './types.ts';

/** A table: its columns with their types, in order. */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  /** The instant by whose month its rows are kept together. */
  readonly month?: string;
}

const { text, time, integer: whole, number, boolean, texts } = sqlTypes;
/** Numbers of loads and files. */
const small = 'integer';
/** The embedded engine's hashes have 64 bits and no sign. */
const hash = 'decimal(20,0)';

const typed = (columns: Columns): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, sqlTypes[type]]));

const arrival = { _load: small, _file: small, _place: whole } as const;

/** Versions that stand, versions that do not, and what was brought once more; see the embedded engine's schema. */
const recordTables: readonly TableShape[] = recordKinds.flatMap((kind) => [
  { name: kind, columns: { ...typed(recordColumns(kind)), ...arrival } },
  { name: `${kind}_history`, columns: { ...typed(recordColumns(kind)), ...arrival, _gone: boolean } },
  {
    name: `${kind}_repeats`,
    columns: { source: text, id: text, _hash: hash, _of: small, ...arrival },
  },
]);

const factTables: readonly TableShape[] = factNames.map((name) => {
  const { columns, anchors } = factTable(name);
  const [month] = Object.values(anchors);
  return { name, columns: typed(columns), ...(month === undefined ? {} : { month }) };
});

const counts = { records: whole, loaded: whole, duplicates: whole, quarantined: whole, excluded: whole };

const books: readonly TableShape[] = [
  { name: 'loads', columns: { load: small, at: time, ...counts, undone_at: time } },
  {
    name: 'load_files',
    columns: {
      load: small,
      file: small,
      name: text,
      mapping: text,
      source: text,
      ...counts,
      reasons: text,
      notes: texts,
      written: text,
    },
  },
  {
    name: 'set_aside',
    columns: {
      load: small,
      file: small,
      source: text,
      place: whole,
      kind: text,
      code: text,
      sentence: text,
      raw: text,
      at: time,
      replayed_by: small,
    },
  },
  {
    name: 'drift',
    columns: { load: small, file: small, record: text, column: text, word: text, count: whole },
  },
  {
    name: 'contents',
    columns: { record: text, rows: whole, checksum: text, first_at: time, last_at: time, engine: text },
  },
  {
    name: 'dangling',
    columns: { record: text, column: text, target: text, source: text, ref: text, rows: whole },
  },
];

/** What the making of facts keeps for the next time. */
const kept: readonly TableShape[] = [
  { name: 'fact_eras', columns: { since: text, settings: text, made: text } },
  {
    name: 'source_traits',
    columns: { source: text, ...Object.fromEntries(traitNames.map((name) => [name, boolean])) },
  },
  {
    name: 'running_clocks',
    columns: {
      source: text,
      case_id: text,
      what: text,
      calendar: small,
      since: time,
      base_s: number,
      base_business_s: number,
    },
  },
];

export const tables: readonly TableShape[] = [...recordTables, ...factTables, ...books, ...kept];

/** @throws Error where there is no such table: a fault of the program */
export function tableNamed(name: string): TableShape {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`a warehouse has no table ${name}`);
  return found;
}
