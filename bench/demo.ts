/** The demo from an empty folder to three reports, as a newcomer runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measure, timed } from './measure.ts';

export async function bench(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-demo-'));
  const command = join(import.meta.dirname, '../bin/tidemark.js');
  const [run, seconds] = await timed(async () =>
    spawnSync(process.execPath, [command, 'demo', '--out', join(folder, 'demo')], { encoding: 'utf8' }),
  );
  rmSync(folder, { recursive: true });
  if (run.status !== 0) throw new Error(run.stderr);
  return [{ what: 'demo: 50,000 cases from empty folder to three reports', seconds, goal: 'about 20 s' }];
}
