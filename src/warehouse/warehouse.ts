/** What every engine must be able to do; the engines' folders hold how. */
import type { CompiledQuery, Kysely } from 'kysely';
import type { ColumnType, Grain } from '../model/index.ts';

/** Any table of records or facts, by name; columns are looked up in `model/records` and `facts`, never taken from users. */
// biome-ignore lint/suspicious/noExplicitAny: the tables are data (model/records, facts), so their types cannot be static
export type Tables = Record<string, any>;

export type Row = Readonly<Record<string, unknown>>;

export interface AskOptions {
  /** Milliseconds after which the statement is cancelled. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** A warehouse that was opened: one process owns the file. */
export interface Warehouse {
  readonly engine: 'duckdb' | 'trino';
  /** How many statements are asked side by side: enough to keep it busy while one is planned. */
  readonly sideBySide: number;
  /** Builds statements in the engine's dialect; it never runs them by itself. */
  readonly db: Kysely<Tables>;
  /** The functions that engines name differently. */
  readonly functions: EngineFunctions;
  /** Every row, as plain values: numbers, strings, booleans, null; instants as ISO text in UTC. */
  rows(query: Compilable, options?: AskOptions): Promise<readonly Row[]>;
  /** The same in batches, so that any size fits in memory. */
  stream(query: Compilable, options?: AskOptions): AsyncIterable<readonly Row[]>;
  /** What the warehouse knows of its own data. */
  state(): Promise<WarehouseState>;
  close(): Promise<void>;
}

export interface Compilable {
  compile(): CompiledQuery;
}

export interface WarehouseState {
  /** Changes with every load and undo; the same data gives the same version. */
  readonly dataVersion: string;
  /** The last instant seen in any record, ISO UTC; null while empty. Open cases are censored here. */
  readonly dataThrough: string | null;
  readonly dataFrom: string | null;
  /** Rows by record table. */
  readonly counts: Readonly<Record<string, number>>;
}

type Expression = import('kysely').Expression<unknown>;
type Fragment<T> = import('kysely').RawBuilder<T>;

/** Expressions whose spelling differs between engines. */
export interface EngineFunctions {
  /** The local date (as `YYYY-MM-DD` text) of the first day of the unit in which an instant lies. */
  localStart(instant: Expression, grain: Grain, zone: string): Fragment<string>;
  /** 0–23 in the zone. */
  localHour(instant: Expression, zone: string): Fragment<number>;
  /** 1 (Monday) – 7 (Sunday) in the zone. */
  localWeekday(instant: Expression, zone: string): Fragment<number>;
  /** An ISO text bound as an instant. */
  instant(iso: string): Fragment<string>;
  /** Seconds between two instants, fractions kept. */
  secondsBetween(from: Expression, to: Expression): Fragment<number>;
  /** How many whole stretches of so many seconds have passed from an instant to a later one. */
  stretchesBetween(from: Expression, to: Expression, seconds: number): Fragment<number>;
  /** The instant so many seconds later, to the microsecond. */
  later(from: Expression, seconds: Expression): Fragment<string>;
  /** A text or number as a number; null where it is none. */
  number(value: Expression): Fragment<number | null>;
  /**
   * One row for each different text of a list, and one with null for a list that has none: what is selected, and what is
   * joined to the rows for it, where anything is.
   */
  eachOf(list: Expression): {
    readonly value: Fragment<string | null>;
    readonly beside: import('kysely').AliasedRawBuilder<unknown, 'each_of'> | null;
  };
  /** Whether a list has any of some texts. */
  holdsAny(list: Expression, values: readonly string[]): Fragment<boolean>;
  isEmpty(list: Expression): Fragment<boolean>;
  /** In a grouped SELECT: the value below which a share of the values lies, exactly, between two of them by their distance. */
  quantile(value: Expression, share: number, when: Expression): Fragment<number | null>;
  /** A relation of the hours `begins` from one instant to another. */
  hours(from: string, to: string): Fragment<unknown>;
  /** What is written for two values that are equal, or both unknown; texts join by it. */
  same(a: Expression, b: Expression): Fragment<boolean>;
  /** A number, truth or instant as text, as people would write it. */
  text(value: Expression, type: ColumnType): Fragment<string | null>;
  /** One number for some texts: the same for the same ones, and hardly ever for others. Not to be kept: it may change. */
  likeness(texts: readonly Expression[]): Fragment<number>;
  /** About how many different values a column has in its whole table, as far as is known without looking; else null. */
  variety(column: Expression): Fragment<number | null>;
  /** Whether it is known that no row of a column's whole table has a value there; null where the engine cannot tell without looking. */
  isBare: ((column: Expression) => Fragment<boolean>) | null;
  /** The statement that takes all rows out of a table; nobody else may be writing to it. */
  emptying(table: string): Fragment<unknown>;
  /** A text value inside a JSON column; the name is bound, never written into the statement. */
  attribute(json: Expression, name: string): Fragment<string | null>;
}
