/** One command of ours as a process of its own: what it does to memory or to itself ends with it. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  /** What it had to say, in one line. */
  readonly words: string;
}

export type Errands = (words: readonly string[]) => Promise<Outcome>;

/**
 * The same command line that a person or cron would write. Asked to stop, it is asked to stop in turn, and waited for.
 *
 * @example await errandsOf('/srv/reports', signal)(['deliver', '--json'])
 */
export const errandsOf =
  (project: string, signal: AbortSignal): Errands =>
  async (words) => {
    const child = spawn(process.execPath, [process.argv[1] ?? '', '--project', project, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', stop);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    child.on('error', reject).on('close', (code, by) => resolve(code ?? (by === null ? 1 : 130)));
    try {
      const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), promise]);
      return { code, out, words: said.trim().replace(/\s*\n\s*/g, ' · ') };
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
