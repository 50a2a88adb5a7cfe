/** Turns the words of the command line into a question. */
import type { Config } from '../config/index.ts';
import {
  type AnswerContext,
  catalogue,
  type Filter,
  type MetricDefinition,
  ownMetric,
  priced,
  type Question,
  type Statistic,
  typedBases,
  typedFilters,
} from '../metrics/index.ts';
import { addDays, daysBetween, type Grain, hoursOn, type Period, Problem } from '../model/index.ts';

export interface AskedOptions {
  /** None: the last full month. */
  readonly period?: string;
  readonly grain?: Grain;
  readonly stat: readonly string[];
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly rule: readonly string[];
  readonly compare?: readonly string[];
  readonly perWorkingDay?: boolean;
}

/** An option that may be given several times, or as a list with commas. */
export const several = (value: string, earlier: readonly string[]): readonly string[] => [
  ...earlier,
  ...value.split(',').filter((part) => part !== ''),
];

/** An option that may be given several times and is taken whole. */
export const repeated = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** @throws Problem where a pair is not written `name=value` */
export function questionOf(
  metrics: readonly string[],
  options: Omit<AskedOptions, 'period'>,
  { period, zone }: Pick<Question, 'period' | 'zone'>,
): Question {
  return {
    asks: metrics.map((metric) => ({ metric, stats: options.stat as readonly Statistic[] })),
    period,
    zone,
    ...(options.grain === undefined ? {} : { grain: options.grain }),
    by: options.by,
    where: filters(options.where),
    rules: Object.fromEntries(options.rule.map((text) => pair(text, '--rule'))),
    compare: typedBases(options.compare ?? []),
    ...(options.perWorkingDay === true ? { perWorkingDay: true } : {}),
  };
}

export const filters = (texts: readonly string[]): readonly Filter[] =>
  typedFilters(texts.map((text) => pair(text, '--where')));

function pair(text: string, option: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new Problem('pair_invalid', {
    found: `"${text}" after ${option}`,
    expected: 'name=value',
    todo: `write for example ${option} ${option === '--where' ? 'channel=phone' : 'clock=calendar'}`,
  });
}

/** Ours, and those that the company has written for itself. */
export const metricsOf = ({
  metrics,
  rates,
}: Pick<Config, 'metrics' | 'rates'>): readonly MetricDefinition[] => [
  ...priced(catalogue, rates),
  ...metrics.map(ownMetric),
];

/** What the configuration says about figures. */
export const answerContext = (config: Config): AnswerContext => ({
  targets: config.targets.map(asStated),
  benchmarks: config.benchmarks.map(asStated),
  ...(config.calendars.length === 0 ? {} : { workingDays: (period) => daysOfService(config, period) }),
  people: config.people !== null,
  businessHours: config.calendars.length > 0,
  metrics: metricsOf(config),
  dimensions: config.dimensions,
});

/** Statistics are checked where they are read. */
export const asStated = <T extends { readonly stat?: string }>({ stat, ...stated }: T) => ({
  ...stated,
  ...(stat === undefined ? {} : { stat: stat as Statistic }),
});

/** Days on which any calendar opens. */
const daysOfService = ({ calendars }: Config, { from, to }: Period): number =>
  eachDay(from, to).filter((date) => calendars.some(({ calendar }) => hoursOn(calendar, date).length > 0))
    .length;

const eachDay = (from: string, to: string): readonly string[] =>
  Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i));
