import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { demoFiles } from '../../src/cli/demo-project.ts';
import { openWarehouse } from '../../src/warehouse/duckdb/open.ts';
import { openTrino } from '../../src/warehouse/trino/open.ts';
import { type Run, tidemark } from '../journeys/tidemark.ts';
import { everyFact, factNames } from './every-fact.ts';
import { cluster, ownSchema } from './testing.ts';

/** Set by `npm run test:cluster` where the server of the storage could be had. */
const { TIDEMARK_TEST_TRINO_BUCKET: bucket, TIDEMARK_TEST_TRINO_ENDPOINT: endpoint } = process.env;

const { embedded } = inject('onBoth');
const folder = mkdtempSync(join(tmpdir(), 'tidemark-s3-'));
const { warehouse } = ownSchema(cluster.url.replace('/iceberg/', '/lake/'));
const schema = basename(warehouse);

/** The demo company's project once more, with its warehouse in a bucket. */
function project(name: string, files: Readonly<Record<string, unknown>> = {}): string {
  const path = join(folder, name);
  cpSync(embedded, path, { recursive: true, filter: (each) => !/\.duckdb$|reports$/.test(each) });
  const config = parse(readFileSync(join(embedded, 'tidemark.yaml'), 'utf8')) as object;
  const place = { location: 's3://tidemark/desk', endpoint, ...files };
  const changed = { ...config, warehouse, cluster: { files: place } };
  writeFileSync(join(path, 'tidemark.yaml'), stringify(changed));
  return path;
}

const imported = (path: string): Run =>
  tidemark(path, 'import', ...demoFiles.map((name) => join(path, 'data', name)), '--json');

/** Files of this warehouse below a place in the bucket. */
const filesBelow = (place: string): readonly string[] => {
  const found = readdirSync(bucket ?? '', { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice((bucket ?? '').length + 1))
    .filter((path) => path.startsWith(`${place}/`));
};

async function factsOnBoth() {
  const [mine, theirs] = [
    await openWarehouse({ path: join(embedded, 'tidemark.duckdb'), readOnly: true }),
    await openTrino({ warehouse }),
  ];
  try {
    const [here, there] = [await everyFact(mine), await everyFact(theirs)];
    return { here, there, rows: (await theirs.state()).counts };
  } finally {
    await Promise.all([mine.close(), theirs.close()]);
  }
}

function pages(path: string): readonly unknown[] {
  const out = mkdtempSync(join(folder, 'report-'));
  const asked = ['--period', '2025-10', '--format', 'html,text', '--out', out];
  expect(tidemark(path, 'report', 'whole-picture', ...asked).words).not.toContain('tidemark:');
  return readdirSync(out)
    .filter((name) => !name.endsWith('.manifest.json'))
    .sort()
    .map((name) => [name, readFileSync(join(out, name), 'utf8')]);
}

describe.skipIf(bucket === undefined)('tables in a bucket', () => {
  let desk: string;
  beforeAll(() => {
    desk = project('desk');
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What a load that cannot reach its storage says, and that it left nothing. */
  function refused(path: string, code: string, words: string): void {
    const run = imported(path);
    expect([run.code, run.words]).toEqual([2, expect.stringContaining(words)]);
    expect(run.words).not.toContain(process.env['AWS_SECRET_ACCESS_KEY']);
    expect(run.words.trim().split('\n').at(-1), code).toMatch(/^tidemark: s3:\/\//);
  }

  test('storage that is not there, a bucket that is not there, keys that are wrong or none: one sentence, nothing loaded', () => {
    refused(project('down', { endpoint: 'http://127.0.0.1:1' }), 'bucket_unreachable', 'cannot be reached');
    refused(project('none', { location: 's3://elsewhere/desk' }), 'bucket_missing', 'no bucket "elsewhere"');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
    refused(desk, 'bucket_sign_in', 'does not accept the keys (SignatureDoesNotMatch)');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'nobody');
    refused(desk, 'bucket_sign_in', 'does not accept the keys (InvalidAccessKeyId)');
    expect(filesBelow(`desk/${schema}_work`)).toEqual([]);
  }, 600_000);

  test('the demo company is loaded: every fact and the report are the same', async () => {
    expect(imported(desk)).toMatchObject({ code: 0 });
    const { here, there } = await factsOnBoth();
    for (const name of factNames) expect(there[name], name).toEqual(here[name]);
    expect(pages(desk)).toEqual(pages(embedded));
    expect(filesBelow(`desk/${schema}`).filter((path) => path.endsWith('.parquet')).length).toBeGreaterThan(
      20,
    );
    expect(filesBelow(`desk/${schema}_work`)).toEqual([]);
  }, 1_500_000);

  test('the same files again are all duplicates; that and an undo leave the facts as they were', async () => {
    const [before, again] = [await factsOnBoth(), imported(desk)];
    expect(again.code).toBe(0);
    expect(tidemark(desk, 'loads', 'undo', '2').code).toBe(0);
    expect(await factsOnBoth()).toEqual(before);
    expect(filesBelow(`desk/${schema}_work`)).toEqual([]);
  }, 1_500_000);
});
