/** Sees to it that nothing of a cluster outlives the process that started it, even one that is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Told } from './left-behind.ts';

export interface Undertaker {
  /** A process that is to end with this one. */
  watch(child: ChildProcess): ChildProcess;
  /** A command that stops what is no child of ours. */
  stopWith(command: readonly string[]): void;
  /** Everything was tidied up. */
  over(): void;
}

/** @param folder taken away at the end */
export function undertaker(folder: string): Undertaker {
  const waiting = spawn(process.execPath, [new URL('./left-behind.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  waiting.unref();
  const tell = (told: Told): void => void waiting.stdin.write(`${JSON.stringify(told)}\n`);
  tell({ folder });
  return {
    watch: (child) => {
      const { pid } = child;
      if (pid === undefined) return child;
      tell({ began: pid });
      return child.once('exit', () => tell({ ended: pid }));
    },
    stopWith: (stop) => tell({ stop }),
    over: () => {
      tell({ over: true });
      waiting.stdin.end();
    },
  };
}
