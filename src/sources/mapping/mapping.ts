/** A mapping as the rest of the room uses it: checked, with every shorthand written out. */
import type { RecordKind } from '../../model/index.ts';
import type { FileFormat } from '../format.ts';
import type { Condition } from './schema.ts';

export type { Condition } from './schema.ts';

/** Where a value comes from before anything is done to it. */
export type Origin =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'join'; readonly columns: readonly string[] }
  | { readonly kind: 'first_of'; readonly columns: readonly string[] }
  | { readonly kind: 'choose'; readonly branches: readonly Value[] }
  /** The id of the first output's record: what further records belong to. */
  | { readonly kind: 'key' };

export interface Value {
  readonly origin: Origin;
  readonly when: Condition | null;
  readonly separator: string | null;
  readonly extract: string | null;
  readonly words: Readonly<Record<string, string>> | null;
  /** Words, or regular expressions between slashes. */
  readonly unknownIf: readonly string[];
  readonly formats: readonly string[];
  /** The first of the columns that is filled. */
  readonly clock: { readonly columns: readonly string[]; readonly format: string } | null;
  readonly after: string | null;
  /** A column with a duration that is added. */
  readonly plus: string | null;
  readonly zone: string | null;
  readonly unit: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly ifInvalid: 'quarantine' | 'unknown';
}

export interface Exclusion {
  readonly reason: string;
  readonly sentence: string | null;
  readonly when: Condition;
}

/** The columns that make the id; `content` = every field, `place` = file and line. */
export type Key = readonly string[] | 'content' | 'place';

export interface Output {
  readonly record: RecordKind;
  /** null: the id of the first output with `suffix`. */
  readonly key: Key | null;
  /** Tells the records of one row apart. */
  readonly suffix: string;
  readonly columns: 'by_name' | Readonly<Record<string, Value>>;
  readonly attributes: 'rest' | 'none' | readonly string[];
  readonly when: Condition | null;
}

export interface Mapping {
  /** The file it was read from. */
  readonly path: string;
  readonly source: string;
  readonly files: readonly string[];
  readonly format: FileFormat;
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly zone: string | null;
  readonly missing: readonly string[];
  readonly exclude: readonly Exclusion[];
  /** The first is the primary record: it decides what becomes of the row. */
  readonly outputs: readonly [Output, ...Output[]];
}

/** A value to which nothing is done. */
export const plainValue: Omit<Value, 'origin'> = {
  when: null,
  separator: null,
  extract: null,
  words: null,
  unknownIf: [],
  formats: [],
  clock: null,
  after: null,
  plus: null,
  zone: null,
  unit: null,
  min: null,
  max: null,
  ifInvalid: 'quarantine',
};

/** A column of the file as it stands. */
export const fromColumn = (column: string): Value => ({ ...plainValue, origin: { kind: 'column', column } });

export const constant = (value: string): Value => ({ ...plainValue, origin: { kind: 'constant', value } });

/** The id of the row's first record. */
export const ownKey: Value = { ...plainValue, origin: { kind: 'key' } };
