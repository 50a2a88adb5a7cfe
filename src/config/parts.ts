/** Pieces that several sections of the configuration are written with. */
import { z } from 'zod';
import { isTimeZone } from '../model/index.ts';

export const zone = z
  .string()
  .refine(isTimeZone, 'an IANA time zone such as Europe/Rome')
  .describe('IANA time zone, e.g. Europe/Rome');

export const duration = z
  .string()
  .regex(/^\d+(\.\d+)?\s?(s|m|h|d)$/, 'a duration such as 90s, 30m, 4h or 2d')
  .describe('a duration such as 90s, 30m, 4h or 2d');

/** @example secondsOf('4h') // 14400 */
export function secondsOf(written: string): number {
  const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[written.at(-1) ?? 's'] ?? 1;
  return Number.parseFloat(written) * unit;
}

/** A dimension that is named must hold one of its values. */
export const conditions = <Dimension extends string>(dimensions: readonly [Dimension, ...Dimension[]]) =>
  z
    .partialRecord(z.enum(dimensions), z.array(z.string()).min(1))
    .default({})
    .transform((where) => where as Readonly<Partial<Record<Dimension, readonly string[]>>>)
    .describe('which cases it is for; without it, all');
