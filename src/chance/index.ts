/** The room of luck and change: what may be used from outside. */

// Agreement and belief.
export { type Agreement, agreement } from './agreement/agreement.ts';
export { credibleInterval, type Prior, probabilityThatBIsBetter } from './bayes/better-share.ts';
// Two or more compared.
export { type FisherResult, fisherTest } from './differences/fisher-test.ts';
export { type MixAndRate, mixAndRate, type Portion, type TwoPortions } from './differences/mix-and-rate.ts';
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
// Between people, teams, channels.
export { shrinkByArcsine } from './people/arcsine-shrinkage.ts';
export { type ShareShrinkage, shrinkShares } from './people/beta-binomial.ts';
export { type CrossedModel, type CrossedOptions, crossedModel } from './people/crossed-model.ts';
export type { Cell } from './people/crossed-sums.ts';
export {
  type FunnelLimits,
  meanFunnel,
  type OverDispersion,
  overDispersion,
  rateFunnel,
  shareFunnel,
} from './people/funnel-plot.ts';
export { type RateShrinkage, shrinkRates } from './people/gamma-poisson.ts';
export { equalMeans, equalRates, equalShares, type Homogeneity } from './people/homogeneity.ts';
export { normalDraws } from './people/normal-draws.ts';
export { type NormalShrinkage, shrinkMeans } from './people/normal-shrinkage.ts';
export {
  comparePeopleByMix,
  comparePeopleByRate,
  comparePeopleByShare,
  type PeopleComparison,
  type PeopleOptions,
  type Person,
} from './people/people-comparison.ts';
export { type Belief, type Standing, standings } from './people/ranks.ts';
export { contactsFor, regressionToMean, reliability } from './people/reliability.ts';
// How many it takes.
export { meanPower, meanSize, type TwoMeans } from './power/mean-power.ts';
export { npsSizeForMargin, shareSizeForMargin } from './power/precision-size.ts';
export { sharePower, shareSize, shareSizeByArcsine, type TwoShares } from './power/share-power.ts';
export { npsDeviation, type Sized, sizeFor } from './power/size-for.ts';
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
// Over time.
export { type AlarmOptions, alarm, alarmPage, chartsOfAPage } from './time/alarm.ts';
export type { AlarmChart, Phase, Signal } from './time/alarm-chart.ts';
export { anhoejRules, type RunsAnalysis } from './time/anhoej-rules.ts';
export { type AttributeChart, cChart, pChart, uChart } from './time/attribute-chart.ts';
export { autocorrelations, type LjungBox, ljungBox } from './time/autocorrelation.ts';
export { cusumRunLength, ewmaRunLength, shewhartRunLength } from './time/average-run-length.ts';
export {
  normalRuns,
  type OnlineChanges,
  onlineChanges,
  poissonRuns,
  type RunModel,
} from './time/bayesian-change.ts';
export { type CusumChart, type CusumOptions, cusumChart } from './time/cusum.ts';
export {
  differenceInDifferences,
  type Effect,
  type InterruptedSeries,
  interruptedSeries,
} from './time/did-it-work.ts';
export { type EwmaChart, type EwmaOptions, ewmaChart } from './time/ewma.ts';
export { generalisedEsd, type OutlierTest } from './time/generalised-esd.ts';
export { type NelsonRule, nelsonSignals } from './time/nelson-rules.ts';
export { type NhsCause, nhsCauses } from './time/nhs-rules.ts';
export { type Pattern, withoutPattern } from './time/pattern.ts';
export { choosePower, type PowerScale } from './time/power-scale.ts';
export type { Series } from './time/prepared-series.ts';
export { type ProposedChange, proposeChanges } from './time/proposed-phases.ts';
export { gChart, type RareEventChart, tChart } from './time/rare-event-chart.ts';
export {
  poissonCost,
  type Segmentation,
  type SegmentCost,
  segmentSeries,
  squaredCost,
} from './time/segmentation.ts';
export { type TrendAhead, trendAhead } from './time/trend-ahead.ts';
export { type XmrChart, xmrChart } from './time/xmr-chart.ts';
// Verdicts.
export { among } from './verdict/among.ts';
export { fisherCombined, stoufferCombined } from './verdict/combined-p.ts';
export { type CompareOptions, compare, compareWithConstant } from './verdict/compare.ts';
export { estimate } from './verdict/estimate.ts';
export { judgeEffect } from './verdict/judge-effect.ts';
export {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from './verdict/multiplicity.ts';
export { type SplitChange, type SplitEffect, type SplitPart, splitChange } from './verdict/split-change.ts';
// Rule sets that people know, and short series with memory.
export { memoryRegression } from './watch/memory-regression.ts';
export { type RuleChart, type RuleSet, ruleChart, ruleSets } from './watch/rule-chart.ts';
