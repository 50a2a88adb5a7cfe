/** How many answers, for a difference, a margin or under a design effect. */
import { meanPower, meanSize } from '../../../src/chance/power/mean-power.ts';
import { npsSizeForMargin, shareSizeForMargin } from '../../../src/chance/power/precision-size.ts';
import { sharePower, shareSize, shareSizeByArcsine } from '../../../src/chance/power/share-power.ts';
import { clusterDesignEffect, effectiveSize } from '../../../src/chance/survey/design-effect.ts';

type Inputs = {
  readonly alpha?: number;
  readonly power?: number;
  readonly conf?: number;
  readonly N?: number;
} & (
  | { readonly p1: number; readonly p2: number }
  | { readonly promoters: number; readonly detractors: number; readonly margin: number }
  | { readonly p?: number; readonly margin: number }
  | { readonly m: number; readonly icc: number; readonly n: number }
  | { readonly delta: number; readonly sd: number }
);

export function answer(inputs: Inputs) {
  const { alpha = 0.05, power = 0.8, conf: level = 0.95, N } = inputs;
  const test = { alpha, power };
  if ('p1' in inputs) {
    const shares = { p1: inputs.p1, p2: inputs.p2, ...test };
    const sizes = { n: shareSize(shares), n_cohen_h: shareSizeByArcsine(shares) };
    return { ...sizes, ...atUsualSizes((n) => sharePower(shares, n)) };
  }
  if ('delta' in inputs) {
    const means = { difference: inputs.delta, deviation: inputs.sd, ...test };
    return { n: meanSize(means), ...atUsualSizes((n) => meanPower(means, n)) };
  }
  if ('icc' in inputs) {
    const deff = clusterDesignEffect(inputs.m, inputs.icc);
    return { deff, n_eff: effectiveSize(inputs.n, deff) };
  }
  const ask = { level, margin: inputs.margin };
  const sizeFor = (population: number) =>
    'promoters' in inputs
      ? npsSizeForMargin({ ...ask, promoters: inputs.promoters, detractors: inputs.detractors, population })
      : shareSizeForMargin({ ...ask, p: inputs.p ?? 0.5, population });
  return { n: sizeFor(N ?? Infinity), n_infinite: sizeFor(Infinity), n_fpc: sizeFor(N ?? Infinity) };
}

/** The size is in the answer's name only (`power_n1000`). */
function atUsualSizes(powerAt: (n: number) => number) {
  const sizes = [...range(10, 100, 1), ...range(100, 1000, 10), ...range(1000, 20_000, 100)];
  return Object.fromEntries(sizes.map((n) => [`power_n${n}`, powerAt(n)]));
}

const range = (from: number, to: number, step: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
