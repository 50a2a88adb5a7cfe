/** Where a change comes from: each segment's part of it, as served differently and as more or less of it than before. */
import { type Comparison, compare, type Evidence, type SplitEffect, splitChange } from '../chance/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type AnswerContext, answer } from './answer.ts';
import { smallestOf } from './compare-figures.ts';
import type { Figure, FigureComparison } from './figure.ts';
import type { ComparisonBase, Question } from './question.ts';
import { type Line, linesOnBothSides } from './split-evidence.ts';

/** A segment on one side. */
interface OneSide {
  readonly value: number;
  readonly n: number;
}

export interface ExplainedPart extends SplitEffect {
  readonly segment: Readonly<Record<string, string | null>>;
  readonly now: OneSide | null;
  readonly before: OneSide | null;
}

export interface ExplainedChange {
  /** The whole, with the comparison that is explained. */
  readonly figure: Figure;
  readonly comparison: FigureComparison;
  /** What was minus what is, of the two wholes: what all effects add up to. */
  readonly difference: number;
  /** All rate effects together, and all mix effects; null for a count, which has no mix. */
  readonly rate: Comparison | null;
  readonly mix: Comparison | null;
  /** Largest effect first. */
  readonly parts: readonly ExplainedPart[];
}

/**
 * Which segments does a change come from, and is it their rate or their mix?
 *
 * Rate effects and mix effects (Kitagawa, 1955; see `mixAndRate`) of all segments add up to the difference of the two wholes,
 * exactly. A count has no mix: its parts are the segments' own differences.
 *
 * @param question one metric, split `by` one or more dimensions; its period may be cut like for like
 * @throws Problem `change_not_split` where the statistic is no sum of its parts, or the segments overlap
 * @example await explainChange(warehouse, { ...csat, by: ['team'] }, 'previous')
 */
export async function explainChange(
  warehouse: Warehouse,
  question: Question,
  base: ComparisonBase,
  context: AnswerContext = {},
): Promise<ExplainedChange> {
  const compared = { ...question, compare: [base] };
  const lines = await linesOnBothSides(warehouse, compared, context);
  const { metric, stat } = lines.asked;
  const asks = [{ metric: metric.name, stats: [stat] }];
  const [[figure] = []] = await answer(warehouse, [{ ...compared, asks, by: [] }], context);
  const [comparison] = figure?.comparisons ?? [];
  if (figure === undefined || comparison === undefined) throw new RangeError('one figure was asked for');
  if (figure.value === null || comparison.base.value === null)
    throw nothing(comparison.missing ?? figure.missing);
  const difference = figure.value - comparison.base.value;
  const { level = 0.95, looks = 1, smallest = {} } = context;
  const judging = { level, looks, smallest: smallestOf(metric, stat, smallest) };
  const split = stat === 'count' ? splitCount(lines.lines, judging) : splitMean(lines.lines, judging);
  if (split === null || !isClose(split.difference, difference, figure.value))
    throw unsplit(metric.name, stat);
  const parts = split.parts
    .map((effect, i) => told(effect, lines.lines[i]))
    .filter(({ now, before }) => now !== null || before !== null)
    .toSorted((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix));
  return { figure, comparison, difference, rate: split.rate, mix: split.mix, parts };
}

type Judging = Parameters<typeof splitChange>[1];

interface Split {
  readonly difference: number;
  readonly rate: Comparison | null;
  readonly mix: Comparison | null;
  readonly parts: readonly SplitEffect[];
}

const splitMean = (lines: readonly Line[], judging: Judging): Split | null =>
  splitChange(
    lines.map(({ now, before }) => ({ now: now.evidence, before: before.evidence })),
    judging,
  );

function splitCount(lines: readonly Line[], judging: Judging): Split {
  const parts = lines.map(({ now, before }) => {
    const own =
      now.evidence === null || before.evidence === null
        ? null
        : compare(now.evidence, before.evidence, judging);
    return {
      rate: now.n - before.n,
      mix: 0,
      shareNow: 0,
      shareBefore: 0,
      rateVerdict: own,
      mixVerdict: null,
    };
  });
  return { difference: parts.reduce((sum, { rate }) => sum + rate, 0), rate: null, mix: null, parts };
}

const told = (effect: SplitEffect, line: Line | undefined): ExplainedPart => ({
  ...effect,
  segment: line?.segment ?? {},
  now: sideOf(line?.now),
  before: sideOf(line?.before),
});

function sideOf(side: Line['now'] | undefined): OneSide | null {
  const value = side === undefined ? null : meanOf(side.evidence);
  return side === undefined || value === null ? null : { value, n: side.n };
}

function meanOf(evidence: Evidence | null): number | null {
  if (evidence === null) return null;
  if (evidence.kind === 'count') return evidence.count;
  if (evidence.kind === 'proportion') return evidence.successes / evidence.n;
  if (evidence.kind === 'mean') return evidence.sum / evidence.n;
  if (evidence.kind === 'ratio') return evidence.sumY / evidence.sumX;
  if (evidence.kind !== 'nps') return null;
  const { promoters, passives, detractors } = evidence;
  return (100 * (promoters - detractors)) / (promoters + passives + detractors);
}

/** The whole is counted from the rows, the parts one by one: where rows are in several parts the two differ. */
const isClose = (a: number, b: number, scale: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(scale));

const unsplit = (metric: string, stat: string): Problem =>
  new Problem('change_not_split', {
    found: `the ${stat} of ${metric}, which is no sum of these parts`,
    expected: 'a share, a mean, a score or a count, split by a dimension that gives every row one value',
    todo: 'ask for the mean with --stat mean, or split by another dimension',
  });

const nothing = (reason: string | null): Problem =>
  new Problem('nothing_to_explain', {
    found: `no comparison (${reason ?? 'no_data'})`,
    expected: 'a figure on both sides',
    todo: 'choose another period, or another base with --with',
  });
