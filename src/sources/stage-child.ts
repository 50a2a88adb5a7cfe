/** The child process that reads one untrusted file, and says what came of it. */

import { Problem } from '../model/index.ts';
import type { FileFormat, Limits } from './format.ts';
import { stageHere } from './stage-here.ts';

export interface StageOrder {
  readonly path: string;
  readonly format: FileFormat;
  readonly folder: string;
  readonly limits: Limits;
  /** Never hand the file itself to the engine. */
  readonly careful: boolean;
}

process.once('message', (order: StageOrder) => {
  carryOut(order).then(
    (message) => process.send?.(message, () => process.exit(0)),
    () => process.exit(1),
  );
});

async function carryOut(order: StageOrder): Promise<unknown> {
  try {
    return { staged: await stageHere({ ...order, onProgress: reporter() }) };
  } catch (error) {
    if (error instanceof Problem)
      return { problem: { code: error.code, facts: error.facts, exitCode: error.exitCode } };
    return { failure: { message: String(error), code: (error as NodeJS.ErrnoException).code ?? null } };
  }
}

/** At most five times a second. */
function reporter(): (bytes: number) => void {
  let last = Date.now();
  return (bytes) => {
    const now = Date.now();
    if (now - last < 200) return;
    last = now;
    process.send?.({ progress: bytes });
  };
}
