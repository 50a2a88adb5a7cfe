/** Tidies a question at the door: every name is looked up, every value checked, before anything is asked of an engine. */

import { sql } from 'kysely';
import { grains, isTimeZone, nearest, Problem } from '../model/index.ts';
import { functions } from '../warehouse/duckdb/functions.ts';
import { type FactName, factTable } from '../warehouse/facts.ts';
import { checkSegments, segmentBases } from './comparison-base.ts';
import type { Columns, Measure, MetricDefinition, Rules, Scene } from './definition.ts';
import type { OwnDimension } from './own/dimension.ts';
import { checkDimension, checkFilter, filterExpression } from './plan/dimension.ts';
import { quantileOf } from './plan/reading.ts';
import type { Question, Statistic } from './question.ts';
import { anchorColumn, checkRuleTokens, resolveRules, ruleUses } from './rule-values.ts';

/** One metric of a question with its rules settled: what a statement is made for. */
export interface Asked {
  readonly question: Question;
  readonly metric: MetricDefinition;
  readonly rules: Rules;
  readonly stats: readonly Statistic[];
  /** Dimensions of the company's own. */
  readonly own?: readonly OwnDimension[];
}

export interface Permissions {
  readonly catalogue: readonly MetricDefinition[];
  /** Whether figures per person may be made. */
  readonly people: boolean;
  /** Whether the company has stated its opening hours; without them the business clock is the calendar clock. */
  readonly businessHours: boolean;
  /** Dimensions of the company's own. */
  readonly own?: readonly OwnDimension[] | undefined;
}

/**
 * The metrics of a question, ready to be planned.
 *
 * @throws Problem naming the nearest valid choice: `metric_unknown`, `stat_unknown`, `dimension_unknown`, `rule_…`,
 *   `period_backwards`, `grain_unknown`, `zone_unknown`, `filter_too_long`, `people_off`
 */
export function checkQuestion(question: Question, permissions: Permissions): readonly Asked[] {
  const { period, grain, zone, asks, where } = question;
  if (!isTimeZone(zone)) throw unknownZone(zone);
  if (grain !== undefined && !grains.includes(grain)) throw unknownGrain(grain);
  if (period !== 'all' && period.to <= period.from) throw backwards(period.from, period.to);
  const elsewhere = segmentBases(question).flatMap((base) => base.where);
  for (const filter of [...where, ...elsewhere]) checkFilter(filter);
  checkSegments(question);
  if (question.perWorkingDay === true && !permissions.businessHours) throw noCalendar();
  const metrics = asks.map(({ metric }) => findMetric(metric, permissions.catalogue));
  checkRuleTokens(metrics, question.rules, dimensionsOf(question));
  for (const metric of metrics) {
    for (const dimension of [...dimensionsOf(question), ...elsewhere.map((filter) => filter.dimension)]) {
      for (const fact of factsOf(metric)) checkDimension(dimension, fact, metric.name, permissions);
    }
  }
  return asks.flatMap(({ stats }, i) => asked(question, metrics[i], stats, permissions));
}

/** A metric that counts on two facts can only be told apart by what both know. */
const factsOf = ({ fact, flowFact = fact }: MetricDefinition): readonly FactName[] =>
  flowFact === fact ? [fact] : [fact, flowFact];

function asked(
  question: Question,
  metric: MetricDefinition | undefined,
  stats: readonly Statistic[],
  { businessHours, own = [] }: Permissions,
): readonly Asked[] {
  if (metric === undefined) return [];
  for (const stat of stats) checkStat(stat, metric);
  const wanted = stats.length === 0 ? metric.headline : stats;
  return ruleSets(question, metric).map((typed) => {
    const rules = onTheClock(resolveRules(metric, typed, dimensionsOf(question)), businessHours);
    for (const stat of stats) checkOpenCases(stat, metric.name, rules);
    return { question, metric, rules, stats: wanted, own };
  });
}

const dimensionsOf = ({ by, where }: Question): readonly string[] => [
  ...by,
  ...where.map(({ dimension }) => dimension),
];

/** The rules as typed, and beside them the other reading of open cases where it is printed side by side. */
function ruleSets({ rules, beside = false }: Question, metric: MetricDefinition): readonly Rules[] {
  const open = ruleUses(metric).some(({ token }) => token === 'open_cases');
  return beside && open && rules.open_cases === undefined
    ? [rules, { ...rules, open_cases: 'finished_only' }]
    : [rules];
}

