/** From the answers of all kinds to what is worth saying: real changes at their place, closer looks, ranked. */
import type { Figure } from '../metrics/figure.ts';
import type { Question } from '../metrics/question.ts';
import { changeQuestions } from './change-questions.ts';
import { changedPlaces } from './changed-places.ts';
import { inMoney } from './in-money.ts';
import type { Insight, Message } from './insight.ts';
import type { Desk, Scope } from './kind.ts';
import { kinds } from './kinds.ts';
import { ranked } from './rank.ts';

/** What is to be asked, in one list a kind; the first is what all of them share. */
export const insightQuestions = (scope: Scope): readonly (readonly Question[])[] => [
  changeQuestions(scope),
  ...kinds.map((kind) => kind.questions?.(scope) ?? []),
];

export interface Insights {
  /** Best first, each cause once. */
  readonly insights: readonly Insight[];
  /** What cannot be told yet, in one line each. */
  readonly untold: readonly Message[];
}

/**
 * What is worth saying of the answers to `insightQuestions`, which come back in the same lists.
 *
 * @example const { insights } = await findInsights(answers, scope, desk) // at most seven
 */
export async function findInsights(
  answers: readonly (readonly (readonly Figure[])[])[],
  scope: Scope,
  desk: Desk,
): Promise<Insights> {
  const [shared = [], ...own] = answers;
  const changes = await changedPlaces(shared.flat(), scope, desk);
  const found: Insight[] = [];
  const untold: Message[] = [];
  for (const [i, kind] of kinds.entries()) {
    const looked = { answers: own[i] ?? [], changes };
    found.push(...(kind.find?.(looked.answers, scope, changes) ?? []));
    const closer = await kind.look?.(desk, scope, looked);
    found.push(...(closer?.insights ?? []));
    untold.push(...(closer?.untold ?? []));
  }
  return { insights: await inMoney(ranked(found), scope, desk), untold };
}
