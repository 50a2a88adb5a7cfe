/** The shapes that scripts may rely on: what each command prints with `--json`. */
import { z } from 'zod';

const count = z.number().int().nonnegative();
const interval = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  level: z.number(),
  method: z.string(),
});
const verdict = z.enum(['signal', 'no_change_bigger_than', 'cannot_tell_yet']);

const comparison = z.object({
  base: z.object({
    kind: z.enum(['previous', 'last_year', 'target']),
    from: z.string().nullable(),
    to: z.string().nullable(),
    value: z.number().nullable(),
    n: z.number(),
    interval: interval.nullable(),
  }),
  difference: z.number().nullable(),
  interval: interval.nullable(),
  verdict: verdict.nullable(),
  among: verdict.nullable(),
  p: z.number().nullable(),
  missing: z.string().nullable(),
});

const figure = z.object({
  metric: z.string(),
  stat: z.string(),
  segment: z.record(z.string(), z.string().nullable()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  value: z.number().nullable(),
  unit: z.string(),
  n: z.number(),
  interval: interval.nullable(),
  rules: z.record(z.string(), z.string()),
  missing: z.string().nullable(),
  countedOut: z.record(z.string(), count),
  comparison: comparison.nullable(),
  rows: z.string(),
});

const loadedFile = z.object({
  file: z.string(),
  records: count,
  loaded: count,
  duplicates: count,
  quarantined: count,
  excluded: count,
  reasons: z.record(z.string(), count),
});

export const outputSchemas = {
  metrics: z.object({ figures: z.array(figure) }),
  import: z.object({ load: z.union([z.string(), z.number()]), files: z.array(loadedFile) }),
  report: z.object({ files: z.array(z.string()) }),
} as const;
