/** Scans a part of a file that begins and ends with a line. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { newline } from './dialect.ts';
import { lineScanner, type ScannerOptions } from './line-scanner.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface RangeScan {
  readonly regular: boolean;
  readonly rows: number;
  readonly padded: boolean;
  readonly returns: boolean | null;
}

const bufferBytes = 4 << 20;
const irregular: RangeScan = { regular: false, rows: 0, padded: true, returns: null };

/** Lines are checked in whole chunks where that is faster (valid UTF-8, no NUL), byte by byte where the grammar needs it. */
export function scanRange(
  path: string,
  { from, to }: Range,
  options: ScannerOptions,
  onProgress?: (bytes: number) => void,
): RangeScan {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(bufferBytes);
  const scanner = lineScanner(options);
  try {
    let kept = 0;
    for (let at = from; ; ) {
      const length = readSync(file, buffer, kept, Math.min(bufferBytes - kept, to - at), at);
      at += length;
      onProgress?.(at - from);
      const ended = at >= to || length === 0;
      const filled = kept + length;
      const end = ended ? filled : buffer.subarray(0, filled).lastIndexOf(newline) + 1;
      const lines = buffer.subarray(0, end);
      if (end === 0 && !ended) return irregular;
      if (lines.includes(0) || !isUtf8(lines) || !scanner.scan(lines)) return irregular;
      if (ended)
        return { regular: true, rows: scanner.rows(), padded: scanner.padded(), returns: scanner.returns() };
      buffer.copyWithin(0, end, filled);
      kept = filled - end;
    }
  } finally {
    closeSync(file);
  }
}
