/** Importing a clean file against the engine's own strict reader into the same table, and a broken one: node bench/import.ts [ROWS]. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { importFiles } from '../src/intake/index.ts';
import { openWarehouse } from '../src/warehouse/index.ts';
import { type Measure, timed } from './measure.ts';

/** Recorded changes are kept as they are; of touchpoints the facts of customers and orders are made as well. */
const columns = {
  changes:
    'owner: customer, at: { column: at, format: "YYYY-MM-DD HH:mm:ss" }, what: what, expected_size: value',
  touchpoints:
    'customer_id: customer, at: { column: at, format: "YYYY-MM-DD HH:mm:ss" }, kind: what, value: value',
} as const;

type Record = keyof typeof columns;

const mapping = (record: Record): string => `source: shop
files: "*.csv"
record: ${record}
columns: { ${columns[record]} }
key: id
attributes: none
`;

const two = (n: number): string => String(n).padStart(2, '0');
const line = (i: number): string =>
  `O${i},K${(i * 7919) % 500_000},2025-${two(1 + (i % 12))}-${two(1 + (i % 28))} ${two(i % 24)}:${two(i % 60)}:${two((i * 7) % 60)},order,${(i % 20_000) / 100}`;
/** A quote that never closes, a field too many, a date that cannot be: one row in three. */
const breakings = [
  (text: string): string => text.replace(',', ',"'),
  (text: string): string => `${text},surplus`,
  (text: string): string => text.replace('2025-', '2025-9'),
] as const;

function write(path: string, rows: number, broken: boolean): void {
  const file = openSync(path, 'w');
  writeSync(file, 'id,customer,at,what,value\n');
  for (let start = 0; start < rows; start += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - start) }, (_, k) => {
      const i = start + k;
      const breaking = broken && i % 3 === 0 ? breakings[(i / 3) % breakings.length] : undefined;
      return breaking === undefined ? line(i) : breaking(line(i));
    });
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
}

async function strictReader(file: string, database: string): Promise<number> {
  const instance = await DuckDBInstance.create(database, { threads: '2' });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await connection.run(
    'create table records (id varchar, customer varchar, "at" timestamptz, what varchar, value double)',
  );
  const path = file.replaceAll("'", "''");
  const [, seconds] = await timed(() =>
    connection.run(`insert into records from read_csv('${path}', header = true, auto_detect = false, delim = ',', quote = '"',
      strict_mode = true, columns = {id: 'VARCHAR', customer: 'VARCHAR', "at": 'TIMESTAMPTZ', what: 'VARCHAR', value: 'DOUBLE'})`),
  );
  connection.closeSync();
  instance.closeSync();
  return seconds;
}

async function imported(file: string, folder: string, record: Record): Promise<number> {
  const map = join(folder, `${record}.yaml`);
  writeFileSync(map, mapping(record));
  const warehouse = await openWarehouse({ path: join(folder, `${Math.random()}.duckdb`) });
  const [result, seconds] = await timed(() =>
    importFiles({
      warehouse,
      files: [file],
      mapping: map,
      limits: { maxQuarantinedShare: 1 },
    }),
  );
  await warehouse.close();
  const [one] = result.files;
  if (one === undefined || one.records !== one.loaded + one.duplicates + one.quarantined + one.excluded)
    throw new Error('the law is broken');
  return seconds;
}

export async function bench(rows = 4_000_000): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-import-'));
  try {
    const clean = join(folder, 'clean.csv');
    const broken = join(folder, 'broken.csv');
    write(clean, rows, false);
    write(broken, rows, true);
    await strictReader(clean, join(folder, 'warm.duckdb'));
    const bare = await strictReader(clean, join(folder, 'bare.duckdb'));
    const ours = await imported(clean, folder, 'changes');
    const withFacts = await imported(clean, folder, 'touchpoints');
    const mended = await imported(broken, folder, 'changes');
    const rate = (seconds: number): string => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
    return [
      {
        what: `import of a clean CSV, ${rows.toLocaleString('en')} rows`,
        seconds: ours,
        against: { what: 'the strict reader', seconds: bare },
        goal: 'at most 2 ×',
        more: rate(ours),
      },
      {
        what: 'the same as orders, with the facts that are made of them',
        seconds: withFacts,
        against: { what: 'the strict reader', seconds: bare },
        more: rate(withFacts),
      },
      {
        what: 'the same with every third row broken',
        seconds: mended,
        goal: 'at least 100,000 rows/s',
        more: rate(mended),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 4_000_000)));
