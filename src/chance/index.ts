/** The room of luck and change: what may be used from outside. */

export type {
  Comparison,
  CountedValue,
  Estimate,
  Evidence,
  Interval,
  SmallestChange,
  SurvivalStep,
  Verdict,
} from './evidence.ts';
export { among } from './verdict/among.ts';
export { type CompareOptions, compare, compareWithConstant } from './verdict/compare.ts';
export { estimate } from './verdict/estimate.ts';
