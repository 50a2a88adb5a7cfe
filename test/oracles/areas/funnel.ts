/** Funnel limits for shares and rates, and over-dispersion. */
import { overDispersion, rateFunnel, shareFunnel } from '../../../src/chance/people/funnel-plot.ts';

interface Inputs {
  readonly n?: readonly number[];
  readonly exposure?: readonly number[];
  readonly target: number;
  readonly y?: readonly number[];
  readonly se?: readonly number[];
  readonly winsorise?: number;
}

export function answer({ n, exposure, target, y, se, winsorise = 0.1 }: Inputs) {
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
    ...(y && se ? dispersed(y, se, target, winsorise) : {}),
  };
}

function dispersed(y: readonly number[], se: readonly number[], target: number, winsorise: number) {
  const { phi, between, multiplicative, additive } = overDispersion(y, se, target, { winsorise });
  return { phi, tau2: between, z_phi: multiplicative, z_tau: additive };
}
