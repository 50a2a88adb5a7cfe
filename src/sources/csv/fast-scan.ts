/** Says in one pass whether the engine can read a file strictly as it stands, and how many records it has. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { newline } from './dialect.ts';
import type { ScannerOptions } from './line-scanner.ts';
import { type Range, type RangeScan, scanRange } from './scan-range.ts';
import type { ScanOrder } from './scan-worker.ts';

export interface Scan {
  /** Every line is one whole record of clean UTF-8, all line ends alike. */
  readonly regular: boolean;
  /** Rows, the header included. */
  readonly rows: number;
  /** Some field begins or ends with a blank. */
  readonly padded: boolean;
}

/** Below this a second thread costs more than it saves. */
const worthSplitting = 32 << 20;

/** Stops at the first thing out of order: the careful reader takes over from the start. Large files are scanned in parts. */
export async function fastScan(
  path: string,
  options: ScannerOptions,
  onProgress?: (bytes: number) => void,
): Promise<Scan> {
  if (options.skip > 0) return { regular: false, rows: 0, padded: true };
  const [first = { from: 0, to: 0 }, ...others] = rangesOf(path);
  const inThreads = others.map((range) => scanInThread({ path, range, options }));
  const share = others.length + 1;
  const own = scanRange(path, first, options, (bytes) => onProgress?.(bytes * share));
  return together([own, ...(await Promise.all(inThreads))]);
}

function together(parts: readonly RangeScan[]): Scan {
  const ends = new Set(parts.map(({ returns }) => returns).filter((each) => each !== null));
  return {
    regular: parts.every(({ regular }) => regular) && ends.size < 2,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    padded: parts.some(({ padded }) => padded),
  };
}

function scanInThread(order: ScanOrder): Promise<RangeScan> {
  const { promise, resolve, reject } = Promise.withResolvers<RangeScan>();
  const name = import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js';
  const worker = new Worker(new URL(name, import.meta.url), { workerData: order });
  worker.once('message', resolve);
  worker.once('error', reject);
  return promise;
}

/** Parts of about the same size, each beginning after a line's end; a byte order mark is left out. */
function rangesOf(path: string): Range[] {
  const size = statSync(path).size;
  const file = openSync(path, 'r');
  try {
    const start = markBytes(file);
    const parts = size < worthSplitting ? 1 : Math.min(4, availableParallelism());
    const cuts = Array.from({ length: parts - 1 }, (_, index) =>
      nextLine(file, Math.floor((size / parts) * (index + 1)), size),
    );
    const edges = [start, ...cuts, size];
    return edges.slice(1).map((to, index) => ({ from: edges[index] ?? 0, to }));
  } finally {
    closeSync(file);
  }
}

function markBytes(file: number): number {
  const head = Buffer.alloc(3);
  readSync(file, head, 0, 3, 0);
  return head.toString('hex') === 'efbbbf' ? 3 : 0;
}

function nextLine(file: number, from: number, size: number): number {
  const some = Buffer.allocUnsafe(1 << 20);
  const length = readSync(file, some, 0, some.length, from);
  const found = some.subarray(0, length).indexOf(newline);
  return found < 0 ? size : from + found + 1;
}
