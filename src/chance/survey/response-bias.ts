/** Did those who answered differ from those who did not? */

import { newcombeInterval } from '../differences/proportion-difference.ts';
import type { Interval } from '../evidence.ts';
import { chiSquare } from '../numerics/chi-square.ts';

/** One class of an attribute that is known of everyone asked (channel, segment, language). */
export interface AskedClass {
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
}

export interface ClassBias {
  readonly name: string;
  readonly responseRate: number;
  /** Its share among those who answered minus its share among the silent. */
  readonly difference: number;
  readonly interval: Interval;
}

export interface ResponseBias {
  readonly classes: readonly ClassBias[];
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  /** Cramér's V: 0 none, 1 the attribute decides alone who answers. */
  readonly strength: number;
}

/**
 * Pearson's chi-square of answered by class, and each class's share among answerers and silent with Newcombe's
 * interval. A score can only be biased along attributes where this is not small.
 *
 * @example responseBias([{ name: 'chat', asked: 40, answered: 30 }, { name: 'mail', asked: 40, answered: 10 }]).p // 7.7e-6
 */
export function responseBias(
  classes: readonly AskedClass[],
  { level = 0.95 }: { readonly level?: number } = {},
): ResponseBias {
  const present = classes.filter(({ asked }) => asked > 0);
  const asked = present.reduce((sum, each) => sum + each.asked, 0);
  const answered = present.reduce((sum, each) => sum + each.answered, 0);
  const rate = answered / asked;
  const isMixed = rate > 0 && rate < 1;
  const distance = (each: AskedClass) =>
    (each.answered - rate * each.asked) ** 2 / (each.asked * rate * (1 - rate));
  const chi2 = isMixed ? present.reduce((sum, each) => sum + distance(each), 0) : 0;
  const df = present.length - 1;
  return {
    classes: present.map((each) => biasOf(each, answered, asked - answered, level)),
    chi2,
    df,
    p: df > 0 ? chiSquare(df).above(chi2) : 1,
    strength: Math.sqrt(chi2 / asked),
  };
}

function biasOf(
  { name, asked, answered }: AskedClass,
  answerers: number,
  silent: number,
  level: number,
): ClassBias {
  const [among, beside] = [
    { x: answered, n: answerers },
    { x: asked - answered, n: silent },
  ];
  return {
    name,
    responseRate: answered / asked,
    difference: among.x / among.n - beside.x / beside.n,
    interval: newcombeInterval(among, beside, { level }),
  };
}
