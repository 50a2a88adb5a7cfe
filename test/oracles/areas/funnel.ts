/** Funnel limits for shares and rates, and over-dispersion. */
import { overDispersion, rateFunnel, shareFunnel } from '../../../src/chance/people/funnel-plot.ts';

interface Inputs {
  readonly n?: readonly number[];
  readonly exposure?: readonly number[];
  readonly target?: number;
  readonly x?: readonly number[];
  readonly y?: readonly number[];
  readonly se?: readonly number[];
  readonly winsorise?: number;
}

export function answer({ n, exposure, x, y, se, winsorise = 0.1, ...given }: Inputs) {
  const target = given.target ?? sum(x ?? []) / sum(n ?? exposure ?? []);
  const limits = (level: number) =>
    n
      ? n.map((size) => shareFunnel(size, target, level))
      : (exposure ?? []).map((e) => rateFunnel(e, target, level));
  const [inner, outer] = [limits(0.95), limits(0.998)];
  return {
    l95: inner.map(({ low }) => low),
    u95: inner.map(({ high }) => high),
    l998: outer.map(({ low }) => low),
    u998: outer.map(({ high }) => high),
    target,
    ...(x && n ? dispersed(...shares(x, n, target), target, winsorise) : {}),
    ...(y && se ? dispersed(y, se, target, winsorise) : {}),
  };
}

/** Shares and their standard errors on the target. */
function shares(x: readonly number[], n: readonly number[], target: number) {
  const values = x.map((count, i) => count / (n[i] ?? Number.NaN));
  return [values, n.map((size) => Math.sqrt((target * (1 - target)) / size))] as const;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function dispersed(y: readonly number[], se: readonly number[], target: number, winsorise: number) {
  const { phi, between, multiplicative, additive } = overDispersion(y, se, target, { winsorise });
  const z = y.map((value, i) => (value - target) / (se[i] ?? Number.NaN));
  return { z, phi, tau2: between, z_phi: multiplicative, z_tau: additive };
}
