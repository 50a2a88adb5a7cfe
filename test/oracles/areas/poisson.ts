/** One rate, or two compared. */
import { rateRatio } from '../../../src/chance/differences/rate-ratio.ts';
import { garwoodInterval } from '../../../src/chance/intervals/garwood-interval.ts';
import { pair } from '../pair.ts';

type Inputs = { readonly conf?: number } & (
  | { readonly count: number; readonly exposure?: number }
  | { readonly x1: number; readonly t1: number; readonly x2: number; readonly t2: number }
);

export function answer(inputs: Inputs) {
  const level = inputs.conf ?? 0.95;
  if ('count' in inputs) {
    const exposure = inputs.exposure ?? 1;
    const ends = pair(garwoodInterval(inputs.count, { level }));
    return { rate: inputs.count / exposure, ci: ends.map((end) => end !== null && end / exposure) };
  }
  const current = { count: inputs.x1, exposure: inputs.t1 };
  const { ratio, interval, p } = rateRatio(current, { count: inputs.x2, exposure: inputs.t2 }, { level });
  return { ratio, ci: pair(interval), p };
}
