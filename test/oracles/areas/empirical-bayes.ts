/** Shrinkage of shares, rates and means; the shape of the inputs says which. */
import { shrinkByArcsine } from '../../../src/chance/people/arcsine-shrinkage.ts';
import { shrinkShares } from '../../../src/chance/people/beta-binomial.ts';
import { shrinkRates } from '../../../src/chance/people/gamma-poisson.ts';
import { equalShares } from '../../../src/chance/people/homogeneity.ts';
import { shrinkMeans } from '../../../src/chance/people/normal-shrinkage.ts';

type Numbers = readonly number[];

type Inputs = Readonly<Record<string, Numbers | number>>;

/** Counts over exposures come under several names. */
const EXPOSURES = ['exposure', 'exposures', 'hours', 'time', 't', 'e'] as const;

export function answer(inputs: Inputs) {
  const column = (...names: readonly string[]) =>
    names.map((name) => inputs[name]).find((value): value is Numbers => Array.isArray(value));
  const counts = column('x', 'events', 'count', 'counts', 'successes', 'hits', 'y') ?? [];
  const variances = column('v', 'variance');
  const exposures = column(...EXPOSURES);
  if (typeof inputs['n'] === 'number') return batters(counts, inputs['n']);
  if (variances) return means(column('y') ?? [], variances);
  return exposures ? rates(counts, exposures) : shares(counts, column('n') ?? []);
}

function batters(hits: Numbers, n: number) {
  const { scores, kept, shares: js, mean } = shrinkByArcsine(hits, n);
  return { arcsine_y: scores, shrink: kept, js, grand_mean: mean };
}

function means(y: Numbers, v: Numbers) {
  const moments = shrinkMeans(y, v);
  const { statistic, p, degrees } = moments.homogeneity;
  return {
    Q: statistic,
    df: degrees,
    p,
    I2: moments.i2,
    tau2_DL: moments.between,
    tau2_PM: shrinkMeans(y, v, { method: 'paule-mandel' }).between,
    mean_RE: moments.mean,
    se_RE: moments.standardError,
    shrunk: moments.groups.map(({ value }) => value),
  };
}

function shares(x: Numbers, n: Numbers) {
  const test = equalShares(x, n);
  const byMoments = shrinkShares(x, n, { method: 'moments' });
  const likely = shrinkShares(x, n);
  const pooled = x.reduce((a, b) => a + b, 0) / n.reduce((a, b) => a + b, 0);
  return {
    pooled,
    S: test.statistic * pooled * (1 - pooled),
    chi2: test.statistic,
    df: test.degrees,
    p_homogeneity: test.p,
    rho: byMoments.correlation,
    alpha: likely.prior?.a ?? null,
    beta: likely.prior?.b ?? null,
    loglik: likely.logLikelihood,
    mean: likely.mean,
    prior_mean: likely.mean,
    rho_mle: likely.correlation,
    posterior_mean: likely.groups.map(({ value }) => value),
    posterior_sd: likely.groups.map(({ deviation }) => deviation),
    ci95: likely.groups.map(({ low, high }) => [low, high]),
    shrunk: likely.groups.map(({ value }) => value),
  };
}

function rates(x: Numbers, exposure: Numbers) {
  const { homogeneity, mean, prior, logLikelihood, groups } = shrinkRates(x, exposure);
  return {
    chi2: homogeneity.statistic,
    df: homogeneity.degrees,
    p_homogeneity: homogeneity.p,
    mean,
    shape: prior?.shape ?? null,
    rate: prior?.rate ?? null,
    alpha: prior?.shape ?? null,
    beta: prior?.rate ?? null,
    loglik: logLikelihood,
    posterior_mean: groups.map(({ value }) => value),
    posterior_sd: groups.map(({ deviation }) => deviation),
    ci95: groups.map(({ low, high }) => [low, high]),
    shrunk: groups.map(({ value }) => value),
  };
}
