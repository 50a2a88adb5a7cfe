/** The made-up services that samples are drawn from. */
import type { Evidence } from '../../src/chance/index.ts';
import type { Draws } from './draws.ts';

export const share = (n: number, p: number, { binomial }: Draws): Evidence => ({
  kind: 'proportion',
  n,
  successes: binomial(n, p),
});

export const events = (mean: number, exposure: number, { poisson }: Draws): Evidence => ({
  kind: 'count',
  count: poisson(mean),
  exposure,
});

export function nps(n: number, promoters: number, detractors: number, { uniform, list }: Draws): Evidence {
  const answers = list(n, () => uniform());
  const p = answers.filter((u) => u < promoters).length;
  const d = answers.filter((u) => u >= 1 - detractors).length;
  return { kind: 'nps', promoters: p, detractors: d, passives: n - p - d };
}

export const logNormals = (n: number, sigma: number, { logNormal, list }: Draws, mu = 5) =>
  list(n, () => logNormal(mu, sigma));

export const logNormalMean = (sigma: number, mu = 5) => Math.exp(mu + sigma ** 2 / 2);

/** Log-normal waits, seen until a uniform end: about `open` of them are still open. */
export function waits(n: number, { logNormal, uniform, list }: Draws, mu = 5) {
  return list(n, () => {
    const [time, end] = [logNormal(mu, 0.8), uniform(50, 1500)];
    return { time: Math.min(time, end), isEvent: time <= end };
  });
}

/** Customers with 1 to 4 cases each; the messages of one customer's cases rise and fall together. */
export function customers(n: number, { uniform, poisson, gamma, list }: Draws, mean = 3) {
  return list(n, () => {
    const x = 1 + Math.floor(uniform(0, 4));
    return { x, y: poisson(x * gamma(4, mean / 4)) };
  });
}

/** Counts in slots whose rate itself varies, as calls per half hour do: variance about 3 times the mean. */
export function bursts(slots: number, { gamma, poisson, list }: Draws): Evidence {
  const counts = list(slots, () => poisson(gamma(5, 2)));
  return { kind: 'count', count: counts.reduce((sum, x) => sum + x, 0), exposure: slots, dispersion: 3 };
}

/** Customers who answer several times, alike: intra-class correlation 0.2, five answers each. */
export function repeated(people: number, { uniform, list, binomial }: Draws): Evidence {
  const p = 0.8;
  const answers = list(people, () => (uniform() < 0.2 ? 5 * binomial(1, p) : binomial(5, p)));
  const successes = answers.reduce((sum, x) => sum + x, 0);
  return { kind: 'proportion', successes, n: 5 * people, designEffect: 1 + 4 * 0.2 };
}
