/**
 * Waits until whoever started it is gone, however that came about, and then ends what they left running. It is told line by
 * line, as JSON, what that is; the end of its input is the end of its owner.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** One line of what it is told. */
export type Told =
  | { readonly began: number }
  | { readonly ended: number }
  /** A command that stops what is no child of anybody. */
  | { readonly stop: readonly string[] }
  /** A folder that nobody needs then. */
  | { readonly folder: string }
  /** The owner has tidied up alone. */
  | { readonly over: true };

const processes = new Set<number>();
const commands: (readonly string[])[] = [];
const folders: string[] = [];

// Whoever interrupts the owner at a terminal interrupts the whole group.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line) as Told;
  if ('began' in told) processes.add(told.began);
  else if ('ended' in told) processes.delete(told.ended);
  else if ('stop' in told) commands.push(told.stop);
  else if ('folder' in told) folders.push(told.folder);
  else process.exit();
}

for (const pid of processes) end(pid);
for (const [program = '', ...args] of commands) spawnSync(program, args, { stdio: 'ignore', cwd: '/' });
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
