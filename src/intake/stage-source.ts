/** Brings one file into the private folder as text that the engine can read. */
import { constants, copyFileSync, linkSync, mkdtempSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../model/index.ts';
import { mappedSelects, type Staged, stageFile } from '../sources/index.ts';
import { defaultFactSettings, type StagedFile } from '../warehouse/index.ts';
import { defaultIntakeLimits, type IntakeOptions } from './load.ts';
import type { Source } from './load-sources.ts';

interface StagingOptions extends IntakeOptions {
  readonly folder: string;
  readonly number: number;
  /** Take nothing for granted: read every byte by hand. */
  readonly careful: boolean;
}

export async function stageSource(source: Source, options: StagingOptions): Promise<StagedFile> {
  const { mapping, name } = source;
  const { limits, settings = defaultFactSettings, careful } = options;
  const folder = mkdtempSync(join(options.folder, `${options.number}-`));
  options.onProgress?.(`reading ${name}`);
  const staged = await stageFile(
    source.path,
    { ...mapping.format, ...source.format },
    {
      folder,
      careful,
      limits: { memoryMb: limits?.memoryMb ?? defaultIntakeLimits.memoryMb },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onProgress: (bytes) => options.onProgress?.(`reading ${name}: ${Math.round(bytes / 1e6)} MB`),
    },
  );
  const inside = {
    ...staged,
    file: name,
    text: { ...staged.text, path: broughtInside(staged.text.path, folder) },
  };
  return {
    staged: inside,
    source: mapping.source,
    mapping: mapping.path,
    placed: mapping.outputs.some(({ key }) => key === 'place'),
    selects: (relation) => mappedSelects(mapping, inside, relation, { zone: settings.zone, place: '_place' }),
  };
}

/** The engine reads no other folder. A second name for the same bytes costs nothing; across disks it is a copy. */
function broughtInside(path: Staged['text']['path'], folder: string): string {
  if (path.startsWith(folder)) return path;
  const inside = join(folder, 'file');
  try {
    linkSync(realpathSync(path), inside);
  } catch {
    copy(path, inside);
  }
  return inside;
}

function copy(path: string, inside: string): void {
  try {
    copyFileSync(path, inside, constants.COPYFILE_FICLONE);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')) throw cause;
    throw new Problem(
      'disk_full',
      {
        place: path,
        found: 'the disk is full',
        expected: 'room for a copy of the file beside the warehouse',
        todo: 'free some space and run the same command again; nothing was changed',
      },
      { cause, exitCode: 3 },
    );
  }
}
