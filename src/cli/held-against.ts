/** What a figure is to be held against, as people type it, and the comparison that comes of it. */
import type { Verdict } from '../chance/index.ts';
import type { Config } from '../config/index.ts';
import {
  type AnswerContext,
  answer,
  type Figure,
  type FigureComparison,
  type Filter,
  holdAgainst,
  type Question,
  refuseUnknownValues,
} from '../metrics/index.ts';
import { Problem, parsePeriod } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { answerContext, filters } from './question.ts';

type Against =
  | { readonly kind: (typeof words)[number] }
  | { readonly kind: 'period'; readonly question: Question }
  | { readonly kind: 'segment'; readonly question: Question };

export interface Outcome {
  readonly figure: Figure;
  readonly where: readonly Filter[];
  readonly base: {
    readonly kind: Against['kind'];
    readonly from: string | null;
    readonly to: string | null;
    readonly value: number | null;
    readonly n: number;
    readonly where: readonly Filter[];
  };
  readonly comparison: Pick<
    FigureComparison,
    'difference' | 'interval' | 'p' | 'smallest' | 'n' | 'method' | 'looks' | 'moreNeeded' | 'missing'
  > & { readonly verdict: Verdict };
}

const words = ['previous', 'last_year', 'target', 'benchmark'] as const;

/**
 * `previous`, `last_year`, `target`, `benchmark`, `DIM=VALUE` (the same question about another segment) or a period; the
 * last two may be written with `segment:` and `baseline:` before them.
 */
function against(written: string, question: Question): Against {
  const text = written.replace(/^(segment|baseline):/, '');
  const kind = words.find((each) => each === text);
  if (kind !== undefined) return { kind };
  if (!text.includes('=')) return { kind: 'period', question: { ...question, period: otherPeriod(text) } };
  const other = filters([text]);
  const kept = question.where.filter(({ dimension }) => !other.some((each) => each.dimension === dimension));
  return { kind: 'segment', question: { ...question, where: [...kept, ...other] } };
}

function otherPeriod(text: string): Question['period'] {
  try {
    return parsePeriod(text);
  } catch (cause) {
    const expected = `${words.join(', ')}, DIMENSION=VALUE or a period such as 2025-03`;
    const facts = { found: `"${text}" after --with`, expected, todo: 'write one of these' };
    throw new Problem('base_unknown', facts, { cause });
  }
}

interface Project {
  readonly config: Config;
  readonly warehouse: Warehouse;
}

/** @throws Problem `base_unknown`, `sides_overlap`, `filter_empty`, or that of the question */
export async function heldAgainst(
  { config, warehouse }: Project,
  question: Question,
  { text, looks }: { readonly text: string; readonly looks: number },
): Promise<Outcome> {
  const context = { ...answerContext(config), looks };
  const base = against(text, question);
  return 'question' in base
    ? otherSide(warehouse, question, base, context)
    : usualBase(warehouse, question, base.kind, context);
}

async function usualBase(
  warehouse: Warehouse,
  question: Question,
  kind: (typeof words)[number],
  context: AnswerContext,
): Promise<Outcome> {
  const [[figure] = []] = await answer(warehouse, [{ ...question, compare: [kind] }], context);
  const [comparison] = figure?.comparisons ?? [];
  if (figure === undefined || comparison === undefined) throw new RangeError('one figure was asked for');
  const { where } = question;
  const { from, to, value, n } = comparison.base;
  return { figure, where, base: { kind, from, to, value, n, where }, comparison };
}

async function otherSide(
  warehouse: Warehouse,
  question: Question,
  { kind, question: other }: Extract<Against, { question: Question }>,
  context: AnswerContext & { readonly looks: number },
): Promise<Outcome> {
  await refuseUnknownValues(warehouse, other, context);
  const { current, base, comparison } = await holdAgainst(warehouse, question, other, context);
  const { from, to, value, n } = base;
  return {
    figure: current,
    where: question.where,
    base: { kind, from, to, value, n, where: other.where },
    comparison:
      comparison === null
        ? untold(current.n + n, context.looks, current.missing ?? base.missing ?? 'not_comparable')
        : { ...comparison, missing: null },
  };
}

/** Nothing to judge by: no claim either way, and the reason. */
const untold = (n: number, looks: number, missing: string): Outcome['comparison'] => ({
  difference: null,
  interval: null,
  verdict: 'cannot_tell_yet',
  p: 1,
  smallest: 0,
  n,
  method: 'none',
  looks,
  moreNeeded: null,
  missing,
});
