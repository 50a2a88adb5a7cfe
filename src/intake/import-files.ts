/** Files in, records in the warehouse: all of them or none. */
import { basename, resolve } from 'node:path';
import { nearest, Problem } from '../model/index.ts';
import { isFor, lookAt, type Mapping, readMapping } from '../sources/index.ts';
import type { IntakeOptions, LoadResult } from './load.ts';
import { loadSources } from './load-sources.ts';

export interface ImportOptions extends IntakeOptions {
  readonly files: readonly string[];
  /** Mapping files, each of which says for which names it is. */
  readonly mappings?: readonly string[];
  /** One mapping for every file, whatever its name. */
  readonly mapping?: string;
}

/**
 * Loads files by their mappings, all of them with the facts made from them or none.
 * Loading a file again changes nothing. For every file: records = loaded + duplicates + quarantined + excluded.
 *
 * @throws Problem `mapping_not_found`, `mapping_ambiguous`, `nothing_loaded`, `too_many_quarantined`, `key_not_unique`,
 *   `disk_full`, and what the reader says of a file that it cannot read; then nothing is loaded
 * @example await importFiles({ warehouse, files: ['calls.csv'], mapping: 'mappings/calls.yaml' })
 */
export async function importFiles({
  files,
  mappings = [],
  mapping,
  ...options
}: ImportOptions): Promise<LoadResult> {
  for (const file of files) lookAt(file);
  const known = mapping === undefined ? mappings.map(readMapping) : [];
  const given = mapping === undefined ? null : readMapping(mapping);
  const sources = files.map((file) => ({
    path: resolve(file),
    name: file,
    mapping: given ?? mappingFor(file, known),
  }));
  return await loadSources(sources, options);
}

function mappingFor(file: string, mappings: readonly Mapping[]): Mapping {
  const fitting = mappings.filter((mapping) => isFor(mapping, file));
  const [only, other] = fitting;
  if (only === undefined) throw notFound(file, mappings);
  if (other === undefined) return only;
  throw new Problem('mapping_ambiguous', {
    place: file,
    found: `${fitting.length} mappings that are for files of this name: ${fitting.map(({ path }) => path).join(', ')}`,
    expected: 'one',
    todo: 'name one with --mapping, or make the patterns under "files" narrower',
  });
}

function notFound(file: string, mappings: readonly Mapping[]): Problem {
  const patterns = mappings.flatMap(({ files }) => files);
  const near = nearest(basename(file), patterns);
  return new Problem('mapping_not_found', {
    place: file,
    found:
      patterns.length === 0
        ? 'no mapping in this project'
        : `no mapping for this name${near === null ? '' : ` (the nearest is for ${near})`}`,
    expected: 'a mapping whose "files" pattern fits the name',
    todo: `let "tidemark inspect ${basename(file)}" propose one, or name one with --mapping`,
  });
}
