/** What figures can be held against besides themselves at another time: other segments, fixed periods, stated numbers. */
import { Problem } from '../model/index.ts';
import type { ComparisonBase, ComparisonKind, Filter, Question } from './question.ts';

/** The same question about other rows of the same time. */
export type SegmentBase = Extract<ComparisonBase, { readonly kind: 'segment' }>;

export const kindOf = (base: ComparisonBase): ComparisonKind => (typeof base === 'string' ? base : base.kind);

const isSegment = (base: ComparisonBase): base is SegmentBase => kindOf(base) === 'segment';

export const segmentBases = ({ compare }: Question): readonly SegmentBase[] => compare.filter(isSegment);

/** The question of the other side. What the question is split by stays; the split's own line is looked up in it. */
export function elsewhere(question: Question, { where }: SegmentBase): Question {
  const named = where.map(({ dimension }) => dimension);
  const kept = question.where.filter(({ dimension }) => !named.includes(dimension));
  return {
    ...question,
    where: [...kept, ...where.filter(({ dimension }) => !question.by.includes(dimension))],
  };
}

/**
 * The line of a split that a line is held against.
 *
 * @example otherLine(['email', 'Milan'], ['channel', 'team'], [{ dimension: 'team', values: ['Turin'] }]) // ['email', 'Turin']
 */
export const otherLine = (
  line: readonly (string | null)[],
  by: readonly string[],
  where: readonly Filter[],
): readonly (string | null)[] =>
  line.map((value, i) => {
    const named = where.find(({ dimension }) => dimension === by[i]);
    return named === undefined ? value : (named.values[0] ?? null);
  });

/**
 * A segment can only be held against rows that are not its own.
 *
 * @throws Problem `sides_overlap`, `segment_several`
 */
export function checkSegments(question: Question): void {
  for (const { where } of segmentBases(question)) {
    const split = where.filter(({ dimension }) => question.by.includes(dimension));
    const several = split.find(({ values }) => values.length !== 1);
    if (several !== undefined) throw severalValues(several);
    const apart = where.some((filter) => question.where.some((own) => areApart(own, filter)));
    if (split.length === 0 && !apart) throw overlapping(where);
  }
}

/** No row can be in both. */
export const areApart = (a: Filter, b: Filter): boolean =>
  a.dimension === b.dimension && !a.values.some((value) => b.values.includes(value));

const overlapping = (where: readonly Filter[]): Problem => {
  const [{ dimension, values } = { dimension: 'channel', values: ['email'] }] = where;
  return new Problem('sides_overlap', {
    found: `a figure that contains the segment ${dimension}=${values.join(',')} it is held against`,
    expected: 'two segments that have nothing in common',
    todo: `name this side too with --where ${dimension}=…, or split it with --by ${dimension}`,
  });
};

const severalValues = ({ dimension, values }: Filter): Problem =>
  new Problem('segment_several', {
    found: `${values.length} values of ${dimension}, by which the figures are split`,
    expected: 'one of them to hold the others against',
    todo: `name one, for example segment:${dimension}=${values[0] ?? '…'}`,
  });
