/** The lines of a stream of bytes, one at a time; one that is longer than allowed comes without its text. */

import { newline } from '../csv/dialect.ts';
import type { ByteSource } from './byte-source.ts';

export interface Line {
  readonly place: number;
  /** null where it is too long. */
  readonly bytes: Buffer | null;
}

export function* linesOf(source: ByteSource, maxBytes: number): Generator<Line> {
  let kept: Buffer[] = [];
  let length = 0;
  let place = 1;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= maxBytes) kept.push(part);
    else kept = [];
  };
  const whole = (): Line => ({ place, bytes: length > maxBytes ? null : Buffer.concat(kept) });
  for (let chunk = source.read(); chunk !== null; chunk = source.read()) {
    let from = 0;
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, to));
      yield whole();
      kept = [];
      length = 0;
      place += 1;
      from = to + 1;
    }
    if (from < chunk.length) take(Buffer.from(chunk.subarray(from)));
  }
  if (length > 0) yield whole();
}
