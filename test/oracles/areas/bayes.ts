/** Beliefs about two shares. */
import { credibleInterval, probabilityThatBIsBetter } from '../../../src/chance/bayes/better-share.ts';
import { pair } from '../pair.ts';

interface Inputs {
  readonly xa: number;
  readonly na: number;
  readonly xb: number;
  readonly nb: number;
  readonly conf?: number;
  readonly prior?: readonly [number, number];
}

export function answer({ xa, na, xb, nb, conf: level = 0.95, prior: [first, second] = [1, 1] }: Inputs) {
  const prior = { a: first, b: second };
  const [a, b] = [
    { x: xa, n: na },
    { x: xb, n: nb },
  ];
  return {
    p_b_better: probabilityThatBIsBetter(a, b, { prior }),
    ci_a: pair(credibleInterval(a, { prior, level })),
    ci_b: pair(credibleInterval(b, { prior, level })),
  };
}
