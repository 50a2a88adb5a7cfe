/** Reads the demo's files back, for tests only: whole files as rows of named fields. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type TextRow = Readonly<Record<string, string>>;

/** Records of a CSV file; quoted fields may hold commas, doubled quotes and line breaks. */
export function readRecords(path: string): readonly (readonly string[])[] {
  const text = readFileSync(path, 'utf8');
  const records: string[][] = [];
  let record: string[] = [];
  const field = /("(?:[^"]|"")*"|[^,\n]*)([^,\n]*)([,\n])/gy;
  for (let found = field.exec(text); found !== null; found = field.exec(text)) {
    const [, value = '', , end] = found;
    record.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** The last version of every whole record by its id; broken records (ids beginning with X) are left out. */
export function readRows(folder: string, name: string): readonly TextRow[] {
  const [header = [], ...records] = readRecords(join(folder, 'data', `${name}.csv`));
  const rows = new Map<string, TextRow>();
  for (const record of records) {
    const [id = '', version = ''] = record;
    const known = rows.get(id);
    const older = name === 'cases' && known !== undefined && (known.version_at ?? '') > version;
    if (!id.startsWith('X') && !older)
      rows.set(id, Object.fromEntries(header.map((key, i) => [key, record[i] ?? ''])));
  }
  return [...rows.values()];
}

export const readTruth = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'data', 'truth.json'), 'utf8'));

/** z of the difference between two shares. */
export function zOfShares(hits: number, of: number, otherHits: number, otherOf: number): number {
  const pooled = (hits + otherHits) / (of + otherOf);
  return (hits / of - otherHits / otherOf) / Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / otherOf));
}
