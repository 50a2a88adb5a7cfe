/** The oracle file writes intervals as [low, high]. */
import type { Interval } from '../../src/chance/index.ts';

export const pair = ({ low, high }: Interval) => [low, high] as const;
