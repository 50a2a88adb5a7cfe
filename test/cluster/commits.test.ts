import { copyFileSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWarehouse } from '../../src/warehouse/duckdb/open.ts';
import { defaultFactSettings } from '../../src/warehouse/refresh-context.ts';
import { connectTo, openTrino } from '../../src/warehouse/trino/open.ts';
import { casesFile, staged } from './desk-files.ts';
import { onCluster } from './loadable.ts';
import { cluster, ownSchema } from './testing.ts';

const plainly = {
  settings: defaultFactSettings,
  refreshFacts: async () => undefined,
  judge: async () => undefined,
};

const day = '2025-01-01 08:30:00';
const one = (id: string) => casesFile([[id, day, day, 'anna', 'north', '', '']]);

test('of two who write at once one is told who writes; nothing is mixed', async () => {
  const options = ownSchema();
  const [a, b] = [await onCluster(options), await onCluster(options)];
  const loads = await Promise.allSettled([
    a.load({ ...plainly, files: [staged(a, one('a'))] }),
    b.load({ ...plainly, files: [staged(b, one('b'))] }),
  ]);
  const refused = loads.filter((load) => load.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ code: 'warehouse_busy' });
  const seen = await openTrino(options);
  expect((await seen.state()).counts).toEqual({ cases: 1 });
  for (const warehouse of [a, b, seen]) await warehouse.close();
});

test('what a writer left who died in the middle is seen by nobody, and gone with the next load', async () => {
  const options = ownSchema();
  const warehouse = await onCluster(options);
  await warehouse.load({ ...plainly, files: [staged(warehouse, one('a'))] });
  const connection = await connectTo(options);
  const run = (sql: string) => connection.execute({ sql, parameters: [] });
  // A process of this machine that is there no more, in the middle of its work.
  await run(
    `update head set holder = 'process 999999999 on ${hostname()}, x', held_until = current_timestamp + interval '1' hour`,
  );
  await run(`insert into cases (source, id, _load, _file) values ('desk', 'half', 2, 1)`);
  await run('delete from contents');
  const reader = await openTrino(options);
  const ids = async () =>
    (await reader.rows(reader.db.selectFrom('cases').select('id').orderBy('id'))).map(({ id }) => id);
  expect(await ids()).toEqual(['a']);
  expect((await reader.state()).counts).toEqual({ cases: 1 });
  await warehouse.load({ ...plainly, files: [staged(warehouse, one('b'))] });
  expect((await warehouse.state()).counts).toEqual({ cases: 2 });
  const now = await warehouse.rows(warehouse.db.selectFrom('cases').select('id').orderBy('id'));
  expect(now.map(({ id }) => id)).toEqual(['a', 'b']);
  connection.close();
  for (const each of [warehouse, reader]) await each.close();
});

test('a load that is refused leaves the warehouse as it was, and free', async () => {
  const warehouse = await onCluster();
  const files = () => [staged(warehouse, one('a'))];
  const refused = warehouse.load({
    ...plainly,
    files: files(),
    judge: () => Promise.reject(new Error('no')),
  });
  await expect(refused).rejects.toThrow('no');
  expect((await warehouse.state()).counts).toEqual({});
  await warehouse.load({ ...plainly, files: files() });
  expect((await warehouse.state()).counts).toEqual({ cases: 1 });
  await warehouse.close();
});

test('a load that is stopped in the middle leaves the warehouse as it was, and free', async () => {
  const warehouse = await onCluster();
  const stopping = new AbortController();
  const stopped = warehouse.load({
    ...plainly,
    files: [staged(warehouse, one('a'))],
    signal: stopping.signal,
    onStep: ({ step }) => (step === 'facts' ? stopping.abort(new Error('stopped')) : undefined),
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect((await warehouse.state()).counts).toEqual({});
  await warehouse.load({ ...plainly, files: [staged(warehouse, one('b'))] });
  expect((await warehouse.state()).counts).toEqual({ cases: 1 });
  await warehouse.close();
});

test('what was taken away is in no file any more once the warehouse was tidied, and what stands is read as before', async () => {
  const options = ownSchema();
  const warehouse = await onCluster(options);
  await warehouse.load({ ...plainly, files: [staged(warehouse, one('a'))] });
  const secret = casesFile([['b', day, day, 'someone-secret', 'north', '', '']]);
  await warehouse.load({ ...plainly, files: [staged(warehouse, secret)] });
  await warehouse.undo(2, plainly);
  const folder = join(cluster.store, 'loaded', options.warehouse.replace(/^.*[/]/, ''));
  const parquet = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet'));
  const before = await warehouse.state();
  const files = parquet().length;
  await warehouse.tidy(0);
  expect(parquet().length).toBeLessThan(files);
  expect(await warehouse.state()).toEqual(before);
  const engine = await openWarehouse({ path: ':memory:', threads: 1 });
  for (const name of parquet().filter((each) => /^cases(_history)?[/]data/.test(each))) {
    const copy = join(engine.stagingFolder, name.replaceAll('/', '-'));
    copyFileSync(join(folder, name), copy);
    const rows = await engine.write((writer) => writer.rows(`select * from read_parquet('${copy}')`));
    expect(JSON.stringify(rows)).not.toContain('someone-secret');
  }
  await engine.close();
  await warehouse.close();
}, 600_000);
