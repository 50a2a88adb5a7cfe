/** Pieces that several sections of the configuration are written with. */
import { z } from 'zod';
import { isTimeZone } from '../model/index.ts';

export const zone = z
  .string()
  .refine(isTimeZone, 'an IANA time zone such as Europe/Rome')
  .describe('IANA time zone, e.g. Europe/Rome');

/** A dimension that is named must hold one of its values. */
export const conditions = <Dimension extends string>(dimensions: readonly [Dimension, ...Dimension[]]) =>
  z
    .partialRecord(z.enum(dimensions), z.array(z.string()).min(1))
    .default({})
    .transform((where) => where as Readonly<Partial<Record<Dimension, readonly string[]>>>)
    .describe('which cases it is for; without it, all');
