import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openScratchFolder } from './scratch-folder.ts';

/** The folder that another process would have. */
const of = (mine: string, pid: number | undefined): string =>
  basename(mine).replace(`-${process.pid}-`, `-${pid}-`);

test('what a killed process left is taken away by the next; what a living one has stays, and what others have', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'tidemark-sweep-'));
  const mine = await openScratchFolder(parent);
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const [theirs, elsewhere] = [of(mine, other.pid), 'tidemark-scratch-ffffffff-999999999-x'];
  for (const name of [theirs, elsewhere, 'tidemark-scratch-old', 'something-else'])
    mkdirSync(join(parent, name));
  writeFileSync(join(parent, theirs, 'scratch.duckdb'), 'half');

  const second = await openScratchFolder(parent);
  expect(readdirSync(parent)).toHaveLength(6);

  other.kill('SIGKILL');
  await once(other, 'exit');
  const third = await openScratchFolder(parent);
  const left = [mine, second, third].map((path) => basename(path));
  expect(readdirSync(parent).sort()).toEqual(
    [...left, elsewhere, 'tidemark-scratch-old', 'something-else'].sort(),
  );
});
