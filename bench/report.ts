/** What the two pages cost at any size, held against the same aggregates written by hand: node bench/report.ts [CASES] [FILE]. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReport } from '../src/reports/index.ts';
import { print } from '../src/reports/print/index.ts';
import type { DuckDbWarehouse } from '../src/warehouse/index.ts';
import { type Measure, timed } from './measure.ts';
import { bareStatements } from './report/bare-statements.ts';
import { madeWarehouse } from './report/made-warehouse.ts';
import { twoPagesRequest } from './report/october-request.ts';
import { runBare } from './report/run-bare.ts';

const bare = (warehouse: DuckDbWarehouse): Promise<void> => runBare(warehouse, bareStatements);

const twoPages = async (warehouse: DuckDbWarehouse): Promise<void> => {
  const { report } = await makeReport(warehouse, twoPagesRequest);
  await print(report, 'html');
};

export async function bench(
  cases = 10_000_000,
  path = join(tmpdir(), `tidemark-bench-${cases}.duckdb`),
): Promise<readonly Measure[]> {
  const warehouse = await madeWarehouse(path, cases);
  try {
    await bare(warehouse);
    const [, byHand] = await timed(() => bare(warehouse));
    await twoPages(warehouse);
    const [, seconds] = await timed(() => twoPages(warehouse));
    const memory = `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`;
    return [
      {
        what: `two pages at ${cases.toLocaleString('en')} cases`,
        seconds,
        against: { what: 'the same aggregates by hand', seconds: byHand },
        goal: 'at most 1.5 ×, at most 2 GB',
        more: memory,
      },
    ];
  } finally {
    await warehouse.close();
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000), process.argv[3]));
