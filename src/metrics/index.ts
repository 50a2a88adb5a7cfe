/** What is measured: the catalogue, and the way from a question to figures. */
export { type AnswerContext, answer } from './answer.ts';
export { catalogue } from './catalogue/index.ts';
export { findMetric, statisticsOf } from './check-question.ts';
export { comparePeople, type PeopleFigures, type PersonFigure } from './compare-people.ts';
export { type Control, type ControlPoint, controlByRules, controlPage } from './control.ts';
export type { MetricDefinition, RuleUse } from './definition.ts';
export { type ChangeEffect, didItWork } from './did-it-work.ts';
export { evidenceOf, type FigureWithEvidence } from './evidence-of.ts';
export { type Expectation, expectationKept, type Kept } from './expectation.ts';
export { type ExplainedChange, type ExplainedPart, explainChange } from './explain-change.ts';
export type { Figure, FigureComparison, Unit } from './figure.ts';
export { type Held, holdAgainst } from './hold-against.ts';
export type { OwnDimension } from './own/dimension.ts';
export { ownMetric } from './own/metric.ts';
export { type OwnMetric, ownDimensionSchema, ownMetricSchema } from './own/schema.ts';
export { dimensionsOf, isMultiple } from './plan/dimension.ts';
export type { Ask, ComparisonBase, ComparisonKind, Filter, Question, Statistic } from './question.ts';
export { priced, type Rate, type Rates } from './rates.ts';
export { type RecordedChange, recordedChanges } from './recorded-change.ts';
export { questionBehind, type RowsContext, rowsBehind } from './rows-behind.ts';
export { creditUse, ruleUses } from './rule-values.ts';
export { type RuleToken, ruleOf, rules, ruleTokens } from './rules.ts';
export {
  benchmarkSchema,
  filtersOf,
  segmentSchema,
  statedConfig,
  targetSchema,
  unknownNames,
  wrongName,
} from './stated-schema.ts';
export type { Benchmark, Target } from './stated-values.ts';
export { statementOf } from './statement.ts';
export { type TargetAttainment, type TargetStanding, targetAttainment } from './target-attainment.ts';
export { basesAsTyped, typedBases } from './typed-bases.ts';
export { filterAsTyped, typedFilters } from './typed-filters.ts';
export { refuseUnknownValues } from './unknown-values.ts';
