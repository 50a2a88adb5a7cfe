/** How people write metrics and dimensions of their own into the configuration. */
import { z } from 'zod';
import { nearest } from '../../model/index.ts';
import { type FactName, factNames, factTable } from '../../warehouse/facts.ts';
import { catalogue } from '../catalogue/index.ts';
import type { Unit } from '../figure.ts';
import { dimensionsOf } from '../plan/dimension.ts';
import { typeOf } from './column.ts';
import { type Condition, conditionSchema } from './condition.ts';
import { ownDimensionShape } from './dimension.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name of small letters, digits and _');
const fact = z.enum(factNames as [FactName, ...FactName[]]).describe('the fact it is read from');
const called = z
  .union([
    z
      .string()
      .min(1)
      .transform((text) => ({ en: text, it: text })),
    z.strictObject({ en: z.string().min(1), it: z.string().min(1) }),
  ])
  .describe('how it is called in reports: one text, or one for each language');

const units = ['count', 'share', 'seconds', 'points', 'score'] as const satisfies readonly Unit[];

const metricShape = z.strictObject({
  name,
  called,
  question: called.optional().describe('the question it answers'),
  fact,
  kind: z
    .enum(['count', 'ratio', 'mean', 'quantile'])
    .describe('count of rows, rows that meet `hits` out of all, mean or quantile of `value`'),
  anchor: z
    .string()
    .optional()
    .describe("the instant that places a row in a period; the fact's first where not said"),
  filters: z.array(conditionSchema).default([]).describe('which rows count at all'),
  hits: z
    .array(conditionSchema)
    .min(1)
    .optional()
    .describe('for a ratio: which of them stand above the line'),
  top: z.string().optional().describe('for a ratio of sums: the column above the line'),
  bottom: z.string().optional().describe('for a ratio of sums: the column below it'),
  value: z.string().optional().describe('for a mean or quantile: the column'),
  at: z
    .union([z.literal(0.25), z.literal(0.5), z.literal(0.75), z.literal(0.9), z.literal(0.95)])
    .default(0.5)
    .describe('for a quantile: which'),
  unit: z.enum(units).optional(),
  better: z.enum(['up', 'down', 'neither']).default('neither'),
  smallest: z
    .number()
    .positive()
    .optional()
    .describe(
      'the smallest change that matters: of a share in points (0.02), of anything else as a part of it (0.1)',
    ),
});

type Spec = z.output<typeof metricShape>;
type Issue = readonly [path: readonly PropertyKey[], message: string];

const numeric = ['seconds', 'number', 'integer'];

/** A metric in a file's shape of its own: the same that the catalogue's files have. */
export const ownMetricSchema = metricShape.superRefine((spec, context) => {
  for (const [path, message] of faultsOf(spec))
    context.addIssue({ code: 'custom', path: [...path], message, input: valueAt(spec, path) });
});

const valueAt = (spec: object, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], spec);

export type OwnMetric = Spec;

function faultsOf(spec: Spec): readonly Issue[] {
  const { kind, hits, top, bottom, value, anchor } = spec;
  const taken = catalogue.some((metric) => metric.name === spec.name);
  const anchors = Object.keys(factTable(spec.fact).anchors);
  const ratio = hits !== undefined || (top !== undefined && bottom !== undefined);
  return [
    ...(taken ? [[['name'], 'a name that no metric of ours has'] as const] : []),
    ...(anchor !== undefined && !anchors.includes(anchor)
      ? [[['anchor'], anchors.join(' or ')] as const]
      : []),
    ...(kind === 'ratio' && !ratio
      ? [[['kind'], '`hits`, or `top` and `bottom`, for a ratio'] as const]
      : []),
    ...((kind === 'mean' || kind === 'quantile') && value === undefined
      ? [[['kind'], '`value`, a column, for it'] as const]
      : []),
    ...numberFaults(spec),
    ...conditionFaults('filters', spec.filters, spec.fact),
    ...conditionFaults('hits', hits ?? [], spec.fact),
  ];
}

const numberFaults = (spec: Spec): readonly Issue[] =>
  (['top', 'bottom', 'value'] as const).flatMap((key): readonly Issue[] => {
    const column = spec[key];
    const isNumber = column === undefined || numeric.includes(typeOf(spec.fact, column) ?? '');
    return isNumber
      ? []
      : [[[key], `a column of ${spec.fact} that holds numbers${hint(column, spec.fact, numeric)}`]];
  });

const conditionFaults = (key: string, conditions: readonly Condition[], of: FactName): readonly Issue[] =>
  conditions.flatMap(({ column, ...asked }, i): readonly Issue[] => {
    const type = typeOf(of, column);
    if (type === null)
      return [[[key, i, 'column'], `a column of ${of} or attributes.NAME${hint(column, of)}`]];
    const isBounded = [asked.at_least, asked.more_than, asked.at_most, asked.less_than].some(
      (each) => each !== undefined,
    );
    if (isBounded && !numeric.includes(type))
      return [[[key, i, 'column'], `a column of ${of} that holds numbers`]];
    return Object.values(asked).every((each) => each === undefined)
      ? [[[key, i], 'is, not, at_least, more_than, at_most, less_than or known']]
      : [];
  });

function hint(column: string, of: FactName, types?: readonly string[]): string {
  const known = Object.entries(factTable(of).columns).filter(([, { type }]) => types?.includes(type) ?? true);
  const near = nearest(
    column,
    known.map(([each]) => each),
  );
  return near === null ? '' : `, perhaps ${near}`;
}

/** A dimension of the company's own: ranges of a number, or groups of words. */
export const ownDimensionSchema = ownDimensionShape(name, called, fact).superRefine((spec, context) => {
  const type = typeOf(spec.fact, spec.column);
  const say = (path: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message, input: valueAt(spec, [path]) });
  if (type === null || type === 'texts' || type === 'time')
    say('column', `a column of ${spec.fact} or attributes.NAME${hint(spec.column, spec.fact)}`);
  else if (spec.ranges !== undefined && !numeric.includes(type) && !spec.column.startsWith('attributes.'))
    say('column', `a column of ${spec.fact} that holds numbers, for ranges`);
  if ((spec.ranges === undefined) === (spec.groups === undefined))
    say('name', '`ranges` or `groups`, one of the two');
  if (dimensionsOf(spec.fact).includes(spec.name))
    say('name', `a name that no dimension of ${spec.fact} has`);
});
