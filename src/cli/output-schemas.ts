/** The shapes that scripts may rely on: what each command prints with `--json`. */
import { z } from 'zod';
import { reconcileSchema } from './reconcile-schemas.ts';

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
    kind: z.enum(['previous', 'last_year', 'target', 'benchmark', 'segment', 'baseline']),
    from: z.string().nullable(),
    to: z.string().nullable(),
    value: z.number().nullable(),
    n: z.number(),
    interval: interval.nullable(),
    part: z
      .literal(true)
      .optional()
      .describe('the period is not over: both sides are as many days of theirs'),
    where: z
      .array(z.object({ dimension: z.string(), values: z.array(z.string().nullable()) }))
      .optional()
      .describe('the other segment'),
    source: z.string().optional().describe('who states the benchmark'),
    date: z.string().optional().describe('since when it is stated'),
  }),
  contract: z
    .object({ name: z.string(), breached: z.boolean() })
    .optional()
    .describe('a target agreed with somebody: a miss is a breach, whatever the verdict'),
  workingDays: z
    .object({ current: z.number(), base: z.number(), adjusted: z.boolean() })
    .optional()
    .describe('days with service on both sides; adjusted: counts are compared by them'),
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
  bins: z
    .array(z.object({ from: z.number().nullable(), to: z.number().nullable(), n: count }))
    .optional()
    .describe('rows above `from` and up to `to`, where a distribution was asked for'),
  comparison: comparison.nullable().describe('the first of the comparisons'),
  comparisons: z.array(comparison),
  rows: z.string(),
});

const where = z.record(z.string(), z.array(z.string().nullable()));
const side = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  value: z.number().nullable(),
  n: z.number(),
  where,
});

const verdictPart = {
  verdict,
  difference: z.number().nullable(),
  interval: interval.nullable(),
  n: z.number(),
  method: z.string(),
  looks: z.number().int().positive(),
  more_needed: z.number().nullable().describe('about how many more on each side would settle it'),
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  p: z.number(),
  smallest: z.number().describe('the smallest change that would matter, in the metric’s unit'),
  sentence: z.string(),
};

const judged = z.object({
  ...verdictPart,
  current: side,
  base: side.extend({ kind: z.enum(['previous', 'last_year', 'target', 'benchmark', 'period', 'segment']) }),
  missing: z.string().nullable(),
});

const means = { before: z.number(), after: z.number() };

const heldTarget = z.object({
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  where: z.record(z.string(), z.array(z.string().nullable())),
  segment: z.record(z.string(), z.string().nullable()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  target: z.number(),
  value: z.number(),
  n: count,
  interval: interval.nullable(),
  met: z.boolean().describe('by the figure alone'),
  sure: z.boolean().describe('the gap is more than chance'),
  rows: z.string(),
});

const targets = z.object({
  set: count.describe('targets that a figure could be held against'),
  met: count,
  surely_met: count,
  surely_missed: count,
  targets: z.array(heldTarget),
  unknown: z.array(z.object({ metric: z.string(), where: heldTarget.shape.where, reason: z.string() })),
});

const filters = z.array(z.object({ dimension: z.string(), values: z.array(z.string().nullable()) }));

const recordedChange = z.object({
  id: z.string(),
  what: z.string(),
  on: z.string().describe('local date'),
  scope: z.string().nullable(),
  expected: z
    .object({ metric: z.string(), direction: z.enum(['up', 'down']), size: z.number().nullable() })
    .nullable(),
});

const worked = z.object({
  ...verdictPart,
  relative: z.boolean().describe('difference, interval and smallest are shares of what would have come'),
  change: recordedChange,
  weeks: z.object(means),
  ...means,
  comparison: z.object({ dimension: z.string(), segments: z.array(z.string()) }).nullable(),
  drifted_before: z.boolean(),
});

const effect = z
  .object({
    difference: z.number(),
    interval,
    verdict,
    p: z.number(),
    smallest: z.number(),
    method: z.string(),
  })
  .nullable();
const half = z.object({ value: z.number(), n: z.number() }).nullable();

const explained = z.object({
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  current: z.object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    value: z.number(),
    n: z.number(),
  }),
  base: z.object({
    kind: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    value: z.number(),
    n: z.number(),
  }),
  difference: z.number().describe('what all effects add up to'),
  verdict,
  rate: effect.describe('the same work, served differently; null for a count'),
  mix: effect.describe('other work than before; null for a count'),
  parts: z.array(
    z.object({
      segment: z.record(z.string(), z.string().nullable()),
      now: half,
      before: half,
      share_now: z.number(),
      share_before: z.number(),
      rate: z.number().describe('for a count: the segment’s own difference'),
      rate_verdict: verdict.nullable(),
      rate_interval: interval.nullable(),
      mix: z.number(),
      mix_verdict: verdict.nullable(),
      mix_interval: interval.nullable(),
    }),
  ),
});

