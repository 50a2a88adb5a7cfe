/** The interval of a difference or a ratio of two numbers. */
import { oddsRatio, type Ranged, rateRatio, riskRatio, type Share } from '../../src/chance/index.ts';
import type { Draws } from './draws.ts';
import { geometricMeanOf, meanOf, quantileOf, ratioOf, survivalOf } from './evidence-from.ts';
import { bursts, customers, events, logNormalMean, logNormals, nps, share, waits } from './populations.ts';
import { type Scenario, type Trial, two } from './trial.ts';

export const DIFFERENCES: readonly Scenario[] = [
  {
    kind: 'difference of proportions: Newcombe',
    case: 'n 120 and 200, p 0.6–0.95',
    promise: 'near',
    trial: twoShares(120, 200),
  },
  {
    kind: 'difference of proportions: Newcombe',
    case: 'n 12 and 30, p 0.6–0.95',
    promise: 'near',
    isExtreme: true,
    trial: twoShares(12, 30),
  },
  {
    kind: 'ratio of proportions: Katz',
    case: 'n 200 and 200, p 0.2–0.8',
    promise: 'near',
    trial: ratioOfShares(200, riskRatio, (p, q) => p / q),
  },
  {
    kind: 'odds ratio: Woolf',
    case: 'n 200 and 200, p 0.2–0.8',
    promise: 'near',
    trial: ratioOfShares(200, oddsRatio, (p, q) => (p * (1 - q)) / (q * (1 - p))),
  },
  {
    kind: 'ratio of rates: exact conditional',
    case: 'means 40 and 20',
    promise: 'at least',
    trial: (d) => ({
      truth: 2,
      interval: rateRatio({ count: d.poisson(40), exposure: 1 }, { count: d.poisson(20), exposure: 1 })
        .interval,
    }),
  },
  {
    kind: 'difference of NPS: MOVER',
    case: 'n 80 and 150',
    promise: 'near',
    trial: (d) => two(nps(80, 0.55, 0.15, d), nps(150, 0.5, 0.2, d), 10),
  },
  {
    kind: 'difference of counts: exact conditional',
    case: 'means 30 and 30, equal exposure',
    promise: 'at least',
    trial: (d) => two(events(30, 28, d), events(30, 28, d), 0),
  },
  {
    kind: 'difference of counts: exact conditional',
    case: 'means 60 and 20 in 28 and 31 days',
    promise: 'near',
    trial: (d) => two(events(60, 28, d), events(20, 31, d), 60 - (20 * 28) / 31),
  },
  {
    kind: 'difference of counts: quasi-Poisson',
    case: '40 slots of mean 10 each',
    promise: 'near',
    trial: (d) => two(bursts(40, d), bursts(40, d), 0),
  },
  {
    kind: 'difference of means: Welch',
    case: 'normal, n 10 and 40, spread 3 : 1',
    promise: 'near',
    trial: (d) => two(meanOf(d.list(10, () => 3 * d.normal())), meanOf(d.list(40, d.normal)), 0),
  },
  {
    kind: 'difference of means: Cox',
    case: 'log-normal σ 0.8, n 40 and 90',
    promise: 'near',
    trial: (d) =>
      two(
        meanOf(logNormals(40, 0.8, d, 5.2), { withLogs: true }),
        meanOf(logNormals(90, 0.8, d), { withLogs: true }),
        logNormalMean(0.8, 5.2) - logNormalMean(0.8),
      ),
  },
  {
    kind: 'difference of geometric means: MOVER',
    case: 'log-normal σ 0.8, n 40 and 90',
    promise: 'near',
    trial: (d) =>
      two(
        geometricMeanOf(logNormals(40, 0.8, d, 5.2)),
        geometricMeanOf(logNormals(90, 0.8, d)),
        Math.exp(5.2) - Math.exp(5),
      ),
  },
  {
    kind: 'difference of medians: MOVER',
    case: 'log-normal, n 101 and 201',
    promise: 'at least',
    trial: (d) =>
      two(
        quantileOf(logNormals(101, 1, d), 0.5),
        quantileOf(logNormals(201, 1, d, 5.2), 0.5),
        Math.exp(5) - Math.exp(5.2),
      ),
  },
  {
    kind: 'difference of medians with open cases: MOVER',
    case: 'n 150 and 300',
    promise: 'near',
    trial: (d) =>
      two(survivalOf(waits(150, d, 5.2), 0.5), survivalOf(waits(300, d), 0.5), Math.exp(5.2) - Math.exp(5)),
  },
  {
    kind: 'difference of ratios: MOVER',
    case: '100 and 200 customers',
    promise: 'near',
    trial: (d) => two(ratioOf(customers(100, d, 3.5)), ratioOf(customers(200, d)), 0.5),
  },
];

function ratioOfShares(
  n: number,
  ratio: (a: Share, b: Share) => Ranged,
  truth: (p: number, q: number) => number,
): (draws: Draws) => Trial {
  return ({ uniform, binomial }) => {
    const [p, q] = [uniform(0.2, 0.8), uniform(0.2, 0.8)];
    const { interval } = ratio({ x: binomial(n, p), n }, { x: binomial(n, q), n });
    return { truth: truth(p, q), interval };
  };
}

function twoShares(m: number, n: number) {
  return (draws: Draws): Trial => {
    const [p, q] = [draws.uniform(0.6, 0.95), draws.uniform(0.6, 0.95)];
    return two(share(m, p, draws), share(n, q, draws), p - q);
  };
}
