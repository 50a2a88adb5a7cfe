/** Holds totals that somebody states against ours, and finds under which rules, zone or population ours equals them. */
import { Problem } from '../../model/index.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { type AnswerContext, answer } from '../answer.ts';
import { catalogue } from '../catalogue/index.ts';
import { checkQuestion, findMetric } from '../check-question.ts';
import type { MetricDefinition } from '../definition.ts';
import type { Figure } from '../figure.ts';
import type { Filter, Question, Statistic } from '../question.ts';
import { asWeCount, type Setting, settingsFor } from './settings.ts';
import { isSame, type StatedNumber, statedNumber } from './stated.ts';
import { keyOf, missedRows, ranked, votesOf, type Way } from './ways.ts';

export interface StatedTotal {
  readonly metric: string;
  readonly stat?: Statistic;
  readonly period: Question['period'];
  readonly where: readonly Filter[];
  /** As it was written. */
  readonly value: string;
}

export interface HeldTotal {
  readonly total: StatedTotal;
  readonly theirs: number;
  /** Ours as we count. */
  readonly ours: number | null;
  readonly missing: string | null;
  readonly unit: Figure['unit'];
  readonly outcome: 'equal' | 'explained' | 'not_yet_loaded' | 'unexplained';
  /** The way that explains most lines and changes least; null unless explained. */
  readonly way: Way | null;
  /** In how many other ways ours would equal theirs as well. */
  readonly otherWays: number;
}

export interface HoldOptions {
  readonly zone: string;
  /** Other zones to try. */
  readonly zones: readonly string[];
  readonly context?: AnswerContext;
}

/**
 * "Their 84 % is ours in UTC with abandonment.base=queued": tries every other rule, zone and statistic, alone and two
 * together, and for counts the rows that we leave out. Of the ways that fit a line the one is told that fits most lines.
 *
 * @throws Problem `total_invalid`, or that of the question
 */
export async function holdTotals(
  warehouse: Warehouse,
  totals: readonly StatedTotal[],
  options: HoldOptions,
): Promise<readonly HeldTotal[]> {
  const { metrics = catalogue } = options.context ?? {};
  const lines = totals.map((total, at) => lineOf(total, at, metrics));
  const ours = await figuresOf(
    warehouse,
    lines.map((line) => ({ line, setting: asWeCount })),
    options,
  );
  const { dataThrough } = await warehouse.state();
  const open = lines.filter((line, i) => !isSame(line.stated, ours[i]?.value ?? null));
  const ways = await waysOf(warehouse, open, options);
  const votes = votesOf([...ways.values()]);
  return lines.map((line, i) => {
    const { total, stated } = line;
    const figure = ours[i] ?? null;
    const found = (ways.get(line) ?? []).toSorted((a, b) => ranked(a, b, votes));
    const equal = isSame(stated, figure?.value ?? null);
    const late = total.period !== 'all' && dataThrough !== null && total.period.to > dataThrough.slice(0, 10);
    return {
      total,
      theirs: stated.value,
      ours: figure?.value ?? null,
      missing: figure?.missing ?? null,
      unit: line.unit,
      outcome: equal ? 'equal' : found.length > 0 ? 'explained' : late ? 'not_yet_loaded' : 'unexplained',
      way: equal ? null : (found[0] ?? null),
      otherWays: equal ? 0 : Math.max(0, found.length - 1),
    };
  });
}

interface Line {
  readonly total: StatedTotal;
  readonly metric: MetricDefinition;
  readonly stat: Statistic;
  readonly unit: Figure['unit'];
  readonly stated: StatedNumber;
}

function lineOf(total: StatedTotal, at: number, metrics: readonly MetricDefinition[]): Line {
  const metric = findMetric(total.metric, metrics);
  const stat = total.stat ?? metric.headline[0] ?? 'count';
  const unit = metric.units?.[stat] ?? metric.unit;
  const stated = statedNumber(total.value, unit);
  if (stated !== null) return { total, metric, stat, unit, stated };
  throw new Problem('total_invalid', {
    found: `"${total.value}" as the value of ${total.metric} (total ${at + 1})`,
    expected: 'a number such as 84.2 %, 12,345 or 3:05',
    todo: 'correct it, or take the line out',
  });
}

