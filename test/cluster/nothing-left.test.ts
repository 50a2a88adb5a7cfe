import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isGone } from '../../src/warehouse/trino/is-gone.ts';

const scripts = new URL('../../scripts/cluster/', import.meta.url).pathname;

/** Starts two processes that would run for ever, one of which ends at once, and says their numbers. */
const owner = (folder: string, stopped: string): string => `
  import { spawn } from 'node:child_process';
  import { undertaker } from '${scripts}undertaker.ts';
  const { watch, stopWith } = undertaker('${folder}');
  stopWith([process.execPath, '-e', "require('node:fs').writeFileSync('${stopped}', '')"]);
  const [stays, ends] = [1, 2].map(() => watch(spawn('sleep', ['1000'], { stdio: 'ignore' })));
  ends.once('exit', () => process.stdout.write(String(stays.pid)));
  ends.kill();
`;

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'nothing of a cluster outlives the process that started it, ended by %s',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'tidemark-owned-'));
    const stopped = join(mkdtempSync(join(tmpdir(), 'tidemark-stopped-')), 'stopped');
    writeFileSync(join(folder, 'file'), '');
    const owning = spawn(process.execPath, ['--input-type=module', '-e', owner(folder, stopped)]);
    const [told] = (await once(owning.stdout, 'data')) as [Buffer];
    const pid = Number(told.toString());
    expect(isGone(pid)).toBe(false);
    owning.kill(signal);
    await expect.poll(() => isGone(pid), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => existsSync(folder) || !existsSync(stopped), { timeout: 20_000 }).toBe(false);
  },
);
