/**
 * The one row that says which warehouse there is: every table at the snapshot of the newest commit, and who is writing the
 * next one. Iceberg commits table by table; readers follow this row, so that all of a load becomes visible at once.
 */
import type { Row } from '../warehouse.ts';

/** The table, in the schema of the warehouse; it always has one row. */
export const headTable = 'head';

/** One state of the whole warehouse. */
export interface Commit {
  /** Counts from 0, the empty warehouse; each load, undo or restatement makes the next one. */
  readonly no: number;
  /** The snapshot of each table, by its name; ids have more digits than a number holds, so they are texts. */
  readonly snapshots: Readonly<Record<string, string>>;
}

/** Asks for the newest commit; the answer's row is for `commitOf`. */
export const newestCommit = `select no, snapshots from ${headTable}`;

export const commitOf = (row: Row): Commit => ({
  no: Number(row['no']),
  snapshots: JSON.parse(String(row['snapshots'])) as Readonly<Record<string, string>>,
});
