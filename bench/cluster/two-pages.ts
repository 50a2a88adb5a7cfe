/** The monthly report of the same warehouse: from this machine, and from a cluster with two workers and with one. */
import type { Cluster } from '../../scripts/cluster/start-cluster.ts';
import { makeReport } from '../../src/reports/index.ts';
import { print } from '../../src/reports/print/index.ts';
import type { DuckDbWarehouse, Warehouse } from '../../src/warehouse/index.ts';
import { tables } from '../../src/warehouse/trino/schema.ts';
import { copied, ownSchema } from '../../test/cluster/testing.ts';
import { type Measure, timed } from '../measure.ts';
import { twoPagesRequest } from '../report/october-request.ts';

interface TwoPages {
  readonly seconds: number;
  readonly text: string;
}

/** The second of two: the first warms what both keep. */
async function twoPages(warehouse: Warehouse): Promise<TwoPages> {
  await makeReport(warehouse, twoPagesRequest);
  const [{ report }, seconds] = await timed(() => makeReport(warehouse, twoPagesRequest));
  return { seconds, text: new TextDecoder().decode(await print(report, 'text')) };
}

/** A figure that differs is no figure to take a time of. */
function sameText(expected: TwoPages, found: TwoPages): TwoPages {
  if (found.text !== expected.text) throw new Error('the cluster answers something else than this machine');
  return found;
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

export async function twoPagesOf(
  here: DuckDbWarehouse,
  cluster: Cluster,
  size: string,
): Promise<readonly Measure[]> {
  const { names, rows } = await contentsOf(here);
  const to = ownSchema(cluster.url);
  const [there, carried] = await timed(() => copied(here, { to, only: names, store: cluster.store }));
  try {
    const embedded = await twoPages(here);
    const two = sameText(embedded, await twoPages(there));
    await cluster.workers[1]?.stop();
    await cluster.workersThere(1);
    const one = sameText(embedded, await twoPages(there));
    cluster.workers[1]?.start();
    await cluster.workersThere(2);
    const against = { what: 'this machine', seconds: embedded.seconds };
    return [
      {
        what: `carrying ${size} to the cluster`,
        seconds: carried,
        more: `${Math.round(rows / carried).toLocaleString('en')} rows a second`,
      },
      { what: `two pages of ${size}, this machine`, seconds: embedded.seconds },
      { what: `two pages of ${size}, two workers`, seconds: two.seconds, against },
      { what: `two pages of ${size}, one worker`, seconds: one.seconds, against },
    ];
  } finally {
    await there.close();
  }
}
