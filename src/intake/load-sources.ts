/** Stages files in a private folder, loads them, and leaves nothing behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../model/index.ts';
import type { FileFormat, Mapping } from '../sources/index.ts';
import {
  CountsDiffer,
  defaultFactSettings,
  type LoadedFile,
  type LoadOrder,
  refreshFacts,
} from '../warehouse/index.ts';
import { judge } from './judge.ts';
import { defaultIntakeLimits, type IntakeOptions, type LoadResult } from './load.ts';
import { forgetOldRaw } from './quarantine.ts';
import { stageSource } from './stage-source.ts';
import { twoAtATime } from './two-at-a-time.ts';

export interface Source {
  readonly path: string;
  /** How the file is called in the books. */
  readonly name: string;
  readonly mapping: Mapping;
  /** How the file is written, where it is not as the mapping says. */
  readonly format?: FileFormat;
}

export async function loadSources(
  sources: readonly Source[],
  options: IntakeOptions,
  replays: readonly LoadedFile[] = [],
): Promise<LoadResult> {
  const folder = mkdtempSync(join(options.warehouse.stagingFolder, 'load-'));
  try {
    await forgetOldRaw(options);
    return await attempt(sources, options, { folder, careful: new Set(), replays });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Attempt {
  readonly folder: string;
  /** Files (counted from 1) about which the engine and the quick look did not agree. */
  readonly careful: ReadonlySet<number>;
  readonly replays: readonly LoadedFile[];
}

async function attempt(
  sources: readonly Source[],
  options: IntakeOptions,
  { folder, careful, replays }: Attempt,
): Promise<LoadResult> {
  const stagings = sources.map((source, index) => (stop: AbortSignal) => {
    const number = index + 1;
    return stageSource(source, { ...options, signal: stop, folder, number, careful: careful.has(number) });
  });
  const files = await twoAtATime(stagings, options.signal);
  const { warehouse, settings = defaultFactSettings, signal, onProgress } = options;
  const limits = { ...defaultIntakeLimits, ...options.limits };
  const order: LoadOrder = {
    files,
    settings,
    refreshFacts,
    ...(signal === undefined ? {} : { signal }),
    replays,
    judge: (counts, books) => judge(counts, { sources, limits, books }),
    onStep: (step) =>
      onProgress?.(step.step === 'file' ? `loading ${sources[step.file - 1]?.name}` : 'making the facts'),
  };
  try {
    const { load, files: counts } = await warehouse.load(order);
    return { load, files: counts.map((each, index) => ({ file: sources[index]?.name ?? '', ...each })) };
  } catch (error) {
    if (!(error instanceof CountsDiffer)) throw error;
    if (careful.has(error.file)) throw unaccountable(sources[error.file - 1], error);
    return await attempt(sources, options, { folder, careful: new Set([...careful, error.file]), replays });
  }
}

const unaccountable = (source: Source | undefined, error: CountsDiffer): Problem =>
  new Problem(
    'records_unaccounted',
    {
      place: source?.name ?? 'the file',
      found: error.message,
      expected: 'every record to be loaded, a duplicate or set aside',
      todo: 'nothing was loaded; please report this with a file that shows it',
    },
    { cause: error },
  );
