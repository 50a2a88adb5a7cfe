/** The tables of a warehouse, written from the columns that the model and the facts state. */
import { recordKinds } from '../../model/index.ts';
import { factNames, factTable } from '../facts.ts';
import { type Columns, recordColumns } from '../record-columns.ts';
import { quoted, sqlTypes } from './types.ts';

/** Which load brought a row, from which of its files, and at which line. */
const arrival = '_load INTEGER NOT NULL, _file INTEGER NOT NULL, _place BIGINT';

const columnList = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, { type }]) => `${quoted(name)} ${sqlTypes[type]}`)
    .join(', ');

/**
 * Three tables a record: the versions that stand; the versions that do not (`_gone` where a version says that the record
 * is no more), so that any load can be undone; and which loads brought a standing or older version once more.
 */
const recordTables: readonly string[] = recordKinds.flatMap((kind) => [
  `create table if not exists ${quoted(kind)} (${columnList(recordColumns(kind))}, ${arrival})`,
  `create table if not exists ${quoted(`${kind}_history`)} (${columnList(recordColumns(kind))}, ${arrival}, _gone BOOLEAN NOT NULL)`,
  `create table if not exists ${quoted(`${kind}_repeats`)} (source VARCHAR, id VARCHAR, _hash UBIGINT, _of INTEGER NOT NULL, ${arrival})`,
]);

const factTables: readonly string[] = factNames.map(
  (name) => `create table if not exists ${quoted(name)} (${columnList(factTable(name).columns)})`,
);

/** Names of records that are not there, and how many rows bear each. */
export const danglingTable = `create table if not exists dangling (record VARCHAR NOT NULL, "column" VARCHAR NOT NULL,
    target VARCHAR NOT NULL, source VARCHAR NOT NULL, ref VARCHAR NOT NULL, rows BIGINT NOT NULL)`;

const bookkeeping: readonly string[] = [
  `create table loads (load INTEGER NOT NULL, "at" TIMESTAMPTZ NOT NULL, records BIGINT, loaded BIGINT, duplicates BIGINT,
    quarantined BIGINT, excluded BIGINT, undone_at TIMESTAMPTZ)`,
  `create table load_files (load INTEGER NOT NULL, file INTEGER NOT NULL, name VARCHAR, mapping VARCHAR, source VARCHAR,
    records BIGINT, loaded BIGINT, duplicates BIGINT, quarantined BIGINT, excluded BIGINT, reasons VARCHAR, notes VARCHAR[], written VARCHAR)`,
  `create table set_aside (load INTEGER NOT NULL, file INTEGER NOT NULL, source VARCHAR, place BIGINT, kind VARCHAR NOT NULL,
    code VARCHAR NOT NULL, sentence VARCHAR, raw VARCHAR, "at" TIMESTAMPTZ NOT NULL, replayed_by INTEGER)`,
  `create table drift (load INTEGER NOT NULL, file INTEGER NOT NULL, record VARCHAR NOT NULL, "column" VARCHAR NOT NULL,
    word VARCHAR, count BIGINT NOT NULL)`,
  `create table contents (record VARCHAR NOT NULL, rows BIGINT NOT NULL, checksum VARCHAR NOT NULL, first_at TIMESTAMPTZ,
    last_at TIMESTAMPTZ, engine VARCHAR NOT NULL)`,
  danglingTable,
];

/** Every statement that makes an empty warehouse. */
export const emptyWarehouse: readonly string[] = [...recordTables, ...factTables, ...bookkeeping];

const missingColumns = (table: string, columns: Columns): readonly string[] =>
  Object.entries(columns).map(
    ([name, { type }]) =>
      `alter table ${quoted(table)} add column if not exists ${quoted(name)} ${sqlTypes[type]}`,
  );

/** What brings a warehouse of any earlier version to the records and facts of today: tables, then columns. */
export const grownWarehouse: readonly string[] = [
  ...recordTables,
  ...factTables,
  ...recordKinds.flatMap((kind) =>
    [kind, `${kind}_history`].flatMap((table) => missingColumns(table, recordColumns(kind))),
  ),
  ...factNames.flatMap((name) => missingColumns(name, factTable(name).columns)),
];
