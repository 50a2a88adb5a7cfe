/** The seven fields that every verdict shows in JSON, whatever was compared. */
import type { Comparison } from '../chance/index.ts';

type Shown<D, I> = Pick<Comparison, 'verdict' | 'n' | 'method' | 'looks' | 'moreNeeded'> & {
  readonly difference: D;
  readonly interval: I;
};

export const verdictFace = <D, I>({
  verdict,
  difference,
  interval,
  n,
  method,
  looks,
  moreNeeded,
}: Shown<D, I>) => ({ verdict, difference, interval, n, method, looks, more_needed: moreNeeded });
