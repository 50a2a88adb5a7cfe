/** For tests: small files of a desk, staged for whichever engine loads them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordKinds } from '../../src/model/index.ts';
import { parseMapping } from '../../src/sources/mapping/read.ts';
import { mappedSelects } from '../../src/sources/select/mapped-selects.ts';
import type { LoadableWarehouse, StagedFile } from '../../src/warehouse/loading.ts';
import { recordColumns } from '../../src/warehouse/record-columns.ts';

/** One file: a header, lines, and the mapping that reads them. */
export interface DeskFile {
  readonly mapping: string;
  readonly names: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

let files = 0;

export function staged(
  { stagingFolder }: LoadableWarehouse,
  { mapping: text, names, lines }: DeskFile,
): StagedFile {
  files += 1;
  const path = join(stagingFolder, `desk-${files}.csv`);
  writeFileSync(path, `${[names, ...lines].map((line) => line.join(',')).join('\n')}\n`);
  const mapping = parseMapping(text, 'desk.yaml');
  const file = {
    file: 'desk.csv',
    records: lines.length,
    names,
    text: {
      path,
      delimiter: ',',
      quote: '"',
      header: true,
      columns: names.map((_, i) => `raw_${i}`),
      hasPlace: false,
    },
    rejected: { path: '', count: 0 },
    notes: ['by hand'],
  };
  const selects = (relation: string) => mappedSelects(mapping, file, relation, { place: '_place' });
  return { staged: file, source: 'desk', mapping: mapping.path, placed: false, selects };
}

const casesMapping = `source: desk
files: '*.csv'
record: cases
key: id
columns: { opened_at: opened, version_at: version, customer_id: customer, team: team, resolved_at: resolved, tags: tags }
events: [resolved]
`;

export const casesFile = (lines: DeskFile['lines']): DeskFile => ({
  mapping: casesMapping,
  names: ['id', 'opened', 'version', 'customer', 'team', 'resolved', 'tags'],
  lines,
});

export const messagesFile = (lines: DeskFile['lines']): DeskFile => ({
  mapping: `source: desk
files: '*.csv'
record: messages
key: id
columns: { at: at, case_id: case, author_id: author, author_kind: { value: agent } }
`,
  names: ['id', 'at', 'case', 'author'],
  lines,
});

export const customersFile = (lines: DeskFile['lines']): DeskFile => ({
  mapping: `source: desk
files: '*.csv'
record: customers
key: id
columns: { segment: segment }
`,
  names: ['id', 'segment'],
  lines,
});

/** Everything that a warehouse keeps of records, in an order that does not depend on the engine. */
export async function everything(
  warehouse: LoadableWarehouse,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  const read = async (table: string, columns: readonly string[]): Promise<void> => {
    const rows = await warehouse.rows(warehouse.db.selectFrom(table).select([...columns]));
    if (rows.length > 0)
      found[table] = rows.map((row) => JSON.stringify(columns.map((name) => row[name] ?? null))).sort();
  };
  for (const kind of recordKinds) {
    const own = [...Object.keys(recordColumns(kind)), '_load', '_file', '_place'];
    await read(kind, own);
    await read(`${kind}_history`, [...own, '_gone']);
    await read(`${kind}_repeats`, ['source', 'id', '_of', '_load', '_file', '_place']);
  }
  await read('contents', ['record', 'rows', 'checksum', 'first_at', 'last_at', 'engine']);
  await read('dangling', ['record', 'column', 'target', 'source', 'ref', 'rows']);
  await read('set_aside', [
    'load',
    'file',
    'source',
    'place',
    'kind',
    'code',
    'sentence',
    'raw',
    'replayed_by',
  ]);
  await read('drift', ['load', 'file', 'record', 'column', 'word', 'count']);
  await read('loads', ['load', 'records', 'loaded', 'duplicates', 'quarantined', 'excluded']);
  await read('load_files', [
    'load',
    'file',
    'name',
    'mapping',
    'source',
    'records',
    'loaded',
    'reasons',
    'notes',
    'written',
  ]);
  return found;
}
