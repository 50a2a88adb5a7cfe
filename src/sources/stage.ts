/** Reads a file in a child process with limits, so that no file can take the program down with it. */
import { type ChildProcess, fork } from 'node:child_process';
import { type ExitCode, Problem, type ProblemFacts } from '../model/index.ts';
import { defaultLimits, type FileFormat, type Limits } from './format.ts';
import type { Staged } from './staged.ts';

export interface StageOptions {
  /** A private folder of this file's own; staged texts are made in it, readable by the owner alone. */
  readonly folder: string;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  /** Never hand the file itself to the engine: after the engine and the fast scan did not agree about it. */
  readonly careful?: boolean;
  /** Bytes of the file read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Stages a file for the engine: its records as strict delimited text, the broken ones beside it.
 *
 * @throws Problem for what cannot be read at all; the signal's reason where it was aborted
 * @example await stageFile('calls.csv', {}, { folder }) // { records: 31599, … }
 */
export async function stageFile(path: string, format: FileFormat, options: StageOptions): Promise<Staged> {
  const { folder, signal, onProgress } = options;
  signal?.throwIfAborted();
  const limits = { ...defaultLimits, ...options.limits };
  const child = fork(childFile(), [], {
    execArgv: [`--max-old-space-size=${limits.memoryMb}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  });
  child.send({ path, format, folder, limits, careful: options.careful ?? false });
  return outcome(child, path, limits, signal, onProgress);
}

/** The child's file stands beside this one, as source or built. */
const childFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './stage-child.ts' : './stage-child.js', import.meta.url);

interface Message {
  readonly progress?: number;
  readonly staged?: Staged;
  readonly problem?: { readonly code: string; readonly facts: ProblemFacts; readonly exitCode: ExitCode };
  readonly failure?: { readonly message: string; readonly code: string | null };
}

function outcome(
  child: ChildProcess,
  path: string,
  limits: Limits,
  signal: AbortSignal | undefined,
  onProgress: ((bytes: number) => void) | undefined,
): Promise<Staged> {
  const { promise, resolve, reject } = Promise.withResolvers<Staged>();
  let complaint = '';
  const fail = (reason: unknown): void => {
    reject(reason);
    child.kill('SIGKILL');
  };
  const onAbort = (): void => fail(signal?.reason);
  const timer = setTimeout(() => fail(tooLong(path, limits)), limits.timeoutMs);
  signal?.addEventListener('abort', onAbort);
  child.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-4_000);
  });
  child.on('message', (message: Message) => {
    if (message.progress !== undefined) onProgress?.(message.progress);
    else if (message.staged !== undefined) resolve(message.staged);
    else reject(toProblem(message, path));
  });
  child.on('error', reject);
  child.on('exit', () => reject(died(path, limits, complaint)));
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  });
}

function toProblem({ problem, failure }: Message, path: string): Error {
  if (problem !== undefined) return new Problem(problem.code, problem.facts, { exitCode: problem.exitCode });
  if (failure?.code === 'ENOSPC') {
    return new Problem(
      'disk_full',
      {
        place: path,
        found: 'no room left on the disk',
        expected: 'room for a copy of the file',
        todo: 'make room and try again',
      },
      { exitCode: 3 },
    );
  }
  return new Error(`reading ${path}: ${failure?.message ?? 'no answer'}`);
}

const tooLong = (path: string, { timeoutMs }: Limits): Problem =>
  new Problem('file_too_slow', {
    place: path,
    found: `a file that was not read after ${Math.round(timeoutMs / 1000)} s`,
    expected: 'one that can be read in that time',
    todo: 'split the file',
  });

const died = (path: string, { memoryMb }: Limits, complaint: string): Problem =>
  new Problem(
    complaint.includes('heap out of memory') ? 'file_too_big_for_memory' : 'reader_died',
    {
      place: path,
      found: `the reader ended before the file did`,
      expected: `a file that can be read in ${memoryMb} MB`,
      todo: 'split the file, or allow more under intake: memory_mb',
    },
    { cause: new Error(complaint) },
  );
