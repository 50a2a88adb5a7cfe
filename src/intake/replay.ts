/** Loads what was set aside as broken once more, after the mapping or the records were mended. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../model/index.ts';
import { isFor, type Mapping, readMapping } from '../sources/index.ts';
import type { LoadedFile, Row, Warehouse } from '../warehouse/index.ts';
import type { IntakeOptions, LoadResult } from './load.ts';
import { loadSources, type Source } from './load-sources.ts';
import { linesOf, type WrittenAs } from './mended-lines.ts';

export interface ReplayOptions extends IntakeOptions {
  /** Of this load only. */
  readonly load?: number;
  /** A file with the mended records, written as the first one was; without it what was set aside is read again as it is. */
  readonly file?: string;
  readonly mappings?: readonly string[];
}

/**
 * One load of the broken records that wait; what is still broken is set aside again, by the new load.
 * Undoing that load makes the old ones wait again.
 *
 * @throws Problem `nothing_waiting`, `replay_ambiguous`, and what `importFiles` throws
 * @example await replayQuarantine({ warehouse, load: 3, mappings: ['mappings/calls.yaml'] })
 */
export async function replayQuarantine({
  load,
  file,
  mappings = [],
  ...options
}: ReplayOptions): Promise<LoadResult> {
  const { warehouse } = options;
  const waiting = await filesWaiting(warehouse, load);
  if (waiting.length === 0) throw nothingWaiting(load);
  const known = mappings.map(readMapping);
  const folder = mkdtempSync(join(warehouse.stagingFolder, 'replay-'));
  try {
    const sources =
      file === undefined
        ? await writtenOut(warehouse, waiting, { known, folder })
        : [mended(file, waiting, known)];
    const lenient = { ...options, limits: { ...options.limits, maxQuarantinedShare: 1 } };
    return await loadSources(sources, lenient, waiting);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file of a load of which broken records wait. */
interface Waiting extends LoadedFile {
  readonly name: string;
  readonly mapping: string;
  readonly written: WrittenAs;
}

async function filesWaiting({ db, rows }: Warehouse, load: number | undefined): Promise<readonly Waiting[]> {
  let query = db
    .selectFrom('set_aside as s')
    .innerJoin('load_files as f', (join) =>
      join.onRef('f.load', '=', 's.load').onRef('f.file', '=', 's.file'),
    )
    .select(['f.load', 'f.file', 'f.name', 'f.mapping', 'f.written'])
    .distinct()
    .where('s.kind', '=', 'quarantined')
    .where('s.replayed_by', 'is', null)
    .where('s.raw', 'is not', null)
    .orderBy('f.load')
    .orderBy('f.file');
  if (load !== undefined) query = query.where('s.load', '=', load);
  return (await rows(query)).map(waitingOf);
}

const waitingOf = (row: Row): Waiting => ({
  load: Number(row.load),
  file: Number(row.file),
  name: String(row.name),
  mapping: String(row.mapping),
  written: JSON.parse(String(row.written)) as WrittenAs,
});

const mappingOf = ({ name, mapping }: Waiting, known: readonly Mapping[]): Mapping =>
  known.find((each) => isFor(each, name)) ?? readMapping(mapping);

function mended(file: string, waiting: readonly Waiting[], known: readonly Mapping[]): Source {
  const [only, other] = waiting;
  if (only !== undefined && other === undefined)
    return { path: file, name: file, mapping: mappingOf(only, known) };
  throw new Problem('replay_ambiguous', {
    place: file,
    found: `broken records of ${waiting.length} files are waiting`,
    expected: 'a mended file for one of them',
    todo: 'say which load it mends with --load',
  });
}

interface Writing {
  readonly known: readonly Mapping[];
  readonly folder: string;
}

/** The waiting records of each file as a file like the first one. */
function writtenOut(
  warehouse: Warehouse,
  waiting: readonly Waiting[],
  { known, folder }: Writing,
): Promise<Source[]> {
  return Promise.all(
    waiting.map(async (each) => {
      const path = join(folder, `${each.load}-${each.file}.csv`);
      const raws = warehouse.stream(
        warehouse.db
          .selectFrom('set_aside')
          .select('raw')
          .where('load', '=', each.load)
          .where('file', '=', each.file)
          .where('kind', '=', 'quarantined')
          .where('replayed_by', 'is', null)
          .where('raw', 'is not', null)
          .orderBy('place'),
      );
      await pipeline(Readable.from(linesOf(raws, each.written)), createWriteStream(path, { mode: 0o600 }));
      return {
        path,
        name: `${each.name} (replayed)`,
        mapping: mappingOf(each, known),
        format: formatOf(each.written),
      };
    }),
  );
}

const formatOf = ({ delimiter, quote }: WrittenAs): NonNullable<Source['format']> => ({
  type: 'csv',
  encoding: 'utf-8',
  repair: {},
  delimiter,
  quote: quote === '' ? 'none' : quote,
  header: true,
  skip: 0,
});

const nothingWaiting = (load: number | undefined): Problem =>
  new Problem('nothing_waiting', {
    found: `no broken record${load === undefined ? '' : ` of load ${load}`} is waiting`,
    expected: 'records that were set aside as broken and not replayed since',
    todo: 'see what there is with "tidemark quarantine list"',
  });
