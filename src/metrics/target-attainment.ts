/** Which of the company's targets were met: each by its figure, and whether chance could have had it the other way. */
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type AnswerContext, answer } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { findMetric } from './check-question.ts';
import type { MetricDefinition } from './definition.ts';
import type { Figure, FigureComparison } from './figure.ts';
import { dimensionsOf, isPersonal } from './plan/dimension.ts';
import type { Filter, Question } from './question.ts';
import type { Target } from './stated-values.ts';

export interface TargetStanding {
  readonly figure: Figure;
  readonly comparison: FigureComparison;
  /** The filters that the target is for. */
  readonly where: readonly Filter[];
  /** By the figure alone, as a contract reads it. */
  readonly met: boolean;
  /** Whether the gap is more than chance; a target met by a hair may be luck. */
  readonly sure: boolean;
}

export interface TargetAttainment {
  readonly standings: readonly TargetStanding[];
  /** Targets that could not be held against anything, with the reason: no figure, or one about a single person. */
  readonly unknown: readonly {
    readonly metric: string;
    readonly where: readonly Filter[];
    readonly reason: string;
  }[];
  readonly set: number;
  readonly met: number;
  /** Met, and missed, by more than chance. */
  readonly surelyMet: number;
  readonly surelyMissed: number;
}

interface Asked {
  readonly period: Question['period'];
  readonly zone: string;
  /** Each target once for each of its values: `team`, or `agent` where figures per person are allowed. */
  readonly by?: string;
}

/**
 * Every target of the context over one period; all of their comparisons are one family.
 *
 * @throws Problem where a target's metric or dimension is unknown, or `people_off` with `by` a person
 */
export async function targetAttainment(
  warehouse: Warehouse,
  { period, zone, by }: Asked,
  context: AnswerContext,
): Promise<TargetAttainment> {
  const { metrics = catalogue, targets = [], people = false } = context;
  const subjects = subjectsOf(targets, by, metrics);
  const refused = subjects.flatMap((subject) => refusalOf(subject, by, people));
  const allowed = subjects.filter((subject) => refusalOf(subject, by, people).length === 0);
  const questions = allowed.map(({ metric, stat, where }) => ({
    asks: [{ metric: metric.name, stats: [stat] }],
    period,
    zone,
    by: by === undefined ? [] : [by],
    where,
    rules: {},
    compare: ['target' as const],
  }));
  const answers = await answer(warehouse, questions, context);
  const held = allowed.flatMap(({ metric, where }, i) => {
    const figures = answers[i] ?? [];
    if (figures.length === 0) return [{ metric: metric.name, where, reason: 'no_data' }];
    return figures.flatMap((figure) => standingOf(figure, metric, where));
  });
  const standings = held.filter((each): each is TargetStanding => 'sure' in each);
  return {
    standings,
    unknown: [...held.filter((each) => 'reason' in each), ...refused],
    set: standings.length,
    met: standings.filter(({ met }) => met).length,
    surelyMet: standings.filter(({ met, sure }) => met && sure).length,
    surelyMissed: standings.filter(({ met, sure }) => !met && sure).length,
  };
}

interface Subject {
  readonly metric: MetricDefinition;
  readonly stat: Figure['stat'];
  readonly where: readonly Filter[];
}

/** Targets that differ only in date or in the value of the dimension asked by are one subject. */
function subjectsOf(
  targets: readonly Target[],
  by: string | undefined,
  metrics: readonly MetricDefinition[],
): readonly Subject[] {
  const subjects = new Map<string, Subject>();
  for (const target of targets) {
    const metric = findMetric(target.metric, metrics);
    const stat = target.stat ?? metric.headline[0];
    if (stat === undefined) continue;
    const where = (target.where ?? []).filter(({ dimension }) => dimension !== by);
    const key = JSON.stringify([metric.name, stat, where]);
    if (!subjects.has(key)) subjects.set(key, { metric, stat, where });
  }
  return [...subjects.values()];
}

/** Why a target is not looked at: it is about a person, or cannot be told apart like this. */
function refusalOf(
  { metric, where }: Subject,
  by: string | undefined,
  people: boolean,
): TargetAttainment['unknown'] {
  const refused = (reason: string) => [{ metric: metric.name, where, reason }];
  if (!people && where.some(({ dimension }) => isPersonal(dimension))) return refused('people_off');
  if (by !== undefined && !dimensionsOf(metric.fact).includes(by)) return refused('not_told_apart');
  return [];
}

/** A segment for which no target is set has nothing to attain. */
function standingOf(
  figure: Figure,
  { better }: MetricDefinition,
  where: readonly Filter[],
): readonly (TargetStanding | TargetAttainment['unknown'][number])[] {
  const [comparison] = figure.comparisons;
  if (comparison === undefined || comparison.missing === 'no_target') return [];
  const { difference, among, verdict } = comparison;
  if (difference === null)
    return [{ metric: figure.metric, where, reason: figure.missing ?? comparison.missing ?? 'no_data' }];
  const met = better === 'down' ? difference <= 0 : difference >= 0;
  return [{ figure, comparison, where, met, sure: (among ?? verdict) === 'signal' }];
}
