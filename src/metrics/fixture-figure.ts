/** For tests only: a figure without segment, interval, rules or comparisons, but for what a test names. */
import type { Figure } from './figure.ts';

type Named = Pick<Figure, 'metric' | 'stat' | 'unit' | 'value' | 'n'>;

/** @example bareFigure({ metric: 'csat', stat: 'share', unit: 'share', value: 0.8, n: 400 }) */
export const bareFigure = (some: Named & Partial<Figure>): Figure => ({
  segment: {},
  from: null,
  to: null,
  interval: null,
  rules: {},
  missing: null,
  countedOut: {},
  comparisons: [],
  rows: '',
  ...some,
});
