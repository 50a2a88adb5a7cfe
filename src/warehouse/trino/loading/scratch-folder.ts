/** The folder of a scratch, named after its process: what killed processes left is found by that, and taken away. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isGone } from '../is-gone.ts';

/** @param parent where all processes of this machine put theirs */
export async function openScratchFolder(parent: string = tmpdir()): Promise<string> {
  const here = await numbering();
  await sweep(parent, here);
  return await mkdtemp(join(parent, `tidemark-scratch-${here}-${process.pid}-`));
}

/** Only within one machine and one numbering of processes does a number say which process it was: containers may share a folder. */
async function numbering(): Promise<string> {
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update(`${hostname()} ${space}`).digest('hex').slice(0, 8);
}

async function sweep(parent: string, here: string): Promise<void> {
  const form = new RegExp(`^tidemark-scratch-${here}-(\\d+)-`);
  for (const name of await readdir(parent)) {
    const [, pid] = form.exec(name) ?? [];
    // Another process may sweep at the same moment.
    if (pid !== undefined && isGone(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
