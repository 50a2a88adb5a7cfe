/** What `tidemark reconcile --json` prints: totals held against ours, two sources, or a table with its log. */
import { z } from 'zod';

const count = z.number().int().nonnegative();

const difference = z.object({
  where: z.enum(['only_a', 'only_b', 'differs']),
  column: z.string().nullable(),
  reason: z.string().nullable().describe('null: nobody can explain it'),
  count,
});
const sourceSize = z.object({ source: z.string(), records: count, repeatedKeys: count });

const reconciled = z.object({
  record: z.string(),
  a: sourceSize,
  b: sourceSize,
  both: count,
  equal: count,
  differences: z.array(difference),
  unexplained: count,
});

const stated = z.object({
  columns: z.array(
    z.object({
      column: z.string(),
      of: count,
      equal: count,
      table: z.number().nullable(),
      log: z.number().nullable(),
      differences: z.array(difference.omit({ where: true })),
    }),
  ),
});

const heldTotals = z.object({
  totals: z.array(
    z.object({
      metric: z.string(),
      stat: z.string().nullable(),
      period: z.union([z.literal('all'), z.object({ from: z.string(), to: z.string() })]),
      where: z.array(z.object({ dimension: z.string(), values: z.array(z.string().nullable()) })),
      stated: z.string().describe('as it was written'),
      theirs: z.number(),
      ours: z.number().nullable(),
      missing: z.string().nullable(),
      unit: z.string(),
      outcome: z.enum(['equal', 'explained', 'not_yet_loaded', 'unexplained']),
      way: z
        .object({
          rules: z.record(z.string(), z.string()),
          zone: z.string().nullable(),
          stat: z.string().nullable(),
          added: z.array(z.string()).describe('rows they count and we leave out, by reason'),
          ours: z.number(),
          text: z.string(),
        })
        .nullable()
        .describe('under which ours equals theirs'),
      reasons: z.array(z.string()),
      other_ways: count.describe('in how many other ways ours would equal theirs as well'),
    }),
  ),
});

export const reconcileSchema = z.union([heldTotals, reconciled, stated]);
