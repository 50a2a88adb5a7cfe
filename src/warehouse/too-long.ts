/** A statement that took longer than somebody would wait for it. */
import { Problem } from '../model/index.ts';

export const tooLong = (timeoutMs: number): Problem =>
  new Problem('query_too_long', {
    found: `a statement was still running after ${timeoutMs / 1000} s`,
    expected: 'an answer within that time',
    todo: 'ask for a shorter period, or allow more time',
  });
