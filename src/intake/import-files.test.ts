import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CountsDiffer, type DuckDbWarehouse, openWarehouse } from '../warehouse/index.ts';
import { importFiles } from './import-files.ts';
import { listLoads, undoLoad } from './loads.ts';
import { listDrift, listQuarantine } from './quarantine.ts';
import { replayQuarantine } from './replay.ts';

let folder: string;
let warehouse: DuckDbWarehouse;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-intake-'));
  warehouse = await openWarehouse({ path: join(folder, 'house.duckdb') });
  write(
    'desk.yaml',
    `source: desk
files: 'cases*.csv'
record: cases
key: id
columns: { opened_at: opened, channel: channel, team: team, resolved_at: resolved }
events: [resolved]
exclude: [{ reason: test_case, when: { column: team, is: test } }]
`,
  );
});
afterEach(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const cases = (...lines: string[]): string => `${['id,opened,channel,team,resolved', ...lines].join('\n')}\n`;
const load = (...files: string[]) => importFiles({ warehouse, files, mappings: [join(folder, 'desk.yaml')] });

test('every record of a file is loaded, a duplicate or set aside with its reason', async () => {
  const file = write(
    'cases.csv',
    cases(
      '1,2025-03-01 09:00:00,email,north,2025-03-02 09:00:00',
      '2,2025-03-01 10:00:00,carrier pigeon,north,',
      '2,2025-03-01 10:00:00,carrier pigeon,north,',
      '3,31/31/2025,email,north,',
      '4,2025-03-01 09:00:00,email,test,',
      '5,2025-03-01 09:00:00,email',
      '6,2025-03-01 11:00:00,chat,south,',
    ),
  );
  const result = await load(file);
  expect(result).toMatchObject({
    load: 1,
    files: [{ file, records: 7, loaded: 3, duplicates: 1, quarantined: 2, excluded: 1 }],
  });
  const aside = (await Array.fromAsync(listQuarantine(warehouse, { kind: 'all' }))).flat();
  expect(aside.map(({ place, kind }) => [place, kind])).toEqual([
    [5, 'quarantined'],
    [6, 'excluded'],
    [7, 'quarantined'],
  ]);
  expect(await listDrift(warehouse)).toMatchObject([
    { record: 'cases', column: 'channel', word: 'carrier pigeon' },
  ]);
  expect(await warehouse.rows(warehouse.db.selectFrom('case_facts').select('id').orderBy('id'))).toEqual([
    { id: '1' },
    { id: '2' },
    { id: '6' },
  ]);
});

test('several files are one load, and undoing it leaves the warehouse as it was', async () => {
  await load(write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,')));
  const before = await warehouse.state();
  const second = await load(
    write('cases-2.csv', cases('1,2025-03-01 09:00:00,email,south,')),
    write('cases-3.csv', cases('2,2025-03-01 09:00:00,email,south,')),
  );
  expect(second.files.map(({ loaded }) => loaded)).toEqual([1, 1]);
  expect((await warehouse.state()).dataVersion).not.toBe(before.dataVersion);
  await undoLoad(2, { warehouse });
  expect(await warehouse.state()).toEqual(before);
  const facts = await warehouse.rows(warehouse.db.selectFrom('case_facts').select(['id', 'team']));
  expect(facts).toEqual([{ id: '1', team: 'north' }]);
  expect((await listLoads(warehouse)).map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false]);
  await expect(undoLoad(2, { warehouse })).rejects.toMatchObject({ code: 'load_undone' });
  await expect(undoLoad(9, { warehouse })).rejects.toMatchObject({ code: 'load_unknown' });
});

test('one bad file keeps all files of the load out', async () => {
  const good = write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,'));
  const bad = write('cases-bad.csv', cases('1,never,email,north,', '2,never,email,north,'));
  await expect(load(good, bad)).rejects.toMatchObject({ code: 'too_many_quarantined', exitCode: 2 });
  await expect(load(bad)).rejects.toMatchObject({ code: 'nothing_loaded' });
  expect((await warehouse.state()).counts).toEqual({});
  expect(await listLoads(warehouse)).toEqual([]);
});

test('a file for which there is no mapping, or more than one, is refused with a sentence', async () => {
  const other = write('calls.csv', cases('1,2025-03-01 09:00:00,email,north,'));
  await expect(load(other)).rejects.toMatchObject({ code: 'mapping_not_found' });
  const file = write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,'));
  const mapping = join(folder, 'desk.yaml');
  await expect(importFiles({ warehouse, files: [file], mappings: [mapping, mapping] })).rejects.toMatchObject(
    {
      code: 'mapping_ambiguous',
    },
  );
  expect((await importFiles({ warehouse, files: [other], mapping })).files[0]?.loaded).toBe(1);
});

test('nothing staged is left behind, and what is kept is for the owner alone', async () => {
  await load(write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,')));
  await expect(load(write('cases-bad.csv', cases('1,never,email,north,')))).rejects.toThrow();
  expect(readdirSync(warehouse.stagingFolder)).toEqual([]);
  expect(statSync(warehouse.stagingFolder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder).filter((each) => each.startsWith('house.duckdb')))
    expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
});

test('an import that is called off leaves nothing half done', async () => {
  const lines = Array.from({ length: 200_000 }, (_, i) => `${i},2025-03-01 09:00:00,email,north,`);
  const file = write('cases.csv', cases(lines.join('\n')));
  const caller = new AbortController();
  const onProgress = (text: string): void => {
    if (text.startsWith('loading')) setTimeout(() => caller.abort(new Error('called off')), 20);
  };
  const asked = importFiles({
    warehouse,
    files: [file],
    mapping: join(folder, 'desk.yaml'),
    signal: caller.signal,
    onProgress,
  });
  await expect(asked).rejects.toThrow('called off');
  expect((await warehouse.state()).counts).toEqual({});
  expect(readdirSync(warehouse.stagingFolder)).toEqual([]);
  expect(existsSync(file)).toBe(true);
});

test('what was set aside is loaded once the mapping can read it, and waits again when that is undone', async () => {
  await load(
    write(
      'cases.csv',
      cases(
        '1,2025-03-01 09:00:00,email,"north, upper",',
        '2,"31.3.2025, 9:00",email,"north ""x""",',
        '3,2025',
        '4,2025-03-01 09:00:00,email,north,',
      ),
    ),
  );
  const waiting = async () =>
    (await Array.fromAsync(listQuarantine(warehouse))).flat().map(({ code }) => code);
  const before = await waiting();
  expect(before.length).toBe(2);
  const mended = write(
    'mended.yaml',
    `source: desk
files: 'cases*.csv'
record: cases
key: id
columns:
  opened_at: { column: opened, format: ['D.M.YYYY, H:mm', 'YYYY-MM-DD HH:mm:ss'] }
  team: team
`,
  );
  const replayed = await replayQuarantine({ warehouse, mappings: [mended] });
  expect(replayed.files).toMatchObject([{ records: 2, loaded: 1, quarantined: 1 }]);
  const teams = await warehouse.rows(warehouse.db.selectFrom('cases').select(['id', 'team']).orderBy('id'));
  expect(teams).toEqual([
    { id: '1', team: 'north, upper' },
    { id: '2', team: 'north "x"' },
    { id: '4', team: 'north' },
  ]);
  expect(await waiting()).toEqual(['too_few_fields']);
  await undoLoad(replayed.load, { warehouse });
  expect(await waiting()).toEqual(before);
});

test('a mended file takes the place of what was set aside', async () => {
  const file = write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,', '2,never,email,north,'));
  await load(file);
  const mended = write('mended.csv', cases('2,2025-03-01 09:00:00,email,north,'));
  const replayed = await replayQuarantine({
    warehouse,
    file: mended,
    load: 1,
    mappings: [join(folder, 'desk.yaml')],
  });
  expect(replayed.files).toMatchObject([{ records: 1, loaded: 1 }]);
  await expect(replayQuarantine({ warehouse })).rejects.toMatchObject({ code: 'nothing_waiting' });
});

test('raw text is forgotten after its time; the place and the reason stay', async () => {
  await load(write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,', '2,never,email,north,')));
  await importFiles({
    warehouse,
    files: [write('cases-2.csv', cases('3,2025-03-01 09:00:00,email,north,'))],
    mapping: join(folder, 'desk.yaml'),
    limits: { quarantineDays: -1 },
  });
  const aside = (await Array.fromAsync(listQuarantine(warehouse))).flat();
  expect(aside).toMatchObject([{ place: 3, raw: null, sentence: null }]);
});

test('where the engine and the quick look disagree about a file, it is read the careful way', async () => {
  const one = write('cases.csv', cases('1,2025-03-01 09:00:00,email,north,'));
  const two = write('cases-2.csv', cases('2,2025-03-01 09:00:00,email,north,'));
  let loads = 0;
  const doubting: DuckDbWarehouse = {
    ...warehouse,
    load: (order) => {
      loads += 1;
      if (loads === 1) return Promise.reject(new CountsDiffer(2, 'one record more'));
      return warehouse.load(order);
    },
  };
  const result = await importFiles({
    warehouse: doubting,
    files: [one, two],
    mapping: join(folder, 'desk.yaml'),
  });
  expect(result.files.map(({ loaded }) => loaded)).toEqual([1, 1]);
  expect(readFileSync(one, 'utf8')).toContain('email');
});

test('a value that the mapping calls unknown is counted with what it was, once', async () => {
  const mapping = write(
    'effort.yaml',
    `source: desk
files: 'effort*.csv'
record: cases
key: id
columns: { opened_at: opened, handle_s: { column: effort, if_invalid: unknown } }
`,
  );
  const opened = '2025-03-01 09:00:00';
  const rows = [`1,${opened},60`, `2,${opened},-5`, `3,${opened},soon`, `4,${opened},-5`, `5,${opened},`];
  const file = write('effort.csv', `id,opened,effort\n${rows.join('\n')}\n`);
  const again = write('effort-2.csv', `id,opened,effort\n${[...rows, `6,${opened},late`].join('\n')}\n`);
  const load = (path: string) => importFiles({ warehouse, files: [path], mappings: [mapping] });
  expect((await load(file)).files[0]).toMatchObject({ loaded: 5, quarantined: 0 });
  await load(again);
  const dropped = (await listDrift(warehouse)).map(({ column, word, count }) => [column, word, count]);
  expect(dropped.sort()).toEqual([
    ['handle_s', '-5', 2],
    ['handle_s', 'late', 1],
    ['handle_s', 'soon', 1],
  ]);
});
