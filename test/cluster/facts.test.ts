import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoFiles, makeDemoProject } from '../../src/cli/demo-project.ts';
import { loadFiles } from '../../src/cli/load-files.ts';
import { factSettings } from '../../src/cli/settings.ts';
import { silentTerminal } from '../../src/cli/silent-terminal.ts';
import { type Config, readConfig } from '../../src/config/index.ts';
import { openWarehouse } from '../../src/warehouse/duckdb/open.ts';
import { refreshFacts } from '../../src/warehouse/facts/refresh.ts';
import type { LoadableWarehouse } from '../../src/warehouse/loading.ts';
import { everyFact, factNames } from './every-fact.ts';
import { onCluster } from './loadable.ts';

const cases = Number(process.env.TIDEMARK_TEST_TRINO_CASES ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'tidemark-cluster-demo-'));
let config: Config;
let both: readonly LoadableWarehouse[] = [];

/** A last part of every file comes later: new cases, and what happened in old ones. Agents are all there: a new one concerns everybody's facts. */
function inTwoParts(): readonly (readonly string[])[] {
  const parts = ['first', 'later'] as const;
  for (const part of parts) mkdirSync(join(folder, part));
  for (const name of demoFiles) {
    const [header = '', ...lines] = readFileSync(join(folder, 'data', name), 'utf8')
      .trimEnd()
      .split('\n');
    const cut = name === 'agents.csv' ? lines.length : Math.ceil((lines.length * 49) / 50);
    const write = (part: string, some: readonly string[]): void =>
      writeFileSync(join(folder, part, name), `${[header, ...some].join('\n')}\n`);
    write('first', lines.slice(0, cut));
    write('later', lines.slice(cut));
  }
  return parts.map((part) => demoFiles.map((name) => join(folder, part, name)));
}

async function sameOnBoth(): Promise<void> {
  const [mine, theirs] = await Promise.all(both.map(everyFact));
  for (const name of factNames) expect(theirs?.[name], name).toEqual(mine?.[name]);
}

beforeAll(async () => {
  await makeDemoProject({ folder, seed: 7, cases });
  config = readConfig(folder);
  both = [await openWarehouse({ path: ':memory:' }), await onCluster()];
});

afterAll(async () => {
  for (const warehouse of both) await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the facts of the demo company are the same from both engines: at first, later, and after an undo', async () => {
  const [first = [], later = []] = inTwoParts();
  for (const files of [first, later]) {
    for (const warehouse of both) await loadFiles({ config, warehouse, files, io: silentTerminal });
    await sameOnBoth();
  }
  for (const warehouse of both) await warehouse.undo(2, { settings: factSettings(config), refreshFacts });
  await sameOnBoth();
}, 1_500_000);
