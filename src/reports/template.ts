/** A template: which figures stand on page one, which blocks follow, in which order. YAML that a person can edit. */
import { z } from 'zod';
import { blockNames } from './blocks/index.ts';

const blocks = z.array(z.enum(blockNames)).describe('blocks in order');

export const templateSchema = z.strictObject({
  objective: z.enum(['whole_picture']).describe('what the report is for'),
  figures: z
    .array(
      z.strictObject({
        metric: z.string(),
        stats: z
          .array(z.string())
          .default([])
          .describe('the first is the figure of the row, the others stand beside it'),
        unless: z.string().optional().describe('left out where this metric has a figure'),
      }),
    )
    .min(1)
    .describe('the figures of page one; those that the data cannot answer are told, not faked'),
  compare: z
    .array(z.string())
    .default([])
    .describe(
      'what else page one is compared with, as typed at the terminal: baseline:2025-01, segment:team=Turin',
    ),
  one: blocks,
  two: blocks,
  behind: blocks,
});

export type Template = z.output<typeof templateSchema>;
