import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { openWarehouse } from './open.ts';

test('a warehouse of an earlier version gets the tables and columns that came since', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'grown-'));
  const path = join(folder, 'old.duckdb');
  try {
    await (await openWarehouse({ path })).close();
    const old = await DuckDBInstance.create(path);
    const connection = await old.connect();
    await connection.run('delete from migrations where version > 1');
    await connection.run('drop table shifts');
    await connection.run('alter table changes drop column expected_metric');
    await connection.run('alter table case_facts drop column reopens');
    connection.closeSync();
    old.closeSync();

    const warehouse = await openWarehouse({ path });
    const { db } = warehouse;
    expect(await warehouse.rows(db.selectFrom('shifts').select(['agent_id', 'from', 'to']))).toEqual([]);
    expect(await warehouse.rows(db.selectFrom('changes').select('expected_metric'))).toEqual([]);
    expect(await warehouse.rows(db.selectFrom('case_facts').select('reopens'))).toEqual([]);
    await warehouse.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
