/** Once for all suites: the demo company's year in a project of the embedded engine, and in one on the cluster. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openWarehouse } from '../../src/warehouse/index.ts';
import { tidemark } from '../journeys/tidemark.ts';
import { copied, ownSchema } from './testing.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly onBoth: OnBoth;
  }
}

interface OnBoth {
  /** Folders of two projects that differ in one line of their configuration. */
  readonly embedded: string;
  readonly onCluster: string;
  /** That line. */
  readonly warehouse: string;
}

const cases = '2000';

export default async function demoOnBoth({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-both-'));
  const [embedded, onCluster] = [join(folder, 'embedded'), join(folder, 'on-cluster')];
  const made = tidemark(folder, 'demo', '--cases', cases, '--out', embedded);
  if (made.code !== 0) throw new Error(made.words);
  const options = ownSchema();
  const from = await openWarehouse({ path: join(embedded, 'tidemark.duckdb') });
  const there = await copied(from, { to: options });
  await Promise.all([from.close(), there.close()]);
  cpSync(embedded, onCluster, { recursive: true, filter: (path) => !/\.duckdb$|reports$/.test(path) });
  const config = readFileSync(join(embedded, 'tidemark.yaml'), 'utf8');
  writeFileSync(join(onCluster, 'tidemark.yaml'), `${config}\nwarehouse: ${options.warehouse}\n`);
  provide('onBoth', { embedded, onCluster, warehouse: options.warehouse });
  return () => rmSync(folder, { recursive: true, force: true });
}
