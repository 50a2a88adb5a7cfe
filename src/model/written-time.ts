/** Dates and durations as people write them into YAML files. */
import { z } from 'zod';
import { isDate } from './time.ts';

export const writtenDate = z.string().refine(isDate, 'a date such as 2025-12-25');

export const writtenDuration = z
  .string()
  .regex(/^\d+(\.\d+)?\s?(s|m|h|d)$/, 'a duration such as 90s, 30m, 4h or 2d')
  .describe('a duration such as 90s, 30m, 4h or 2d');

/** @example secondsOf('4h') // 14400 */
export function secondsOf(written: string): number {
  const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[written.at(-1) ?? 's'] ?? 1;
  return Number.parseFloat(written) * unit;
}
