/** The section `watch:`: what is looked at after each load, and who is told when it changes. */
import { z } from 'zod';
import type { Thing, Watched } from '../delivery/index.ts';
import { filtersOf, segmentSchema, unknownNames } from '../metrics/index.ts';
import { secondsOf, writtenDuration } from '../model/index.ts';
import { type Defaults, recipientOf, recipientSchema } from './delivery.ts';

const recipients = z.array(recipientSchema).min(1).max(500);

const thing = z
  .strictObject({
    metric: z.string().optional().describe('a metric over time, judged by the alarm: csat, backlog …'),
    urgent_waiting: writtenDuration
      .optional()
      .describe('urgent cases that wait longer than this for their first answer'),
    promises_at_risk: z
      .literal(true)
      .optional()
      .describe('promises of the service agreement that are about to be broken'),
    where: segmentSchema.default({}),
    to: recipients.optional().describe('who is told of this; without it, those of the whole section'),
  })
  .refine(
    (given) => kinds.filter((kind) => given[kind] !== undefined).length === 1,
    'one of metric, urgent_waiting, promises_at_risk',
  );

const kinds = ['metric', 'urgent_waiting', 'promises_at_risk'] as const;

export const watch = z
  .strictObject({
    to: recipients.optional().describe('who is told; none: warnings are only listed'),
    things: z.array(thing).max(100).default([]),
  })
  .describe('what is looked at after each load, and who is told when it changes');

type Raw = z.output<typeof watch>;

/** What stands under `watch:` and nobody knows, each with its place. */
export const unknownWatched = ({ things }: Raw, own: Parameters<typeof unknownNames>[2]) =>
  unknownNames(
    things.map(({ metric, where, ...rest }) => ({
      metric: metric ?? (rest.promises_at_risk === true ? 'sla_at_risk' : 'first_response_time'),
      where,
    })),
    'things',
    own,
  ).map(({ path, ...wrong }) => ({ ...wrong, path: ['watch', ...path] }));

export const watchConfig = ({ to = [], things }: Raw, defaults: Defaults): readonly Watched[] =>
  things.map((raw) => ({
    thing: thingOf(raw),
    recipients: (raw.to ?? to).map((one) => recipientOf(one, defaults, usualForms)),
  }));

/** The letter says it all; a folder needs a file and a program needs data. */
const usualForms = { mail: [], folder: ['html'], webhook: ['json'], slack: [], teams: [] } as const;

function thingOf({ metric, urgent_waiting, where }: Raw['things'][number]): Thing {
  const filters = filtersOf(where);
  if (metric !== undefined) return { kind: 'metric', metric, where: filters };
  return urgent_waiting === undefined
    ? { kind: 'promises_at_risk', where: filters }
    : { kind: 'urgent_waiting', longerThanS: secondsOf(urgent_waiting), where: filters };
}
