/** How far out do ordinary points of these services lie? Learnt from all charts of a page together. */
import { logGamma } from '../numerics/log-gamma.ts';
import { studentT } from '../numerics/student-t.ts';
import { mean, squaresAround, sum } from './average.ts';
import { logSum } from './log-sum.ts';

/** Degrees of freedom of the tails that are thought possible, from the normal distribution's to days that go wild. */
const TAILS = [Infinity, 30, 15, 10, 7, 5, 4, 3] as const;

/** Each heavier tail is half as likely as the one before. */
const halving = TAILS.map((_, k) => 0.5 ** k);
const PRIOR = halving.map((w) => w / sum(halving));

/** Where charts differ in their tails, the prior counts as much as this many of them. */
const PRIOR_CHARTS = 2;

/** One weight for each of TAILS, together 1. */
export type TailWeights = readonly number[];

/**
 * One set of weights per chart, learnt from the *other* charts, so that no chart argues for its own extremes: as if all
 * had one tail, and as if each had its own, by how well either explains them. A page of one gets the prior. The tails
 * are Student's; each chart has a level and a spread of its own.
 * Source: empirical Bayes as for memory, Robbins (1956); Lange, Little & Taylor, JASA 84 (1989), for the tails.
 */
export function tailWeights(charts: readonly (readonly number[])[]): TailWeights[] {
  const logs = charts.map(thinned).map((values) => TAILS.map((degrees) => fitted(values, degrees).log));
  const mixed = mixedTails(logs.map(relative));
  const all = TAILS.map((_, k) => total(logs, k));
  return logs.map((own, i) => {
    const common = all.map((log, k) => log - (own[k] ?? 0));
    const asOne = logSum(common, (k) => PRIOR[k] ?? 0);
    const asMany = sum(logs.map((log, j) => (j === i ? 0 : logSum(log, (k) => PRIOR[k] ?? 0))));
    const share = 1 / (1 + Math.exp(asMany - asOne));
    return PRIOR.map(
      (prior, k) => share * prior * Math.exp((common[k] ?? 0) - asOne) + (1 - share) * (mixed[i]?.[k] ?? 0),
    );
  });
}

/** Some hundred points of a chart, evenly spread, teach its tail well enough. */
const TAUGHT_BY = 365;

function thinned(values: readonly number[]): readonly number[] {
  const step = Math.ceil(values.length / TAUGHT_BY);
  return step === 1 ? values : values.filter((_, i) => i % step === 0);
}

/** The tails of the others as a mixture, by EM. */
function mixedTails(likelihoods: readonly (readonly number[])[]): number[][] {
  let weights = PRIOR;
  let shares: number[][] = [];
  for (let round = 0; round < 20; round++) {
    shares = likelihoods.map((likelihood) => normalised(likelihood.map((l, k) => l * (weights[k] ?? 0))));
    weights = normalised(PRIOR.map((prior, k) => PRIOR_CHARTS * prior + total(shares, k)));
  }
  return shares.map((own) =>
    normalised(PRIOR.map((prior, k) => PRIOR_CHARTS * prior + total(shares, k) - (own[k] ?? 0))),
  );
}

/** What ordinary points of one chart are like: the weight of each tail, and its level and spread there. */
export interface Tail {
  /** P(a further point lies at least this far from the level, on one side). */
  readonly beyond: (value: number) => number;
}

/** `ordinary` are the points of a chart that are not in question; they too speak for or against each tail. */
export function tailOf(ordinary: readonly number[], weights: TailWeights): Tail {
  const n = ordinary.length;
  const fits = TAILS.map((degrees) => fitted(ordinary, degrees));
  const own = relative(fits.map(({ log }) => log));
  const shares = normalised(own.map((likelihood, k) => likelihood * (weights[k] ?? 0)));
  const laws = TAILS.map((degrees) => studentT(1 / (1 / degrees + 1 / Math.max(1, n - 1))));
  return {
    beyond: (value) =>
      sum(
        fits.map(({ level, spread }, k) => {
          const share = shares[k] ?? 0;
          // The spread's own uncertainty is in the degrees of freedom, the level's in the distance.
          return share < 1e-12
            ? 0
            : share * (laws[k]?.above(Math.abs(value - level) / (spread * Math.sqrt(1 + 1 / n))) ?? 0);
        }),
      ),
  };
}

interface Fit {
  readonly level: number;
  readonly spread: number;
  /** ln likelihood. */
  readonly log: number;
}

/** Maximum likelihood by iterated weights: a point counts (ν + 1) ÷ (ν + its squared distance in spreads). */
function fitted(values: readonly number[], degrees: number): Fit {
  const n = values.length;
  let level = mean(values);
  let variance = squaresAround(level, values) / n;
  const least = Math.max(variance * 1e-4, 1e-300);
  const rounds = degrees === Infinity ? 0 : 8;
  for (let round = 0; round < rounds; round++) {
    let [weight, first, squares] = [0, 0, 0];
    for (const value of values) {
      const w = (degrees + 1) / (degrees + (value - level) ** 2 / variance);
      weight += w;
      first += w * value;
      squares += w * (value - level) ** 2;
    }
    level = first / weight;
    variance = Math.max(squares / n, least);
  }
  const spread = Math.sqrt(degrees === Infinity ? Math.max((variance * n) / (n - 1), least) : variance);
  return { level, spread, log: logLikelihood(values, degrees, level, Math.max(variance, least)) };
}

function logLikelihood(values: readonly number[], degrees: number, level: number, variance: number): number {
  const n = values.length;
  if (degrees === Infinity) return (-n / 2) * (Math.log(2 * Math.PI * variance) + 1);
  let logs = 0;
  for (const value of values) logs += Math.log1p((value - level) ** 2 / (degrees * variance));
  const constant =
    logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - Math.log(degrees * Math.PI * variance) / 2;
  return n * constant - ((degrees + 1) / 2) * logs;
}

function relative(logs: readonly number[]): number[] {
  const largest = Math.max(...logs);
  return logs.map((log) => Math.exp(log - largest));
}

const total = (shares: readonly (readonly number[])[], k: number): number =>
  shares.reduce((all, share) => all + (share[k] ?? 0), 0);

function normalised(weights: readonly number[]): number[] {
  const all = sum(weights);
  return weights.map((w) => w / all);
}