const onTheClock = (rules: Rules, businessHours: boolean): Rules =>
  rules.clock === 'business' && !businessHours ? { ...rules, clock: 'calendar' } : rules;

/** The measure of an asked metric, with the fact's columns as references. */
export function measureOf(asked: Pick<Asked, 'metric' | 'rules' | 'question'>, scene: Scene): Measure {
  const { metric, rules } = asked;
  const names = Object.keys(factTable(metric.fact).columns);
  const columns = Object.fromEntries(names.map((name) => [name, sql.ref(name)]));
  // The definition was typed by its own fact; here the facts are walked over as data.
  const measure = metric.measure(columns as Columns, rules, scene);
  return metric.shareOf === undefined ? measure : { ...measure, hit: insidePart(asked, scene) };
}

/** A share of a whole: the filters of the dimension that divides it say which part is asked for. */
function insidePart(
  { metric, rules, question }: Pick<Asked, 'metric' | 'rules' | 'question'>,
  { fn }: Scene,
) {
  const anchor = sql.ref(anchorColumn(metric, rules));
  const placed = { fact: metric.fact, rules, zone: question.zone, anchor, fn };
  const parts = question.where
    .filter(({ dimension }) => dimension === metric.shareOf)
    .map((filter) => filterExpression(filter, placed));
  return parts.length === 0 ? sql`true` : sql`coalesce(${sql.join(parts, sql` and `)}, false)`;
}

/** @throws Problem `metric_unknown` */
export function findMetric(name: string, catalogue: readonly MetricDefinition[]): MetricDefinition {
  const found = catalogue.find((metric) => metric.name === name);
  if (found !== undefined) return found;
  const names = catalogue.map((metric) => metric.name);
  const near = nearest(name, names);
  throw new Problem('metric_unknown', {
    found: `there is no metric "${name}"`,
    expected: near === null ? 'a metric of the catalogue or of the configuration' : `perhaps ${near}`,
    todo: 'see `tidemark explain` for the list',
  });
}

/** What can be asked of a metric: its own statistics, and how its values spread where each row has one. */
export const statisticsOf = (metric: MetricDefinition): readonly Statistic[] =>
  hasValues(metric) ? [...metric.stats, 'distribution'] : metric.stats;

function checkStat(stat: Statistic, metric: MetricDefinition): void {
  const stats = statisticsOf(metric);
  if (stats.includes(stat)) return;
  throw new Problem('stat_unknown', {
    found: `"${stat}" of ${metric.name}`,
    expected: stats.join(', '),
    todo: `write ${nearest(stat, stats) ?? stats[0]}`,
  });
}

/** Whether each row has a number of its own, so that their spread can be shown. */
function hasValues(metric: MetricDefinition): boolean {
  const question = {
    asks: [],
    period: 'all' as const,
    zone: 'UTC',
    by: [],
    where: [],
    rules: {},
    compare: [],
  };
  const scene = { fn: functions, at: sql`null`, through: sql`null` };
  const { value, rating, per } = measureOf({ metric, rules: resolveRules(metric, {}), question }, scene);
  return per === undefined && (value !== undefined || rating !== undefined);
}

/** A mean over cases that are not finished is not known; percentiles are. */
function checkOpenCases(stat: Statistic, metric: string, rules: Rules): void {
  if (rules.open_cases !== 'included' || (quantileOf(stat) !== null && stat !== 'distribution')) return;
  throw new Problem('stat_needs_finished', {
    found: `the ${stat} of ${metric} with cases that are not finished yet`,
    expected: 'a median or percentile, or finished cases only',
    todo: 'ask for the median, or add the rule open_cases=finished_only',
  });
}

const noCalendar = (): Problem =>
  new Problem('calendar_missing', {
    found: 'a comparison per working day, while no opening hours are known',
    expected: 'a section `calendars:` in the configuration',
    todo: 'state the opening hours there, or compare without --per-working-day',
  });

const unknownZone = (zone: string): Problem =>
  new Problem('zone_unknown', {
    found: `"${zone}" as a time zone`,
    expected: 'a name such as Europe/Rome or UTC',
    todo: 'check the spelling',
  });

const unknownGrain = (grain: string): Problem =>
  new Problem('grain_unknown', {
    found: `"${grain}" as the length of a slice`,
    expected: grains.join(', '),
    todo: `write ${nearest(grain, grains) ?? 'one of these'}`,
  });

const backwards = (from: string, to: string): Problem =>
  new Problem('period_backwards', {
    found: `a period from ${from} to ${to}`,
    expected: 'an end after the start',
    todo: 'swap the two dates',
  });
