/** The room of luck and change: what may be used from outside. */

// Agreement and belief.
export { type Agreement, agreement } from './agreement/agreement.ts';
export { credibleInterval, type Prior, probabilityThatBIsBetter } from './bayes/better-share.ts';
// Two or more compared.
export { type FisherResult, fisherTest } from './differences/fisher-test.ts';
export { moverDifference, type Ranged } from './differences/mover.ts';
export {
  newcombeInterval,
  type Share,
  twoShareTest,
  waldDifferenceInterval,
} from './differences/proportion-difference.ts';
export { hodgesLehmann, kruskalWallis, mannWhitney } from './differences/rank-tests.ts';
export { type CountOverTime, type RateDifference, rateDifference } from './differences/rate-difference.ts';
export { exactBinomialP, type RateRatio, rateRatio } from './differences/rate-ratio.ts';
export { oddsRatio, riskRatio } from './differences/risk-ratio.ts';
export { trendTest } from './differences/trend-test.ts';
export { type WelchResult, welch } from './differences/welch.ts';
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
// Intervals by the nature of the number.
export { agrestiCoullInterval } from './intervals/agresti-coull-interval.ts';
export { bootstrapTInterval, clusterBootstrapInterval, type Drawing } from './intervals/bootstrap.ts';
export { clopperPearsonInterval } from './intervals/clopper-pearson-interval.ts';
export { countedValues } from './intervals/counted-values.ts';
export { coxInterval, coxMean } from './intervals/cox-interval.ts';
export { dirichletIntervals } from './intervals/dirichlet-intervals.ts';
export { type Dispersion, dispersionOf } from './intervals/dispersion.ts';
export { garwoodInterval } from './intervals/garwood-interval.ts';
export { geometricMeanInterval } from './intervals/geometric-mean-interval.ts';
export { jeffreysInterval } from './intervals/jeffreys-interval.ts';
export { meanInterval, type Sums } from './intervals/mean-interval.ts';
export {
  npsAdjustedWaldInterval,
  npsBelief,
  npsError,
  npsTInterval,
  npsWaldInterval,
} from './intervals/nps-by-formula.ts';
export { type NpsCounts, npsInterval } from './intervals/nps-interval.ts';
export { quantileInterval, quantileRanks, sampleQuantile } from './intervals/quantile-interval.ts';
export { type RatioSums, ratioInterval } from './intervals/ratio-interval.ts';
export { sumsOf } from './intervals/sums-of.ts';
export { trimmedMean } from './intervals/trimmed-mean.ts';
export { wilsonInterval } from './intervals/wilson-interval.ts';
// Distributions and special functions.
export { beta } from './numerics/beta.ts';
export { binomial } from './numerics/binomial.ts';
export { chiSquare } from './numerics/chi-square.ts';
export { digamma } from './numerics/digamma.ts';
export type { Distribution } from './numerics/distribution.ts';
export { fisherF } from './numerics/f.ts';
export { gamma } from './numerics/gamma.ts';
export { hypergeometric } from './numerics/hypergeometric.ts';
export { logGamma } from './numerics/log-gamma.ts';
export { negativeBinomial } from './numerics/negative-binomial.ts';
export { noncentralT } from './numerics/noncentral-t.ts';
export { normal } from './numerics/normal.ts';
export { poisson } from './numerics/poisson.ts';
export { studentT } from './numerics/student-t.ts';
export { studentisedRange } from './numerics/studentised-range.ts';

// How many it takes.
export { meanPower, meanSize, type TwoMeans } from './power/mean-power.ts';
export { npsSizeForMargin, shareSizeForMargin } from './power/precision-size.ts';
export { sharePower, shareSize, shareSizeByArcsine, type TwoShares } from './power/share-power.ts';
// Surveys.
export { clusterDesignEffect, effectiveSize, weightingDesignEffect } from './survey/design-effect.ts';
export { type PostStratified, postStratify, type Stratum } from './survey/post-stratify.ts';
export { type Propensity, type PropensityTerm, propensity } from './survey/propensity.ts';
export { type Margin, type Raked, rake, rakeTable } from './survey/rake.ts';
export {
  type AskedClass,
  type ClassBias,
  type ResponseBias,
  responseBias,
} from './survey/response-bias.ts';
// Time to event.
export { kaplanMeier, survivalAt, type TimeToEvent } from './survival/kaplan-meier.ts';
export { type LogRank, logRank } from './survival/log-rank.ts';
export { nelsonAalen } from './survival/nelson-aalen.ts';
export { type Patience, patience, type Wait } from './survival/patience.ts';
export { restrictedMean } from './survival/restricted-mean.ts';
export {
  type SurvivalScale,
  survivalLimit,
  survivalQuantile,
  survivalQuantileInterval,
} from './survival/survival-quantile.ts';
export { fitLogNormal, fitWeibull, type LogNormalFit, type WeibullFit } from './survival/time-models.ts';
// Verdicts.
export { among } from './verdict/among.ts';
export { fisherCombined, stoufferCombined } from './verdict/combined-p.ts';
export { type CompareOptions, compare, compareWithConstant } from './verdict/compare.ts';
export { estimate } from './verdict/estimate.ts';
export {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from './verdict/multiplicity.ts';
