/** The shape of `tidemark.yaml`, as people write it; the published JSON schema is made from it. */
import { z } from 'zod';
import {
  benchmarkSchema,
  ownDimensionSchema,
  ownMetricSchema,
  targetSchema,
  unknownNames,
} from '../metrics/index.ts';
import { clockRules } from '../model/index.ts';
import { agreement } from './agreement.ts';
import { calendars } from './calendars.ts';
import { cluster } from './cluster.ts';
import { delivery } from './delivery.ts';
import { loads } from './loads.ts';
import { zone } from './parts.ts';
import { rates } from './rates.ts';
import { unknownWatched, watch } from './watch.ts';

const company = z
  .strictObject({
    name: z.string().min(1).describe('printed on every report'),
    logo: z.string().nullable().default(null).describe('an SVG file beside this one'),
    contact: z.string().nullable().default(null).describe('whom readers ask'),
  })
  .describe('who the reports are from');

const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'small letters, digits, - and _'),
  zone: zone.optional().describe('zone of the times in its files, where it differs'),
  case_url: z
    .string()
    .regex(/^https?:\/\/.*\{id\}/, 'a web address with {id} in it')
    .optional()
    .describe('opens a row in its own tool, e.g. https://desk.example/tickets/{id}'),
});

const people = z
  .strictObject({
    purpose: z.string().min(10).describe('why figures per person are made'),
    audience: z.array(z.string()).min(1).describe('who may see them'),
  })
  .describe('without this section no figure is made about a single person');

const intake = z.strictObject({
  max_quarantined_share: z.number().min(0).max(1).default(0.5).describe('a load with more is refused'),
  quarantine_days: z.number().int().positive().default(30).describe('age limit of broken records kept'),
  memory_mb: z
    .number()
    .int()
    .min(128)
    .default(512)
    .describe('megabytes that loading may use in all; more is faster'),
});

const differ = (all: readonly { readonly name: string; readonly fact: string }[]): boolean =>
  new Set(all.map(({ name, fact }) => `${fact} ${name}`)).size === all.length;

export const configSchema = z
  .strictObject({
    company,
    language: z.enum(['en', 'it']).default('en').describe('language of reports where none is asked for'),
    zone: zone.default('UTC').describe('the zone in which a day is a day'),
    warehouse: z
      .string()
      .default('tidemark.duckdb')
      .describe('file of the embedded engine, or trino://USER@HOST:PORT/CATALOG/SCHEMA'),
    cluster: cluster.prefault({}),
    sources: z.array(source).default([]),
    mappings: z.array(z.string()).default(['mappings/*.yaml']),
    calendars: calendars.default({}),
    calendar_rule: z
      .enum(clockRules)
      .default('each_for_its_own_time')
      .describe('which calendar counts where a case passes through several'),
    targets: z.array(targetSchema).default([]),
    benchmarks: z.array(benchmarkSchema).default([]),
    metrics: z
      .array(ownMetricSchema)
      .default([])
      .refine(differ, 'a name of its own for each')
      .describe('metrics of your own, asked for and explained like ours'),
    dimensions: z
      .array(ownDimensionSchema)
      .default([])
      .refine(differ, 'a name of its own for each, in its fact')
      .describe('dimensions of your own: ranges of a number, groups of words'),
    rates: rates.nullable().default(null),
    sla: agreement.prefault({}),
    people: people.nullable().default(null),
    comments: z
      .strictObject({ print: z.boolean().default(false).describe("print customers' words, masked") })
      .prefault({}),
    intake: intake.prefault({}),
    loads,
    delivery: delivery.prefault({}),
    watch: watch.prefault({}),
    confidentiality: z.string().nullable().default(null).describe('a line on every page'),
  })
  .superRefine(({ targets, benchmarks, watch: watched, ...own }, context) => {
    const issues = [
      ...unknownNames(targets, 'targets', own),
      ...unknownNames(benchmarks, 'benchmarks', own),
      ...unknownWatched(watched, own),
    ];
    for (const issue of issues) context.addIssue({ code: 'custom', ...issue, path: [...issue.path] });
  })
  .describe('Tidemark project');
