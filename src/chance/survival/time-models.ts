/** Log-normal and Weibull times, fitted with open cases as open cases. */

import { normal } from '../numerics/normal.ts';
import type { TimeToEvent } from './kaplan-meier.ts';
import { fitLocationScale, type StandardLaw } from './location-scale.ts';

export interface LogNormalFit {
  /** Mean and standard deviation of ln t. */
  readonly mu: number;
  readonly sigma: number;
  readonly logLikelihood: number;
}

export interface WeibullFit {
  /** Below 1 the risk falls with the wait, above 1 it rises. */
  readonly shape: number;
  /** The time by which 63 % have finished. */
  readonly scale: number;
  readonly logLikelihood: number;
}

/**
 * Maximum likelihood of log-normal times; null without events at different times. Times must be above 0, else a RangeError.
 *
 * @example fitLogNormal(tickets) // { mu: 3.066, sigma: 1.254, logLikelihood: -53.76 }
 */
export function fitLogNormal(cases: readonly TimeToEvent[]): LogNormalFit | null {
  const fit = fitLocationScale(cases, NORMAL);
  return fit && { mu: fit.location, sigma: fit.scale, logLikelihood: fit.logLikelihood };
}

/**
 * Maximum likelihood of Weibull times, S(t) = exp(−(t / scale)^shape); null without events at different times. Times must be above 0,
 * else a RangeError.
 *
 * @example fitWeibull(tickets) // { shape: 1.091, scale: 32.55, logLikelihood: -53.96 }
 */
export function fitWeibull(cases: readonly TimeToEvent[]): WeibullFit | null {
  const fit = fitLocationScale(cases, SMALLEST_OF_MANY);
  return fit && { shape: 1 / fit.scale, scale: Math.exp(fit.location), logLikelihood: fit.logLikelihood };
}

const NORMAL: StandardLaw = {
  event: (z) => ({ log: Math.log(normal.density(0)) - (z * z) / 2, slope: -z, curve: -1 }),
  open: (z) => {
    const hazard = z > 30 ? z + 1 / z : normal.density(z) / normal.above(z);
    const log =
      z > 30 ? Math.log(normal.density(0)) - (z * z) / 2 - Math.log(hazard) : Math.log(normal.above(z));
    return { log, slope: -hazard, curve: -hazard * (hazard - z) };
  },
};

/** ln t of a Weibull time is Gumbel's law for the smallest of many. */
const SMALLEST_OF_MANY: StandardLaw = {
  event: (z) => ({ log: z - Math.exp(z), slope: 1 - Math.exp(z), curve: -Math.exp(z) }),
  open: (z) => ({ log: -Math.exp(z), slope: -Math.exp(z), curve: -Math.exp(z) }),
};
