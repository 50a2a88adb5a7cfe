/** Ends a process and waits until it is gone. */
import type { ChildProcess } from 'node:child_process';

/** One that never began, or has ended by itself, is left alone. */
export async function ended(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
