/** How long callers are willing to wait, and how long they would have had to. */

import type { SurvivalStep } from '../evidence.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { survivalQuantile } from './survival-quantile.ts';

/** One caller who waited: how long, and whether they hung up. */
export interface Wait {
  readonly seconds: number;
  readonly hasAbandoned: boolean;
}

export interface Patience {
  readonly n: number;
  readonly abandoned: number;
  /** The share still willing to wait after each wait of somebody who gave up. */
  readonly curve: readonly SurvivalStep[];
  /** null where fewer than half would ever have given up: as far as the data see. */
  readonly median: number | null;
  /** The median wait that everybody would have had, had nobody given up. */
  readonly medianOfferedWait: number | null;
  /** All waiting ÷ all who gave up: the mean patience if the risk of hanging up never changes; null if nobody did. */
  readonly meanIfConstantRisk: number | null;
}

/**
 * The answered tell only that they were at least so patient: they are censored. (The mean wait of those who gave up is
 * far too short: the patient were answered before.) The mirror, with the answered as events, is the wait on offer.
 *
 * @example patience([{ seconds: 30, hasAbandoned: true }, { seconds: 60, hasAbandoned: false }]).meanIfConstantRisk // 90
 */
export function patience(waits: readonly Wait[]): Patience {
  const curve = kaplanMeier(waits.map((wait) => ({ time: wait.seconds, isEvent: wait.hasAbandoned })));
  const offered = kaplanMeier(waits.map((wait) => ({ time: wait.seconds, isEvent: !wait.hasAbandoned })));
  const abandoned = waits.filter(({ hasAbandoned }) => hasAbandoned).length;
  const waited = waits.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    n: waits.length,
    abandoned,
    curve,
    median: survivalQuantile(curve, 0.5),
    medianOfferedWait: survivalQuantile(offered, 0.5),
    meanIfConstantRisk: abandoned === 0 ? null : waited / abandoned,
  };
}
