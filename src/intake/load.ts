/** What a load is asked for and what it answers. */
import type { FactSettings, FileCounts, LoadableWarehouse } from '../warehouse/index.ts';

export interface IntakeLimits {
  /** A load of which a larger share is broken is refused. */
  readonly maxQuarantinedShare: number;
  /** After so many days the raw text of what was set aside is forgotten. */
  readonly quarantineDays: number;
  /** Memory of the process that reads a file. */
  readonly memoryMb: number;
}

export const defaultIntakeLimits: IntakeLimits = {
  maxQuarantinedShare: 0.5,
  quarantineDays: 30,
  memoryMb: 256,
};

/** What every door into the warehouse needs. */
export interface IntakeOptions {
  readonly warehouse: LoadableWarehouse;
  readonly settings?: FactSettings;
  readonly limits?: Partial<IntakeLimits>;
  readonly signal?: AbortSignal;
  /** A few words for the person who waits. */
  readonly onProgress?: (text: string) => void;
}

/** What became of the records of one file. */
export interface FileResult extends FileCounts {
  readonly file: string;
}

export interface LoadResult {
  readonly load: number;
  readonly files: readonly FileResult[];
}
