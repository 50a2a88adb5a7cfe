/** The loads there were, and undoing one. */
import { nearest, Problem } from '../model/index.ts';
import { defaultFactSettings, refreshFacts, type Warehouse } from '../warehouse/index.ts';
import type { FileResult, IntakeOptions } from './load.ts';

export interface PastLoad {
  readonly load: number;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly files: readonly (FileResult & {
    readonly mapping: string;
    readonly source: string;
    readonly notes: readonly string[];
  })[];
}

/** Every load, the newest first. */
export async function listLoads({ db, rows }: Warehouse): Promise<readonly PastLoad[]> {
  const loads = await rows(
    db.selectFrom('loads').select(['load', 'at', 'undone_at']).orderBy('load', 'desc'),
  );
  const files = await rows(db.selectFrom('load_files').selectAll().orderBy('file'));
  return loads.map((load) => ({
    load: Number(load['load']),
    at: String(load['at']),
    undoneAt: load['undone_at'] === null ? null : String(load['undone_at']),
    files: files.filter((file) => file['load'] === load['load']).map(fileOf),
  }));
}

const fileOf = (row: Readonly<Record<string, unknown>>): PastLoad['files'][number] => ({
  file: String(row['name']),
  mapping: String(row['mapping']),
  source: String(row['source']),
  records: Number(row['records']),
  loaded: Number(row['loaded']),
  duplicates: Number(row['duplicates']),
  quarantined: Number(row['quarantined']),
  excluded: Number(row['excluded']),
  reasons: JSON.parse(String(row['reasons'])) as Record<string, number>,
  notes: row['notes'] as readonly string[],
});

/**
 * Takes a load away as if it had never been, whichever came after it. What it set aside goes with it.
 *
 * @throws Problem `load_unknown`, `load_undone`
 */
export async function undoLoad(
  load: number,
  { warehouse, settings = defaultFactSettings, signal }: IntakeOptions,
): Promise<PastLoad> {
  const loads = await listLoads(warehouse);
  const found = loads.find((each) => each.load === load);
  if (found === undefined) throw unknown(load, loads);
  if (found.undoneAt !== null) {
    throw new Problem('load_undone', {
      found: `load ${load} was undone at ${found.undoneAt}`,
      expected: 'a load that stands',
      todo: 'see which ones stand with "tidemark loads list"',
    });
  }
  await warehouse.undo(load, { settings, refreshFacts, ...(signal === undefined ? {} : { signal }) });
  return found;
}

const unknown = (load: number, loads: readonly PastLoad[]): Problem => {
  const standing = loads.filter(({ undoneAt }) => undoneAt === null).map((each) => String(each.load));
  const near = nearest(String(load), standing);
  return new Problem('load_unknown', {
    found: `no load ${load}`,
    expected: standing.length === 0 ? 'a load, and there is none' : `one of ${standing.join(', ')}`,
    todo: near === null ? 'import a file first' : 'see them with "tidemark loads list"',
  });
};
