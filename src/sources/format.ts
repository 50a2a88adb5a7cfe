/** How a file is written: what a mapping may set, and what is detected where it does not. */

export const fileTypes = ['csv', 'jsonl', 'xlsx'] as const;
export type FileType = (typeof fileTypes)[number];

export const encodings = [
  'utf-8',
  'utf-8+windows-1252',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'cp850',
] as const;
export type Encoding = (typeof encodings)[number];

/** Everything is optional: what is absent is detected, and said in the notes. */
export interface FileFormat {
  readonly type?: FileType | undefined;
  readonly encoding?: Encoding | undefined;
  /** Bytes that stand for another character than the encoding says, e.g. `0x82` → `é` (two code pages in one file). */
  readonly repair?: Readonly<Record<string, string>> | undefined;
  readonly delimiter?: string | undefined;
  /** The quotation mark, or `none` where quotation marks are ordinary characters. */
  readonly quote?: string | undefined;
  /** Whether the first row holds the names; true where absent. */
  readonly header?: boolean | undefined;
  /** Lines (or sheet rows) before the header that are no records. */
  readonly skip?: number | undefined;
  /** A sheet's name, or its number counted from 1; the first where absent. */
  readonly sheet?: string | number | undefined;
}

export interface Limits {
  /** Memory of the child process for JavaScript values. */
  readonly memoryMb: number;
  readonly timeoutMs: number;
  /** A longer record is set aside. */
  readonly maxRecordBytes: number;
  /** A quoted field that does not close within so many lines was never meant to open. */
  readonly maxRecordLines: number;
  readonly maxColumns: number;
  /** An XLSX file that unpacks to more is refused. */
  readonly maxUnpackedBytes: number;
}

export const defaultLimits: Limits = {
  memoryMb: 384,
  timeoutMs: 30 * 60_000,
  maxRecordBytes: 1 << 20,
  maxRecordLines: 2_000,
  maxColumns: 2_000,
  maxUnpackedBytes: 4 * 2 ** 30,
};
