/** The changes of page one that are more than chance, each split by the dimension that explains it best. */
import type { Scope } from '../insights/kind.ts';
import {
  type AnswerContext,
  catalogue,
  type ExplainedChange,
  explainChange,
  type Figure,
} from '../metrics/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { tellable } from './tellable.ts';

/** What a team can act on; two pictures fit beside each other. */
const dimensions = ['channel', 'category', 'team'] as const;
const most = 2;

export interface SplitByDimension extends ExplainedChange {
  readonly by: string;
}

/** A median has no exact parts, and what stands at an instant is made of the same cases twice: neither is split. */
export async function explainedChanges(
  warehouse: Warehouse,
  scope: Scope,
  context: AnswerContext,
): Promise<readonly SplitByDimension[]> {
  const found: SplitByDimension[] = [];
  const changed = scope.headline.filter((each, i, all) => isChanged(each) && isFirst(each, i, all));
  for (const figure of changed.toSorted((a, b) => weight(b) - weight(a))) {
    if (found.length === most) break;
    const best = await bestSplit(warehouse, figure, { scope, context });
    if (best !== null) found.push(best);
  }
  return found;
}

const isChanged = ({ metric, comparisons }: Figure): boolean =>
  catalogue.find(({ name }) => name === metric)?.stock === undefined &&
  comparisons.some(({ base, among }) => base.kind === 'previous' && among === 'signal');

/** How many times the smallest change that matters it is. */
function weight({ comparisons }: Figure): number {
  const before = comparisons.find(({ base }) => base.kind === 'previous');
  return before === undefined ? 0 : Math.abs(before.difference ?? 0) / (before.smallest || 1);
}

const isFirst = ({ metric }: Figure, at: number, all: readonly Figure[]): boolean =>
  all.findIndex((other) => other.metric === metric) === at;

async function bestSplit(
  warehouse: Warehouse,
  { metric, stat }: Figure,
  { scope, context }: { readonly scope: Scope; readonly context: AnswerContext },
): Promise<SplitByDimension | null> {
  const { period, zone, where, rules } = scope;
  const splits: SplitByDimension[] = [];
  for (const by of dimensions.filter((each) => scope.dimensions.includes(each))) {
    const question = { asks: [{ metric, stats: [stat] }], period, zone, by: [by], where, rules, compare: [] };
    const asked = tellable(question, context);
    if (asked === null) continue;
    const split = await explainChange(warehouse, asked, 'previous', context).catch(unsplit);
    if (split !== null && split.parts.length > 1) splits.push({ ...split, by });
  }
  return splits.toSorted((a, b) => concentration(b) - concentration(a))[0] ?? null;
}

/** The share of all effects that the largest of them has: where it is high, one place explains the change. */
function concentration({ parts }: ExplainedChange): number {
  const sizes = parts.map(({ rate, mix }) => Math.abs(rate + mix));
  return Math.max(...sizes) / (sizes.reduce((sum, size) => sum + size, 0) || 1);
}

function unsplit(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}