interface Try {
  readonly line: Line;
  readonly setting: Setting;
}

/** Lines of one kind that are tried in every way; the others are tried in the ways that fitted those. */
const triedInFull = 6;
const mostWays = 8;

async function waysOf(
  warehouse: Warehouse,
  lines: readonly Line[],
  options: HoldOptions,
): Promise<ReadonlyMap<Line, readonly Way[]>> {
  const found = new Map<Line, readonly Way[]>();
  for (const alike of Map.groupBy(lines, ({ metric, stat }) => `${metric.name} ${stat}`).values()) {
    const [first, rest] = [alike.slice(0, triedInFull), alike.slice(triedInFull)];
    for (const line of first)
      found.set(line, await waysFor(warehouse, line, settingsOf(line, options), options));
    const votes = votesOf(first.map((line) => found.get(line) ?? []));
    const best = first
      .flatMap((line) => found.get(line) ?? [])
      .toSorted((a, b) => ranked(a, b, votes))
      .map(({ setting }) => setting);
    const settings = [...new Map([asWeCount, ...best].map((each) => [keyOf(each), each])).values()].slice(
      0,
      mostWays,
    );
    for (const line of rest) {
      const quick = await waysFor(warehouse, line, settings, options);
      found.set(
        line,
        quick.length > 0 ? quick : await waysFor(warehouse, line, settingsOf(line, options), options),
      );
    }
  }
  return found;
}

const settingsOf = ({ metric, stat }: Line, { zones }: HoldOptions): readonly Setting[] => [
  asWeCount,
  ...settingsFor(metric, stat, zones),
];

async function waysFor(
  warehouse: Warehouse,
  line: Line,
  settings: readonly Setting[],
  options: HoldOptions,
): Promise<readonly Way[]> {
  const tries = settings.map((setting) => ({ line, setting }));
  const figures = await figuresOf(warehouse, tries, options);
  return tries.flatMap(({ setting }, i) => {
    const figure = figures[i] ?? null;
    if (figure === null || figure.value === null) return [];
    if (isSame(line.stated, figure.value)) return [{ setting, added: [], ours: figure.value }];
    const added = line.unit === 'count' ? missedRows(figure, line.stated.value) : null;
    return added === null ? [] : [{ setting, added, ours: line.stated.value }];
  });
}

/** A question that a setting makes impossible is passed over. */
async function figuresOf(
  warehouse: Warehouse,
  tries: readonly Try[],
  options: HoldOptions,
): Promise<readonly (Figure | null)[]> {
  const { context = {} } = options;
  const permissions = {
    catalogue: context.metrics ?? catalogue,
    people: context.people ?? false,
    businessHours: context.businessHours ?? false,
    own: context.dimensions ?? [],
  };
  const questions = tries.map((each) => {
    const question = questionOf(each, options);
    try {
      checkQuestion(question, permissions);
      return question;
    } catch (error) {
      if (each.setting === asWeCount && !isOpenCases(error)) throw error;
      return null;
    }
  });
  const figures = await answer(
    warehouse,
    questions.filter((question) => question !== null),
    context,
  );
  let next = 0;
  return questions.map((question) => (question === null ? null : (figures[next++]?.[0] ?? null)));
}

/** A mean over cases that are not finished has no value by our rules; it may have one by theirs. */
const isOpenCases = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'stat_needs_finished';

const questionOf = ({ line, setting }: Try, { zone }: HoldOptions): Question => ({
  asks: [{ metric: line.metric.name, stats: [setting.stat ?? line.stat] }],
  period: line.total.period,
  zone: setting.zone ?? zone,
  by: [],
  where: line.total.where,
  rules: setting.rules,
  compare: [],
});
