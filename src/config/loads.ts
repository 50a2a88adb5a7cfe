/** The section `loads:`: which files "tidemark run" loads by itself, and when. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { secondsOf, writtenDuration } from '../model/index.ts';
import { zone } from './parts.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "06:00", in quotes');

const load = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w-]{1,40}$/, 'letters, digits, - and _')
      .describe('told in the log'),
    files: z
      .union([z.string(), z.array(z.string()).min(1)])
      .describe(
        'files, or patterns such as incoming/calls-*.csv; each file is loaded once, and again when it changes',
      ),
    every: writtenDuration
      .refine((written) => secondsOf(written) >= 60, 'at least a minute')
      .optional()
      .describe('so often'),
    at: z.array(time).min(1).optional().describe('or at these times of day'),
    zone: zone.optional(),
  })
  .refine(({ every, at }) => (every === undefined) !== (at === undefined), 'either every or at');

export const loads = z
  .array(load)
  .default([])
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'each name once')
  .describe('which files "tidemark run" loads by itself, and when');

export interface PlannedLoad {
  readonly name: string;
  /** Absolute, perhaps with * in them. */
  readonly files: readonly string[];
  readonly when:
    | { readonly kind: 'every'; readonly seconds: number }
    /** `HH:MM` on the clocks of the zone, in order. */
    | { readonly kind: 'at'; readonly times: readonly string[]; readonly zone: string };
}

export const plannedLoads = (
  raw: z.output<typeof loads>,
  { folder, zone: usual }: { readonly folder: string; readonly zone: string },
): readonly PlannedLoad[] =>
  raw.map(({ name, files, every, at = [], zone: own = usual }) => ({
    name,
    files: [files].flat().map((path) => resolve(folder, path)),
    when:
      every === undefined
        ? { kind: 'at', times: at.toSorted(), zone: own }
        : { kind: 'every', seconds: secondsOf(every) },
  }));
