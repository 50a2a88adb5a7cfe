/** The seam between reading a file and loading it: raw text rows on one side, typed record rows on the other. */
import type { RecordKind } from '../model/index.ts';
import type { Encoding, FileType } from './format.ts';

/** A delimited UTF-8 text file that the engine can read strictly: the user's own where it is clean, else one made beside it. */
export interface StagedText {
  readonly path: string;
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  /** The column names in the file's order, as unique identifiers of the raw relation (`raw_0`, `raw_1`, …). */
  readonly columns: readonly string[];
  /** Whether the first column, named `_place`, is the line (or sheet row) at which the record began. */
  readonly hasPlace: boolean;
  /**
   * false: no field begins or ends with a blank, so nothing needs trimming; the engine reads empty fields as null.
   */
  readonly padded?: boolean;
}

/** One file after the reader: every record is either in `text` or in `rejected`. */
export interface Staged {
  readonly file: string;
  /** Records found in the file: rows after the header, however broken. */
  readonly records: number;
  /** The file's own column names, in order; `text.columns` are their identifiers. */
  readonly names: readonly string[];
  readonly text: StagedText;
  readonly rejected: RejectedFile;
  /** What was detected or set: encoding, delimiter, decimal mark … for people to read. */
  readonly notes: readonly string[];
  /** How the file is written, as set or found, with the repairs that are in use or offered. */
  readonly detected?: DetectedFormat;
}

export interface DetectedFormat {
  readonly type: FileType;
  readonly encoding: Encoding;
  readonly repair: Readonly<Record<string, string>>;
  /** Lines before the header, and whether there is one. */
  readonly skip?: number;
  readonly header?: boolean;
}

/** JSON lines, one `Rejected` each, in a private file. */
export interface RejectedFile {
  readonly path: string;
  readonly count: number;
}

export interface Rejected {
  /** Line (or sheet row) at which the record began. */
  readonly place: number;
  /** Stable reason code: `too_few_fields`, `too_many_fields`, `stray_quote`, `unclosed_quote`, `not_json`, `bad_bytes` … */
  readonly code: string;
  readonly sentence: string;
  readonly raw: string;
}

/**
 * One SELECT over the raw relation that yields one row per raw row. Its columns: `_place` (bigint), `_set_aside`
 * (null, `excluded` or `quarantined`), `_reason` (a code), `_sentence`, `_raw` (the raw fields as a JSON object, only where
 * set aside), `_present` (false where this output makes no record of the row), then `source`, `id`, `version_at` and
 * every column of the record table, typed.
 */
export interface MappedSelect {
  readonly record: RecordKind;
  /** The first output of a mapping: it alone decides what becomes of the row; the others follow it. */
  readonly primary: boolean;
  readonly sql: string;
  /** Words outside the closed lists, to be counted as drift: a SELECT of (column, word, count), or null. */
  readonly driftSql: string | null;
  /** Values that the mapping calls unknown, to be counted with them: a SELECT of (id, column, word), or null. */
  readonly droppedSql: string | null;
}
