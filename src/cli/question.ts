/** Turns the words of the command line into a question. */
import type { Config } from '../config/index.ts';
import {
  type AnswerContext,
  type ComparisonBase,
  catalogue,
  type Filter,
  type MetricDefinition,
  ownMetric,
  type Question,
  type Statistic,
} from '../metrics/index.ts';
import { type Grain, Problem, parsePeriod } from '../model/index.ts';

export interface AskedOptions {
  readonly period: string;
  readonly grain?: Grain;
  readonly stat: readonly string[];
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly rule: readonly string[];
  readonly compare?: ComparisonBase;
}

/** An option that may be given several times, or as a list with commas. */
export const several = (value: string, earlier: readonly string[]): readonly string[] => [
  ...earlier,
  ...value.split(',').filter((part) => part !== ''),
];

/** An option that may be given several times and is taken whole. */
export const repeated = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** @throws Problem where a pair is not written `name=value` */
export function questionOf(metrics: readonly string[], options: AskedOptions, zone: string): Question {
  return {
    asks: metrics.map((metric) => ({ metric, stats: options.stat as readonly Statistic[] })),
    period: parsePeriod(options.period),
    zone,
    ...(options.grain === undefined ? {} : { grain: options.grain }),
    by: options.by,
    where: filters(options.where),
    rules: Object.fromEntries(options.rule.map((text) => pair(text, '--rule'))),
    compare: options.compare === undefined ? [] : [options.compare],
  };
}

/** Several values of one dimension are alternatives; `unknown()` asks for rows where it is not known. */
export function filters(texts: readonly string[]): readonly Filter[] {
  const values = new Map<string, (string | null)[]>();
  for (const text of texts) {
    const [dimension, value] = pair(text, '--where');
    values.set(dimension, [...(values.get(dimension) ?? []), value === 'unknown()' ? null : value]);
  }
  return [...values].map(([dimension, list]) => ({ dimension, values: list }));
}

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
export const metricsOf = ({ metrics }: Pick<Config, 'metrics'>): readonly MetricDefinition[] => [
  ...catalogue,
  ...metrics.map(ownMetric),
];

/** What the configuration says about figures. */
export const answerContext = (config: Config): AnswerContext => ({
  targets: config.targets.map(({ metric, stat, value }) => ({
    metric,
    value,
    ...(stat === undefined ? {} : { stat: stat as Statistic }),
  })),
  people: config.people !== null,
  businessHours: config.calendars.length > 0,
  metrics: metricsOf(config),
  dimensions: config.dimensions,
});
