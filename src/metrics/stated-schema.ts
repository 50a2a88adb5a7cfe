/** How people write targets and benchmarks: numbers that figures are held against, each for a metric and perhaps one segment. */
import { z } from 'zod';
import { nearest, secondsOf, writtenDate, writtenDuration } from '../model/index.ts';
import { catalogue } from './catalogue/index.ts';
import { dimensionsOf } from './plan/dimension.ts';
import type { Filter } from './question.ts';

export const segmentSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
  .describe(
    'only for this segment: { team: Milan }, { channel: [chat, email] }; the narrowest that fits counts',
  );

const stated = {
  metric: z.string().describe('e.g. csat'),
  stat: z.string().optional().describe('median, p90 …; without it the metric’s own'),
  value: z
    .union([z.number(), writtenDuration])
    .describe('0–1 for shares; seconds or a duration (90s, 30m, 4h, 2d) for times'),
  where: segmentSchema.default({}),
};

export const targetSchema = z
  .strictObject({
    ...stated,
    from: writtenDate.optional().describe('the day from which it holds; the one before holds until then'),
    contract: z
      .string()
      .min(1)
      .optional()
      .describe('with whom it was agreed: then missing it is a breach, whatever chance says'),
  })
  .describe('what you promise, yourselves or by contract');

export const benchmarkSchema = z
  .strictObject({
    ...stated,
    source: z.string().min(3).describe('who says so, where: it is printed'),
    date: writtenDate.describe('when it was said: it is printed'),
  })
  .describe('a number from elsewhere');

interface Written {
  readonly stat?: string | undefined;
  readonly value: number | string;
  readonly where: Readonly<Record<string, string | readonly string[]>>;
}

/** Values in the metric's unit, segments as lists. */
export const statedConfig = ({ stat, value, where }: Written) => ({
  ...(stat === undefined ? {} : { stat }),
  value: typeof value === 'number' ? value : secondsOf(value),
  where: filtersOf(where),
});

/** @example filtersOf({ team: 'Milan', channel: ['chat', 'email'] }).length // 2 */
export const filtersOf = (where: Written['where']): readonly WrittenFilter[] =>
  Object.entries(where).map(([dimension, values]) => ({
    dimension,
    values: typeof values === 'string' ? [values] : values,
  }));

interface WrittenFilter extends Filter {
  readonly values: readonly string[];
}

interface Named extends Pick<Written, 'stat' | 'where'> {
  readonly metric: string;
}

type Wrong = Pick<z.core.$ZodIssueCustom, 'path' | 'message'> & { readonly input: unknown };

/** Names of the company's own. */
interface Own {
  readonly metrics: readonly { readonly name: string }[];
  readonly dimensions: readonly { readonly name: string }[];
}

/** What a target or benchmark names and nobody knows, each with its place. */
export function unknownNames(stated: readonly Named[], section: string, own: Own): readonly Wrong[] {
  const ownMetrics = own.metrics.map(({ name }) => name);
  const ownDimensions = own.dimensions.map(({ name }) => name);
  return stated.flatMap(({ metric, stat, where }, at) => {
    const known = catalogue.find(({ name }) => name === metric);
    if (known === undefined && ownMetrics.includes(metric)) return [];
    if (known === undefined)
      return [
        wrongName([section, at, 'metric'], metric, [...catalogue.map(({ name }) => name), ...ownMetrics]),
      ];
    const stats = known.stats as readonly string[];
    const dimensions = [...dimensionsOf(known.fact), ...ownDimensions];
    return [
      ...(stat === undefined || stats.includes(stat) ? [] : [wrongName([section, at, 'stat'], stat, stats)]),
      ...Object.keys(where)
        .filter((each) => !dimensions.includes(each) && !each.startsWith('attributes.'))
        .map((each) => wrongName([section, at, 'where', each], each, dimensions)),
    ];
  });
}

/** A name that nobody knows, at its place, with the nearest that is known. */
export function wrongName(path: PropertyKey[], input: string, choices: readonly string[]): Wrong {
  const near = nearest(input, choices);
  return { path, input, message: near === null ? `one of ${choices.join(', ')}` : `perhaps ${near}` };
}
