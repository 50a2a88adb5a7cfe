/** The interval of one number, by its nature. */
import {
  agrestiCoullInterval,
  bootstrapTInterval,
  clopperPearsonInterval,
  clusterBootstrapInterval,
  dirichletIntervals,
  type Interval,
  jeffreysInterval,
  normal,
  trimmedMean,
  wilsonInterval,
} from '../../src/chance/index.ts';
import type { Draws } from './draws.ts';
import { geometricMeanOf, meanOf, quantileOf, ratioOf, survivalOf } from './evidence-from.ts';
import { bursts, customers, events, logNormalMean, logNormals, nps, repeated, waits } from './populations.ts';
import { NO_BOUND, one, type Scenario, type Trial } from './trial.ts';

const raw =
  (make: (x: number, n: number) => Interval, n: number, low: number, high: number) => (draws: Draws) => {
    const truth = draws.uniform(low, high);
    return { truth, interval: make(draws.binomial(n, truth), n) };
  };

const z90 = normal.quantile(0.9);

export const SINGLE_NUMBERS: readonly Scenario[] = [
  {
    kind: 'proportion: Wilson',
    case: 'n 200, p 0.6–0.95',
    promise: 'near',
    trial: raw(wilsonInterval, 200, 0.6, 0.95),
  },
  {
    kind: 'proportion: Wilson',
    case: 'n 20, p 0.3–0.7',
    promise: 'near',
    trial: raw(wilsonInterval, 20, 0.3, 0.7),
  },
  {
    kind: 'proportion: Wilson',
    case: 'n 20, p 0.95–1',
    promise: 'near',
    isExtreme: true,
    trial: raw(wilsonInterval, 20, 0.95, 1),
  },
  {
    kind: 'proportion: Clopper–Pearson',
    case: 'n 200, p 0.6–0.95',
    promise: 'at least',
    trial: raw(clopperPearsonInterval, 200, 0.6, 0.95),
  },
  {
    kind: 'proportion: Agresti–Coull',
    case: 'n 200, p 0.6–0.95',
    promise: 'near',
    trial: raw(agrestiCoullInterval, 200, 0.6, 0.95),
  },
  {
    kind: 'proportion: Jeffreys',
    case: 'n 200, p 0.6–0.95',
    promise: 'near',
    trial: raw(jeffreysInterval, 200, 0.6, 0.95),
  },
  {
    kind: 'proportion: design effect',
    case: '100 customers × 5 answers, correlation 0.2',
    promise: 'near',
    trial: (d) => one(repeated(100, d), 0.8),
  },
  {
    kind: 'NPS: MOVER',
    case: 'n 100, 50 % / 20 %',
    promise: 'near',
    trial: (d) => one(nps(100, 0.5, 0.2, d), 30),
  },
  {
    kind: 'NPS: MOVER',
    case: 'n 10, 50 % / 20 %',
    promise: 'near',
    isExtreme: true,
    trial: (d) => one(nps(10, 0.5, 0.2, d), 30),
  },
  { kind: 'count: Garwood', case: 'mean 5–30', promise: 'at least', trial: (d) => byMean(d, 5, 30) },
  { kind: 'count: Garwood', case: 'mean 200–1000', promise: 'at least', trial: (d) => byMean(d, 200, 1000) },
  {
    kind: 'count: quasi-Poisson',
    case: '40 slots of mean 10, variance 3 × mean',
    promise: 'near',
    trial: (d) => one(bursts(40, d), 400),
  },
  {
    kind: 'mean: t',
    case: 'normal, n 10',
    promise: 'near',
    trial: (d) => one(meanOf(d.list(10, d.normal)), 0),
  },
  {
    kind: 'mean: t',
    case: 'log-normal σ 1, n 30',
    promise: 'near',
    isExtreme: true,
    trial: (d) => one(meanOf(logNormals(30, 1, d)), logNormalMean(1)),
  },
  {
    kind: 'mean: Cox',
    case: 'log-normal σ 1, n 30',
    promise: 'near',
    trial: (d) => one(meanOf(logNormals(30, 1, d), { withLogs: true }), logNormalMean(1)),
  },
  {
    kind: 'mean: Cox',
    case: 'log-normal σ 0.6, n 400',
    promise: 'near',
    trial: (d) => one(meanOf(logNormals(400, 0.6, d), { withLogs: true }), logNormalMean(0.6)),
  },
  {
    kind: 'mean: Cox',
    case: 'log-normal σ 1.5, n 15',
    promise: 'near',
    isExtreme: true,
    trial: (d) => one(meanOf(logNormals(15, 1.5, d), { withLogs: true }), logNormalMean(1.5)),
  },
  {
    kind: 'mean: Cox',
    case: 'not log-normal but gamma 2, n 50',
    promise: 'near',
    isExtreme: true,
    trial: (d) =>
      one(
        meanOf(
          d.list(50, () => d.gamma(2, 100)),
          { withLogs: true },
        ),
        200,
      ),
  },
  {
    kind: 'geometric mean: t',
    case: 'log-normal σ 1, n 20',
    promise: 'near',
    trial: (d) => one(geometricMeanOf(logNormals(20, 1, d)), Math.exp(5)),
  },
  {
    kind: 'median: order statistics',
    case: 'log-normal, n 101',
    promise: 'at least',
    trial: (d) => one(quantileOf(logNormals(101, 1, d), 0.5), Math.exp(5)),
  },
  {
    kind: '90th percentile: order statistics',
    case: 'log-normal, n 200',
    promise: 'at least',
    trial: (d) => one(quantileOf(logNormals(200, 1, d), 0.9), Math.exp(5 + z90)),
  },
  {
    kind: '90th percentile: order statistics',
    case: 'log-normal, n 20 (no upper end)',
    promise: 'at least',
    isExtreme: true,
    trial: (d) => one(quantileOf(logNormals(20, 1, d), 0.9), Math.exp(5 + z90)),
  },
  {
    kind: 'median with open cases: Kaplan–Meier',
    case: 'n 150, a fifth open',
    promise: 'near',
    trial: (d) => one(survivalOf(waits(150, d), 0.5), Math.exp(5)),
  },
  {
    kind: 'median with open cases: Kaplan–Meier',
    case: 'n 25, a fifth open',
    promise: 'near',
    isExtreme: true,
    trial: (d) => one(survivalOf(waits(25, d), 0.5), Math.exp(5)),
  },
  {
    kind: 'ratio: delta method',
    case: '150 customers',
    promise: 'near',
    trial: (d) => one(ratioOf(customers(150, d)), 3),
  },
  {
    kind: 'ratio: delta method',
    case: '12 customers',
    promise: 'near',
    isExtreme: true,
    trial: (d) => one(ratioOf(customers(12, d)), 3),
  },

  {
    kind: 'mean: bootstrap-t',
    case: 'log-normal σ 1, n 30',
    promise: 'near',
    isExtreme: true,
    every: 20,
    trial: (d) => ({
      truth: logNormalMean(1),
      interval: bootstrapTInterval(logNormals(30, 1, d), { seed: d.seed(), draws: 999 }),
    }),
  },
  {
    kind: 'mean: bootstrap-t',
    case: 'gamma 2, n 60',
    promise: 'near',
    every: 20,
    trial: (d) => ({
      truth: 200,
      interval: bootstrapTInterval(
        d.list(60, () => d.gamma(2, 100)),
        { seed: d.seed(), draws: 999 },
      ),
    }),
  },
  {
    kind: 'ratio: cluster bootstrap',
    case: '150 customers',
    promise: 'near',
    every: 20,
    trial: (d) => ({
      truth: 3,
      interval: clusterBootstrapInterval(customers(150, d), perCase, { seed: d.seed(), draws: 999 }),
    }),
  },
  {
    kind: 'mean: 10 % trimmed',
    case: 'normal with 10 % ten times wider, n 40',
    promise: 'near',
    trial: (d) => ({
      truth: 0,
      interval: trimmedMean(d.list(40, () => d.normal() * (d.uniform() < 0.1 ? 10 : 1))).interval,
    }),
  },
  {
    kind: 'shares of classes: Dirichlet',
    case: 'n 200, three classes by chance',
    promise: 'near',
    trial: (d) => sharesOfThree(200, d),
  },
];

const perCase = (clusters: readonly { readonly y: number; readonly x: number }[]) =>
  clusters.reduce((sum, { y }) => sum + y, 0) / clusters.reduce((sum, { x }) => sum + x, 0);

function sharesOfThree(n: number, { gamma, uniform, list }: Draws): Trial {
  const sizes = list(3, () => gamma(1, 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const first = (sizes[0] ?? 0) / total;
  const second = first + (sizes[1] ?? 0) / total;
  const counts = [0, 0, 0];
  for (const u of list(n, () => uniform())) {
    const place = u < first ? 0 : u < second ? 1 : 2;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { truth: first, interval: dirichletIntervals(counts)[0]?.interval ?? NO_BOUND };
}

function byMean(draws: Draws, low: number, high: number): Trial {
  const mean = draws.uniform(low, high);
  return one(events(mean, 1, draws), mean);
}
