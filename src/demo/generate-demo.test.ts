import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recordTable } from '../model/index.ts';
import { generateDemo } from './generate-demo.ts';
import { readRecords, readRows, readTruth } from './testing.ts';

const root = mkdtempSync(join(tmpdir(), 'tidemark-demo-'));
afterAll(() => rmSync(root, { recursive: true }));

async function made(name: string, options: Partial<Parameters<typeof generateDemo>[0]> = {}) {
  const folder = join(root, name);
  const summary = await generateDemo({ folder, cases: 4000, seed: 5, ...options });
  return { folder, summary };
}

const fingerprint = (folder: string): string =>
  readdirSync(join(folder, 'data'))
    .map((name) =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'data', name)))
        .digest('hex'),
    )
    .join();

test('one seed makes the same bytes, another seed other luck around the same story', async () => {
  const [first, again, other] = [await made('a'), await made('b'), await made('c', { seed: 6 })];
  expect(fingerprint(again.folder)).toBe(fingerprint(first.folder));
  expect(fingerprint(other.folder)).not.toBe(fingerprint(first.folder));
  const story = (folder: string) =>
    readTruth(folder).planted.map(({ found, ...planted }: Record<string, unknown>) => planted);
  expect(story(other.folder)).toEqual(story(first.folder));
});

test('every row is counted: whole, twice, older or broken', async () => {
  const { folder, summary } = await made('counted', { cases: 6000 });
  const truth = readTruth(folder);
  for (const { name, rows } of summary.files) {
    const [, ...records] = readRecords(join(folder, 'data', name));
    const told = truth.files[name];
    expect([name, records.length]).toEqual([name, rows]);
    expect(told.rows).toBe(told.distinct + told.exact_duplicates + told.older_versions + told.set_aside);
    expect([name, readRows(folder, name.replace('.csv', '')).length]).toEqual([name, told.distinct]);
    const texts = records.map((record) => record.join('\u0000'));
    expect(texts.length - new Set(texts).size).toBe(told.exact_duplicates);
  }
  expect(truth.files['cases.csv']).toMatchObject({ distinct: 6000, exact_duplicates: 12, set_aside: 5 });
});

test('every broken line is where the truth says', async () => {
  const { folder } = await made('broken');
  const { broken } = readTruth(folder).blemishes;
  expect(broken.length).toBe(8);
  for (const { file, line, id } of broken) {
    const lines = readFileSync(join(folder, 'data', `${file}.csv`), 'utf8').split('\n');
    expect(lines[line - 1]).toMatch(new RegExp(`^${id},`));
  }
});

test('without blemishes every row is whole and new', async () => {
  const { folder, summary } = await made('clean', { blemishes: false });
  const truth = readTruth(folder);
  for (const { name, rows } of summary.files) expect(truth.files[name].distinct).toBe(rows);
});

test('columns bear the names of the record tables', async () => {
  const { folder } = await made('columns');
  const extra = { cases: ['order_value', 'device'] };
  const kinds = { calls: 'interactions', orders: 'touchpoints' } as const;
  for (const name of [
    'cases',
    'events',
    'messages',
    'calls',
    'surveys',
    'customers',
    'agents',
    'orders',
    'changes',
    'shifts',
    'agent_states',
    'outages',
    'reviews',
    'trainings',
  ] as const) {
    const kind = name === 'calls' || name === 'orders' ? kinds[name] : name;
    const known = [
      ...Object.keys(recordTable(kind).columns),
      'id',
      'version_at',
      ...(name in extra ? extra[name as keyof typeof extra] : []),
    ];
    const [header = []] = readRecords(join(folder, 'data', `${name}.csv`));
    expect(header.filter((column) => !known.includes(column))).toEqual([]);
  }
});

test('months, reasons and words of the truth are those of the rows', async () => {
  const { folder } = await made('tallies');
  const truth = readTruth(folder);
  const cases = readRows(folder, 'cases');
  const count = (test: (row: (typeof cases)[number]) => boolean): number => cases.filter(test).length;
  for (const [reason, n] of Object.entries(truth.cases.left_out))
    expect(count((row) => row.left_out === reason)).toBe(n);
  expect(count((row) => row.status === 'parked')).toBe(truth.cases.unmapped_status ?? 0);
  expect(count((row) => row.left_out === '' && row.customer_id === '0')).toBe(
    truth.cases.placeholder_customer,
  );
  const reopened = readRows(folder, 'events').filter(({ kind }) => kind === 'reopened');
  expect(reopened.length).toBe(truth.cases.reopens);
  const satisfied = readRows(folder, 'surveys').filter(
    ({ kind, score }) => kind === 'csat' && Number(score) >= 4,
  );
  const told = Object.values<{ answered_satisfied: number }>(truth.csat.by_month_answered);
  expect(satisfied.length).toBe(told.reduce((sum, month) => sum + (month.answered_satisfied ?? 0), 0));
});

test('nothing is later than the end, and no case changes before it is opened', async () => {
  const { folder } = await made('times');
  const { data_through } = readTruth(folder);
  const opened = new Map(readRows(folder, 'cases').map(({ id = '', opened_at = '' }) => [id, opened_at]));
  for (const { case_id = '', at = '' } of [...readRows(folder, 'events'), ...readRows(folder, 'messages')]) {
    expect(at >= (opened.get(case_id) ?? '9') && Date.parse(at) <= Date.parse(data_through)).toBe(true);
  }
});

test('what is aborted leaves nothing behind', async () => {
  const folder = join(root, 'aborted');
  const stop = new AbortController();
  const onProgress = ({ day }: { day: string }): void => (day === '2025-03-01' ? stop.abort() : undefined);
  await expect(generateDemo({ folder, cases: 4000, signal: stop.signal, onProgress })).rejects.toThrow(
    /abort/i,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('sizes and periods that cannot be are refused', async () => {
  const folder = join(root, 'refused');
  await expect(generateDemo({ folder, cases: 3 })).rejects.toThrow(/whole number from 500/);
  await expect(generateDemo({ folder, from: '2025-05-01', to: '2025-01-01' })).rejects.toThrow(
    /earlier one first/,
  );
  expect(existsSync(folder)).toBe(false);
});

test('two hundred thousand cases need less than 300 MB', () => {
  const program = `
    const { generateDemo } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
    let most = 0;
    const onProgress = () => { most = Math.max(most, process.memoryUsage().rss); };
    await generateDemo({ folder: ${JSON.stringify(join(root, 'large'))}, cases: 200_000, onProgress });
    console.log(most);`;
  const most = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(Number(most)).toBeLessThan(300e6);
});
