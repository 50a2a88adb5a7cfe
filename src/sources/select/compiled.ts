/** What a value of a mapping becomes: an expression, and the tests that the row must pass. */
import type { Mapping } from '../mapping/mapping.ts';
import type { Layers } from './layers.ts';
import type { RawRow } from './raw-row.ts';

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

/** A text that gave no value, in a column whose mapping says that such a value is unknown. */
export interface Dropped {
  readonly failed: string;
  readonly text: string;
}

export interface CompiledValue {
  readonly sql: string;
  readonly checks: readonly Check[];
  /** Null where nothing can be dropped. */
  readonly dropped: Dropped | null;
  /** For a time: as it stood on the wall, before the zone. */
  readonly local: string | null;
}
