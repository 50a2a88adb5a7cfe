/**
 * The two pages from a cluster with two workers, with one, and from this machine: node bench/cluster.ts [CASES]. Needs a
 * cluster: npm run cluster prints what to put into the environment. All nodes on one machine show that it is right, not
 * how fast it would be on machines of their own.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReport, type ReportRequest, readTemplate } from '../src/reports/index.ts';
import type { DuckDbWarehouse, Warehouse } from '../src/warehouse/index.ts';
import { connectTo } from '../src/warehouse/trino/open.ts';
import { tables } from '../src/warehouse/trino/schema.ts';
import { cluster, copied } from '../test/cluster/testing.ts';
import { type Measure, timed } from './measure.ts';
import { madeWarehouse } from './report/made-warehouse.ts';
import { octoberRequest } from './report/october-request.ts';

const request: ReportRequest = {
  ...octoberRequest,
  template: { ...readTemplate('whole-picture', { project: tmpdir() }).template, behind: [] },
};

/** The second of two: the first warms what both keep. */
async function twoPages(warehouse: Warehouse): Promise<number> {
  await makeReport(warehouse, request);
  const [, seconds] = await timed(() => makeReport(warehouse, request));
  return seconds;
}

/** The keeper of the cluster does it, and answers when it is done. */
async function told(deed: 'kill' | 'start'): Promise<void> {
  const answer = await fetch(`${cluster.keeper}/worker-2/${deed}`, { method: 'POST' });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A coordinator believes in a dead worker for a while. */
async function workersThere(count: number): Promise<void> {
  const connection = await connectTo({ warehouse: cluster.url });
  const sql = "select count(*) as n from system.runtime.nodes where state = 'active' and not coordinator";
  for (let known = -1; known !== count; ) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const [row] = await connection.rows({ sql, parameters: [] }).catch(() => []);
    known = Number(row?.['n'] ?? -1);
  }
  connection.close();
}

/** The tables that were made, and the rows in all of them. */
async function contentsOf(warehouse: DuckDbWarehouse) {
  return await warehouse.write(async (writer) => {
    const found = await writer.rows('select table_name as name, estimated_size as n from duckdb_tables()');
    const known = found.filter(({ name }) => tables.some((table) => table.name === name));
    return {
      names: known.map(({ name }) => String(name)),
      rows: known.reduce((sum, { n }) => sum + Number(n), 0),
    };
  });
}

export async function bench(cases = 1_000_000): Promise<readonly Measure[]> {
  const size = `${cases.toLocaleString('en')} cases`;
  const here = await madeWarehouse(join(tmpdir(), `tidemark-bench-${cases}.duckdb`), cases);
  const { names, rows } = await contentsOf(here);
  const [there, carried] = await timed(() => copied(here, { only: names }));
  try {
    const embedded = await twoPages(here);
    const against = { what: 'this machine', seconds: embedded };
    const two = await twoPages(there);
    await told('kill');
    await workersThere(1);
    const one = await twoPages(there).finally(() => told('start'));
    return [
      {
        what: `carrying ${size} to the cluster`,
        seconds: carried,
        more: `${Math.round(rows / carried).toLocaleString('en')} rows a second`,
      },
      { what: `two pages of ${size}, two workers`, seconds: two, against },
      { what: `two pages of ${size}, one worker`, seconds: one, against },
    ];
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000)));
