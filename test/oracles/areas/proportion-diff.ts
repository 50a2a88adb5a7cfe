/** Two shares, a table of two by two, or shares along an order. */
import { fisherTest } from '../../../src/chance/differences/fisher-test.ts';
import {
  newcombeInterval,
  twoShareTest,
  waldDifferenceInterval,
} from '../../../src/chance/differences/proportion-difference.ts';
import { oddsRatio, riskRatio } from '../../../src/chance/differences/risk-ratio.ts';
import { trendTest } from '../../../src/chance/differences/trend-test.ts';
import { fisherAsR } from '../fisher-as-r.ts';
import { pair } from '../pair.ts';

type Row = readonly [number, number];

type Inputs = { readonly conf?: number } & (
  | { readonly table: readonly [Row, Row] }
  | { readonly x: readonly number[]; readonly n: readonly number[]; readonly score?: readonly number[] }
  | { readonly x1: number; readonly n1: number; readonly x2: number; readonly n2: number }
);

export function answer(inputs: Inputs) {
  const level = inputs.conf ?? 0.95;
  if ('table' in inputs) {
    const { p } = fisherTest(inputs.table, { level });
    return { p, ...fisherAsR(inputs.table, level) };
  }
  if ('x' in inputs) {
    const groups = inputs.x.map((x, i) => ({ x, n: inputs.n[i] ?? 0 }));
    return trendTest(groups, inputs.score);
  }
  const [a, b] = [
    { x: inputs.x1, n: inputs.n1 },
    { x: inputs.x2, n: inputs.n2 },
  ];
  const [risk, odds] = [riskRatio(a, b, { level }), oddsRatio(a, b, { level })];
  return {
    diff: a.x / a.n - b.x / b.n,
    ci: pair(newcombeInterval(a, b, { level })),
    wald_ci: pair(waldDifferenceInterval(a, b, { level })),
    ...twoShareTest(a, b),
    rr: risk.value,
    rr_ci: pair(risk.interval),
    or: odds.value,
    or_ci: pair(odds.interval),
  };
}
