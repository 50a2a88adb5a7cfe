/** What an inspection says about a file, as data. */
import type { RecordKind } from '../../model/index.ts';
import type { FileFormat } from '../format.ts';

export interface InspectedColumn {
  readonly name: string;
  /** In words: "time, DD/MM/YYYY HH:mm", "whole number, 0 to 5" … */
  readonly type: string;
  readonly filled: number;
  /** About how many different values. */
  readonly distinct: number;
  /** A few values; what looks personal is masked. */
  readonly examples: readonly string[];
  /** The column of our record that it becomes; null where it stays aside. */
  readonly part: string | null;
  /** Why, in a sentence. */
  readonly why: string;
}

export interface KeyTried {
  readonly columns: readonly string[];
  /** Records that share their key with another one, over the whole file. */
  readonly shared: number;
}

export interface Trial {
  readonly loaded: number;
  readonly quarantined: number;
  readonly excluded: number;
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly example: string }[];
  /** Words that no list of ours knows. */
  readonly drift: readonly { readonly column: string; readonly word: string; readonly count: number }[];
}

export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  readonly format: FileFormat;
  /** What was detected, and what could not be known: nothing is guessed in silence. */
  readonly notes: readonly string[];
  /** Guesses that a person should look at. */
  readonly questions: readonly string[];
  readonly records: number;
  /** Records that could not be taken apart, with the first few reasons. */
  readonly rejected: {
    readonly count: number;
    readonly reasons: readonly { readonly code: string; readonly count: number; readonly place: number }[];
  };
  readonly columns: readonly InspectedColumn[];
  /** What one row is; null where no kind of ours fits. */
  readonly record: RecordKind | null;
  readonly why: string;
  readonly key: {
    readonly chosen: KeyTried | null;
    readonly tried: readonly KeyTried[];
    readonly why: string;
  };
  /** A mapping that loads as it is, with its reasons as comments; null where none can be made. */
  readonly mapping: string | null;
  /** What the mapping would do with this very file; null without one. */
  readonly trial: Trial | null;
}
