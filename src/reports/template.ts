/** A template: which figures stand on page one, which blocks follow, in which order. YAML that a person can edit. */
import { z } from 'zod';
import { benchmarkSchema, segmentSchema, targetSchema } from '../metrics/index.ts';
import { writtenDate } from '../model/index.ts';
import { blockNames } from './blocks/index.ts';

export const objectives = [
  'whole_picture',
  'raise_satisfaction',
  'cut_cost',
  'meet_agreement',
  'staff_channels',
  'understand_customers',
  'review_people',
] as const;

export type Objective = (typeof objectives)[number];

const blocks = z.array(z.enum(blockNames)).describe('blocks in order');

/** Words of the author in the languages that the report is read in. */
const spoken = z.strictObject({ en: z.string().min(1).optional(), it: z.string().min(1).optional() });

const figure = z.strictObject({
  metric: z.string(),
  stats: z
    .array(z.string())
    .default([])
    .describe('the first is the figure of the row, the others stand beside it'),
  unless: z.string().optional().describe('left out where this metric has a figure'),
});

const question = z
  .strictObject({
    ask: spoken.describe('the question in the reader’s words'),
    metrics: z.array(z.string()).min(1).describe('the figures that answer it'),
  })
  .describe('what the report is to answer');

const action = z
  .strictObject({
    what: z.string().min(1),
    owner: z.string().min(1),
    decided: writtenDate.describe('when it was decided'),
    due: writtenDate.optional(),
    done: writtenDate.optional().describe('when it was done'),
    dropped: writtenDate.optional().describe('when it was given up'),
    metric: z.string().optional().describe('what it is to change'),
    direction: z.enum(['up', 'down']).optional().describe('where that metric is meant to go'),
    size: z.number().positive().optional().describe('by how much: 0.1 is a tenth, or points of a share'),
    scope: z.string().optional().describe('the part of the work it touches, such as team=Milan'),
  })
  .refine(({ done, dropped }) => done === undefined || dropped === undefined, 'one of done and dropped')
  .describe('what was decided; the next reports say what became of it');

/** As a file states it: what it does not say comes from those it includes. */
export const templateSchema = z
  .strictObject({
    include: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe('templates that say what this one does not; their figures come before its own'),
    objective: z.enum(objectives).optional().describe('what the report is for'),
    title: spoken.optional().describe('in place of the objective’s own'),
    note: spoken.optional().describe('the author’s own words on page one'),
    where: segmentSchema.optional(),
    targets: z.array(targetSchema).optional(),
    benchmarks: z.array(benchmarkSchema).optional(),
    questions: z.array(question).optional(),
    actions: z.array(action).optional(),
    figures: z
      .array(figure)
      .min(1)
      .optional()
      .describe('the figures of page one; those that the data cannot answer are told, not faked'),
    compare: z
      .array(z.string())
      .optional()
      .describe(
        'what else page one is compared with, as typed at the terminal: baseline:2025-01, segment:team=Turin',
      ),
    one: blocks.optional(),
    two: blocks.optional(),
    behind: blocks.optional(),
  })
  .describe('Tidemark report template');

type Spoken = z.output<typeof spoken>;

export type WrittenTemplate = z.output<typeof templateSchema>;

type Said = Omit<WrittenTemplate, 'include' | 'title' | 'note'>;
type Complete = { readonly [Part in keyof Said]-?: Exclude<Said[Part], undefined> };

/** With all that it includes. */
export interface Template extends Complete {
  /** As it is typed to print it. */
  readonly name: string;
  /** null: the objective's own. */
  readonly title: Spoken | null;
  readonly note: Spoken | null;
}
