/** A thread that scans one part of a file. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ScannerOptions } from './line-scanner.ts';
import { type Range, scanRange } from './scan-range.ts';

export interface ScanOrder {
  readonly path: string;
  readonly range: Range;
  readonly options: ScannerOptions;
}

const { path, range, options } = workerData as ScanOrder;
parentPort?.postMessage(scanRange(path, range, options));
