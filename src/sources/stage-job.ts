/** What a reader is given inside the child process. */
import type { FileFormat, Limits } from './format.ts';
import type { FirstLook } from './text/look.ts';

export interface StageJob {
  readonly path: string;
  readonly format: FileFormat;
  /** Where staged files go. */
  readonly folder: string;
  readonly limits: Limits;
  /** Never hand the file itself to the engine. */
  readonly careful: boolean;
  readonly look: FirstLook;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}
