/** Bayesian online change detection: the probability, after every point, of how long the present level has lasted. */
import { logGamma } from '../numerics/log-gamma.ts';

/** A model of values within one run, updated value by value. */
export interface RunModel<State> {
  readonly prior: State;
  /** ln of the predictive probability (or density) of a value. */
  readonly logPredictive: (state: State, value: number) => number;
  readonly update: (state: State, value: number) => State;
}

export interface OnlineChanges {
  /** Most probable number of points since the last change, after each point; 0 means "changed just now". */
  readonly mapRunLength: readonly number[];
  /** Probability that the last change is at most `recent` points ago, after each point. */
  readonly recentChange: readonly number[];
  /** ln of the probability of the whole series under the model. */
  readonly logEvidence: number;
}

/**
 * Has something changed just now, and how sure is that?
 * Keeps the distribution of the run length r: it grows with probability (1 − hazard) or falls to 0 with `hazard`,
 * each weighted by the predictive probability of the new value under its run.
 * Source: Adams & MacKay, Bayesian Online Changepoint Detection (2007), eq. 3.
 */
export function onlineChanges<State>(
  values: readonly number[],
  model: RunModel<State>,
  { hazard, recent = 5 }: { readonly hazard: number; readonly recent?: number },
): OnlineChanges {
  let runs: readonly number[] = [1];
  let states: readonly State[] = [model.prior];
  let logEvidence = 0;
  const mapRunLength: number[] = [];
  const recentChange: number[] = [];
  for (const value of values) {
    const logs = states.map((state) => model.logPredictive(state, value));
    const scale = Math.max(...logs);
    const joint = runs.map((p, i) => p * Math.exp((logs[i] ?? 0) - scale));
    const total = joint.reduce((a, b) => a + b, 0);
    logEvidence += Math.log(total) + scale;
    runs = [hazard, ...joint.map((p) => ((1 - hazard) * p) / total)];
    states = [model.prior, ...states.map((state) => model.update(state, value))];
    mapRunLength.push(runs.indexOf(Math.max(...runs)));
    recentChange.push(runs.slice(0, recent + 1).reduce((a, b) => a + b, 0));
  }
  return { mapRunLength, recentChange, logEvidence };
}

/** Counts with a Gamma(shape, rate) prior on their mean; the predictive is negative binomial. */
export function poissonRuns(
  shape: number,
  rate: number,
): RunModel<{ readonly shape: number; readonly rate: number }> {
  return {
    prior: { shape, rate },
    logPredictive: ({ shape: a, rate: b }, x) =>
      logGamma(a + x) - logGamma(a) - logGamma(x + 1) + a * Math.log(b / (b + 1)) - x * Math.log(b + 1),
    update: ({ shape: a, rate: b }, x) => ({ shape: a + x, rate: b + 1 }),
  };
}

interface NormalGamma {
  readonly mean: number;
  /** How many values the prior mean is worth. */
  readonly weight: number;
  readonly shape: number;
  readonly rate: number;
}

/** Measurements of unknown mean and variance with a normal–gamma prior; the predictive is Student's t. */
export function normalRuns(prior: NormalGamma): RunModel<NormalGamma> {
  return {
    prior,
    logPredictive: ({ mean, weight, shape, rate }, x) => {
      const scale = (rate * (weight + 1)) / (shape * weight);
      const away = (x - mean) ** 2 / (2 * shape * scale);
      const norm = logGamma(shape + 0.5) - logGamma(shape) - 0.5 * Math.log(2 * shape * Math.PI * scale);
      return norm - (shape + 0.5) * Math.log1p(away);
    },
    update: ({ mean, weight, shape, rate }, x) => ({
      mean: (weight * mean + x) / (weight + 1),
      weight: weight + 1,
      shape: shape + 0.5,
      rate: rate + (weight * (x - mean) ** 2) / (2 * (weight + 1)),
    }),
  };
}
