import { expect, test } from 'vitest';
import { openWarehouse } from '../../src/warehouse/duckdb/open.ts';
import { refreshFacts } from '../../src/warehouse/facts/refresh.ts';
import type { LoadableWarehouse } from '../../src/warehouse/loading.ts';
import { defaultFactSettings } from '../../src/warehouse/refresh-context.ts';
import { commitOf, newestCommit } from '../../src/warehouse/trino/commits.ts';
import { type ClusterOptions, connectTo, openTrino } from '../../src/warehouse/trino/open.ts';
import { tableNamed } from '../../src/warehouse/trino/schema.ts';
import { literal } from '../../src/warehouse/trino/types.ts';
import { casesFile, staged } from './desk-files.ts';
import { everyFact, factNames } from './every-fact.ts';
import { onCluster } from './loadable.ts';
import { ownSchema } from './testing.ts';

const day = '2025-01-01 08:30:00';
const one = (id: string, customer: string, tags: string) =>
  casesFile([[id, day, day, customer, 'north', day, tags]]);
const order = { settings: defaultFactSettings, refreshFacts, judge: async () => undefined };

const load = (warehouse: LoadableWarehouse, file: ReturnType<typeof one>) =>
  warehouse.load({ ...order, files: [staged(warehouse, file)] });

const casesOf = (warehouse: LoadableWarehouse) =>
  warehouse.rows(
    warehouse.db.selectFrom('cases').select(['id', 'customer_id', 'tags', 'team']).orderBy('id'),
  );

const lacking: Readonly<Record<string, readonly string[]>> = {
  cases: ['tags', 'customer_id'],
  cases_history: ['tags', 'customer_id'],
  case_facts: ['tags', 'customer_id'],
};

/** As a version that knew neither these columns nor the table of drift would have left the warehouse. */
async function madeOlder(options: ClusterOptions): Promise<void> {
  const connection = await connectTo(options);
  const rows = (sql: string) => connection.rows({ sql, parameters: [] });
  const run = (sql: string) => connection.execute({ sql, parameters: [] });
  const [head = {}] = await rows(newestCommit);
  const { drift: _, ...snapshots } = { ...commitOf(head).snapshots };
  await run('drop table drift');
  for (const [table, columns] of Object.entries(lacking)) {
    const known = Object.keys(tableNamed(table).columns).filter((name) => !columns.includes(name));
    await run(
      `create table ${table}_older as select ${known.map((name) => `"${name}"`).join(', ')} from ${table}`,
    );
    await run(`drop table ${table}`);
    await run(`alter table ${table}_older rename to ${table}`);
    const [newest] = await rows(`select cast(snapshot_id as varchar) as id from "${table}$refs"`);
    snapshots[table] = String(newest?.['id']);
  }
  await run(`update head set snapshots = ${literal(JSON.stringify(snapshots))}`);
  connection.close();
}

test('tables of an older version grow the columns that they lack, keep their rows, and are loaded into and read as others', async () => {
  const options = ownSchema();
  const then = await onCluster(options);
  await load(then, one('a', '', ''));
  await then.close();
  await madeOlder(options);
  const reader = await openTrino(options);

  const now = await onCluster(options);
  expect(await casesOf(now)).toEqual([{ id: 'a', customer_id: null, tags: null, team: 'north' }]);
  expect((await now.state()).counts).toEqual({ cases: 1, events: 1 });
  // Whoever began to read before goes on reading what there was.
  expect(await reader.rows(reader.db.selectFrom('cases').select(['id', 'team']))).toHaveLength(1);
  await load(now, one('b', 'bea', 'z'));
  expect(await casesOf(now)).toEqual([
    { id: 'a', customer_id: null, tags: null, team: 'north' },
    { id: 'b', customer_id: 'bea', tags: ['z'], team: 'north' },
  ]);
  await now.remake({ ...order, refreshFacts, restate: true });

  const here = await openWarehouse({ path: ':memory:', threads: 1 });
  for (const file of [one('a', '', ''), one('b', 'bea', 'z')]) await load(here, file);
  const [mine, theirs] = [await everyFact(here), await everyFact(now)];
  for (const name of factNames) expect(theirs[name], name).toEqual(mine[name]);
  expect(mine['case_facts']).toHaveLength(2);
  for (const warehouse of [reader, now, here]) await warehouse.close();
}, 900_000);
