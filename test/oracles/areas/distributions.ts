/** Distribution functions by name. */
import { beta } from '../../../src/chance/numerics/beta.ts';
import { binomial } from '../../../src/chance/numerics/binomial.ts';
import { chiSquare } from '../../../src/chance/numerics/chi-square.ts';
import { digamma } from '../../../src/chance/numerics/digamma.ts';
import type { Distribution } from '../../../src/chance/numerics/distribution.ts';
import { fisherF } from '../../../src/chance/numerics/f.ts';
import { gamma } from '../../../src/chance/numerics/gamma.ts';
import { hypergeometric } from '../../../src/chance/numerics/hypergeometric.ts';
import { logGamma } from '../../../src/chance/numerics/log-gamma.ts';
import { negativeBinomial } from '../../../src/chance/numerics/negative-binomial.ts';
import { normal } from '../../../src/chance/numerics/normal.ts';
import { poisson } from '../../../src/chance/numerics/poisson.ts';
import { studentT } from '../../../src/chance/numerics/student-t.ts';
import { studentisedRange } from '../../../src/chance/numerics/studentised-range.ts';

type Parameters = Readonly<Record<string, number>>;

interface Inputs {
  readonly distribution: string;
  readonly function: string;
  readonly parameters: Parameters;
  readonly x: number;
}

export function answer({ distribution, function: wanted, parameters, x }: Inputs) {
  const name = distribution.toLowerCase().replace(/[\s_]/g, '-');
  const plain = PLAIN[name];
  if (plain) return { value: plain(x) };
  const law = LAWS[name]?.(parameters);
  const of = FUNCTIONS[wanted.toLowerCase()];
  return law && of ? { value: of(law, x) } : {};
}

const FUNCTIONS: Readonly<Record<string, (law: Distribution, x: number) => number>> = {
  cdf: (law, x) => law.below(x),
  sf: (law, x) => law.above(x),
  quantile: (law, p) => law.quantile(p),
  ppf: (law, p) => law.quantile(p),
  isf: (law, p) => law.upperQuantile(p),
  pdf: (law, x) => law.density(x),
  pmf: (law, x) => law.density(x),
  density: (law, x) => law.density(x),
};

const PLAIN: Readonly<Record<string, (x: number) => number>> = {
  'log-gamma': logGamma,
  lgamma: logGamma,
  digamma,
};

/** The first of several usual names that is there. */
const first = (parameters: Parameters, names: readonly string[], otherwise = NaN): number =>
  names.map((name) => parameters[name]).find((value) => value !== undefined) ?? otherwise;

const LAWS: Readonly<Record<string, (parameters: Parameters) => Distribution>> = {
  normal: (p) => scaled(normal, first(p, ['mean', 'mu'], 0), first(p, ['sd', 'sigma', 'scale'], 1)),
  t: (p) => studentT(first(p, ['df'])),
  'student-t': (p) => studentT(first(p, ['df'])),
  f: (p) => fisherF(first(p, ['df1']), first(p, ['df2'])),
  'chi-square': (p) => chiSquare(first(p, ['df'])),
  'chi-squared': (p) => chiSquare(first(p, ['df'])),
  beta: (p) => beta(first(p, ['a', 'shape1', 'alpha']), first(p, ['b', 'shape2', 'beta'])),
  gamma: (p) => gamma(first(p, ['shape', 'a', 'alpha']), first(p, ['scale'], 1 / first(p, ['rate'], 1))),
  exponential: (p) => gamma(1, first(p, ['scale'], 1 / first(p, ['rate'], 1))),
  binomial: (p) => binomial(first(p, ['n', 'size']), first(p, ['p', 'prob'])),
  poisson: (p) => poisson(first(p, ['mean', 'lambda', 'mu'])),
  'negative-binomial': (p) => {
    const size = first(p, ['size', 'r', 'n', 'k']);
    const mean = first(p, ['mean', 'mu']);
    return negativeBinomial(size, first(p, ['p', 'prob'], size / (size + mean)));
  },
  hypergeometric: (p) =>
    hypergeometric({
      size: first(p, ['N', 'population', 'M']),
      marked: first(p, ['K', 'successes']),
      draws: first(p, ['n', 'draws']),
    }),
  'studentized-range': (p) => studentisedRange(first(p, ['k', 'groups', 'nmeans']), first(p, ['df'])),
  'studentised-range': (p) => studentisedRange(first(p, ['k', 'groups', 'nmeans']), first(p, ['df'])),
};

function scaled(law: Distribution, mean: number, deviation: number): Distribution {
  return {
    density: (x) => law.density((x - mean) / deviation) / deviation,
    below: (x) => law.below((x - mean) / deviation),
    above: (x) => law.above((x - mean) / deviation),
    quantile: (p) => mean + deviation * law.quantile(p),
    upperQuantile: (p) => mean + deviation * law.upperQuantile(p),
  };
}
