/** What `tidemark import` of a million records, a third of them broken, holds in memory: node bench/memory.ts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrokenFile, writeBrokenFile } from '../src/sources/csv/fixture-broken-file.ts';
import type { Measure } from './measure.ts';
import { memoryOfTree, type TreeMemory } from './tree-memory.ts';

const config = `company: { name: Memory }
mappings: [mappings/*.yaml]
intake: { max_quarantined_share: 0.9 }
`;
const mapping = `source: desk
files: "*.csv"
record: cases
key: id
columns: { opened_at: opened, status: status }
`;

export interface BrokenImport {
  readonly truth: BrokenFile;
  readonly held: TreeMemory;
  readonly folder: string;
}

/** Imports the file into a project of its own, which stays in the folder. */
export async function importBroken(folder: string, records: number): Promise<BrokenImport> {
  mkdirSync(join(folder, 'mappings'));
  writeFileSync(join(folder, 'tidemark.yaml'), config);
  writeFileSync(join(folder, 'mappings', 'desk.yaml'), mapping);
  const file = join(folder, 'broken.csv');
  const truth = await writeBrokenFile(file, records);
  const command = join(import.meta.dirname, '../bin/tidemark.js');
  const words = [command, '--project', folder, 'import', file, '--json'];
  return { truth, held: await memoryOfTree(process.execPath, words), folder };
}

export async function bench(records = 1_000_000): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-memory-'));
  try {
    const { held } = await importBroken(folder, records);
    if (held.code !== 0) throw new Error(held.words);
    return [
      {
        what: `memory of an import of ${records.toLocaleString('en')} records, a third of them broken`,
        seconds: held.seconds,
        goal: 'at most 512 MB',
        more: `${Math.round(held.mb)} MB (resident, shared pages counted twice: ${Math.round(held.residentMb)} MB)`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000)));
