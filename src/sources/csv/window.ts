/** A sliding window over a stream of bytes: from any line in it, the next record can be seen whole. */
import type { ByteSource } from '../text/byte-source.ts';

export interface Window {
  readonly bytes: Buffer;
  /** First byte not yet used, and the end of what is there. */
  readonly from: number;
  readonly to: number;
  readonly ended: boolean;
}

export interface WindowReader {
  /** The window moved on to `from`, holding at least `ahead` bytes unless the stream ends before. */
  moved(from: number): Window;
}

/** `ahead` is the most that a record may need. */
export function windowReader(source: ByteSource, ahead: number): WindowReader {
  let bytes = Buffer.allocUnsafe(Math.max(4 << 20, ahead * 2 + (4 << 20)));
  let to = 0;
  let ended = false;
  const append = (chunk: Buffer): void => {
    if (to + chunk.length > bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, to), Buffer.allocUnsafe(chunk.length * 2)]);
    chunk.copy(bytes, to);
    to += chunk.length;
  };
  return {
    moved(from) {
      bytes.copyWithin(0, from, to);
      to -= from;
      while (!ended && to < bytes.length - (3 << 20)) {
        const chunk = source.read();
        if (chunk === null) ended = true;
        else append(chunk);
      }
      return { bytes, from: 0, to, ended };
    },
  };
}