const bound = z.number().nullable();
const controlPoint = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  value: bound,
  n: z.number(),
  interval: interval.nullable(),
  missing: z.string().nullable(),
  centre: bound,
  lower: bound,
  upper: bound,
  phase: count,
  causes: z.array(z.string()).describe('why it stands out: shift, spike, or the words of the rules'),
});
const signalVerdict = {
  verdict: verdict.describe('of the default alarm: a signal'),
  difference: z.number().describe('a shift: after − before; a spike: value − expected'),
  interval: interval.describe('of the difference; a spike’s is how far it lies beyond each limit'),
  n: count.describe('points of the levels that it is judged by'),
  method: z.string(),
  looks: count.describe('charts that a page is judged as if it had'),
  more_needed: z.number().nullable(),
};
const shift = z.object({
  ...signalVerdict,
  kind: z.literal('shift'),
  at: count.describe('place of the first point of the new level'),
  earliest: count,
  latest: count,
  before: z.number(),
  after: z.number(),
  low: z.number(),
  high: z.number(),
});
const spike = z.object({
  ...signalVerdict,
  kind: z.literal('spike'),
  at: count,
  value: z.number(),
  expected: z.number(),
});

const control = z.object({
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  grain: z.enum(['day', 'week', 'month']),
  rule: z.enum(['alarm', 'nhs', 'nelson', 'anhoej', 'all']),
  points: z.array(controlPoint),
  phases: z.array(z.object({ start: count, end: count, n: count, level: z.number(), trial: z.boolean() })),
  signals: z.array(z.union([shift, spike])),
  whole: z.array(z.string()),
  expected_false_alarms: z.number().describe('on one such chart of a service on which nothing happens'),
  prepared: z
    .object({ p: z.number(), power: z.number(), pattern_removed: z.boolean(), memory: z.number() })
    .nullable(),
});

const person = z.object({
  id: z.string(),
  name: z.string(),
  n: count,
  raw: z.number().describe('the plain figure: never to be ranked'),
  value: z.number().describe('for an average mix of work, pulled towards the middle by what chance would do'),
  interval,
  reliability: z.number(),
  above_middle: z.number().describe('probability of lying above the middle'),
  rank: z.object({ expected: z.number(), low: count, high: count }).describe('1 is the highest value'),
  verdict,
  more_needed: z.number().nullable(),
  against_middle: z.object({
    verdict,
    difference: z.number(),
    interval,
    n: count,
    method: z.string(),
    looks: count,
    more_needed: z.number().nullable(),
  }),
});

const people = z.object({
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  by: z.string(),
  scale: z.enum(['plain', 'log']),
  from: z.string().nullable(),
  to: z.string().nullable(),
  n: count,
  all_chance: z.boolean().describe('the differences are no larger than chance makes them'),
  p: z.number(),
  middle: z.number(),
  smallest: z.number(),
  mix: z.array(z.string()).describe('what was allowed for'),
  shares: z.array(z.object({ name: z.string(), share: z.number() })).describe('of the whole spread'),
  method: z.string(),
  people: z.array(person),
  sentence: z.string(),
});

const power = z.object({
  metric: z.string().nullable(),
  kind: z.enum(['share', 'mean', 'nps']),
  from: z.number(),
  detect: z.number(),
  power: z.number(),
  alpha: z.number(),
  per_side: count.nullable().describe('null where no number of cases would do'),
  total: count.nullable(),
  weeks_per_side: z.number().nullable().describe('at the number of cases a week that the metric has'),
  method: z.string(),
  sentence: z.string(),
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
  targets,
  changes: z.object({
    changes: z.array(
      z.object({ change: recordedChange, effect: worked.nullable(), reason: z.string().optional() }),
    ),
  }),
  actions: z.object({
    actions: z.array(
      z.object({
        id: count,
        what: z.string(),
        owner: z.string(),
        decided_on: z.string(),
        due: z.string().nullable(),
        metric: z.string().nullable(),
        direction: z.enum(['up', 'down']).nullable(),
        size: z.number().nullable(),
        scope: z.string().nullable(),
        state: z.enum(['open', 'done', 'dropped']),
        settled_on: z.string().nullable(),
        overdue: z.boolean(),
        effect: worked.nullable().describe('whether it worked, as in schema/compare.json'),
        untold: z.enum(['no_metric', 'too_early']).nullable(),
      }),
    ),
  }),
  compare: z.union([judged, worked, explained]),
  reconcile: reconcileSchema,
  chart: control,
  people,
  power,
  warnings: z.object({
    watched: count,
    expected_false_messages_a_month: z
      .number()
      .describe('at most, where nothing happens, over all metrics watched, looked at every day'),
    warnings: z.array(
      z.object({
        key: z.string(),
        thing: z.union([
          z.object({ kind: z.literal('metric'), metric: z.string(), where: filters }),
          z.object({ kind: z.literal('urgent_waiting'), longerThanS: z.number(), where: filters }),
          z.object({ kind: z.literal('promises_at_risk'), where: filters }),
        ]),
        mark: z.union([
          z.object({ kind: z.literal('change'), from: z.string(), to: z.string() }),
          z.object({ kind: z.literal('cases'), ids: z.array(z.string()) }),
        ]),
        sentence: z.string(),
        state: z.enum(['open', 'acknowledged', 'closed']),
        raised_at: z.string(),
        told_at: z.string(),
        settled_at: z.string().nullable(),
        snoozed_until: z.string().nullable(),
      }),
    ),
  }),
  import: z.object({ load: z.union([z.string(), z.number()]), files: z.array(loadedFile) }),
  report: z.object({ files: z.array(z.string()) }),
  'report-new': z.object({ template: z.string().describe('the file that was made') }),
} as const;
