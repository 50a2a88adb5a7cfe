/** What is measured: the catalogue, and the way from a question to figures. */
export { type AnswerContext, answer } from './answer.ts';
export { catalogue } from './catalogue/index.ts';
export { findMetric } from './check-question.ts';
export type { Target } from './compare-figures.ts';
export { comparePeople, type PeopleFigures, type PersonFigure } from './compare-people.ts';
export { type Control, type ControlPoint, controlByRules, controlPage } from './control.ts';
export type { MetricDefinition } from './definition.ts';
export { type ChangeEffect, didItWork } from './did-it-work.ts';
export { evidenceOf, type FigureWithEvidence } from './evidence-of.ts';
export type { Figure, FigureComparison, Unit } from './figure.ts';
export { type Held, holdAgainst } from './hold-against.ts';
export { dimensionsOf, isMultiple } from './plan/dimension.ts';
export type { Ask, ComparisonBase, Filter, Question, Statistic } from './question.ts';
export { type RowsContext, rowsBehind } from './rows-behind.ts';
export { type RuleToken, ruleOf, rules, ruleTokens } from './rules.ts';
export { statementOf } from './statement.ts';
