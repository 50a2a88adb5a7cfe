/** One figure held against another of the same metric: any two periods, any two segments. */
import { type Comparison, compare } from '../chance/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerContext } from './answer.ts';
import { smallestOf } from './compare-figures.ts';
import { areApart } from './comparison-base.ts';
import { evidenceOf } from './evidence-of.ts';
import type { Figure } from './figure.ts';
import type { Question } from './question.ts';

export interface Held {
  readonly current: Figure;
  readonly base: Figure;
  /** null where a side has no value, or its statistic has no interval. */
  readonly comparison: Comparison | null;
}

/**
 * Both questions ask for one metric and statistic; what they differ in is what is compared.
 *
 * @throws Problem `sides_overlap` where the same rows would stand on both sides
 * @example await holdAgainst(warehouse, { ...csat, where: [chat] }, { ...csat, where: [email] })
 */
export async function holdAgainst(
  warehouse: Warehouse,
  current: Question,
  base: Question,
  context: AnswerContext = {},
): Promise<Held> {
  if (overlap(current, base)) throw overlapping();
  const now = await evidenceOf(warehouse, current, context);
  const then = await evidenceOf(warehouse, base, context);
  const { level = 0.95, looks = 1, smallest = {} } = context;
  const matters = smallestOf(now.metric, now.figure.stat, smallest);
  const comparison =
    now.evidence === null || then.evidence === null
      ? null
      : compare(now.evidence, then.evidence, { smallest: matters, level, looks });
  return { current: now.figure, base: then.figure, comparison };
}

/** Both the time and the filters leave room for a row that is on both sides. */
function overlap(a: Question, b: Question): boolean {
  const sameTime =
    a.period === 'all' || b.period === 'all' || (a.period.from < b.period.to && b.period.from < a.period.to);
  return sameTime && !a.where.some((filter) => b.where.some((other) => areApart(filter, other)));
}

const overlapping = (): Problem =>
  new Problem('sides_overlap', {
    found: 'the same records on both sides of the comparison',
    expected: 'two periods or two segments that have nothing in common',
    todo: 'name this side too, for example --where channel=chat --with channel=email',
  });
