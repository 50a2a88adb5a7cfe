/** What is asked to find out where things changed: every metric by every dimension in which a cause may lie. */
import { catalogue, dimensionsOf } from '../metrics/index.ts';
import { about, type Scope } from './kind.ts';

/** Where a cause may lie; what a team can act on first. */
const causes = ['category', 'channel', 'team', 'product', 'priority'] as const;

/** Answers to surveys depend on what was asked and of whom, not on where the case was: told apart by the survey alone. */
const ofSurveys = { survey_response_rate: ['kind'] } as const;

/** Metrics that are looked at by team beside those of page one, where anybody's shifts are known. */
const ofPresence = ['adherence', 'shrinkage'] as const;

export const causesOf = (scope: Scope): readonly string[] =>
  causes.filter((each) => scope.dimensions.includes(each));

/** Every metric of the scope by every cause that its rows know. */
export const changeQuestions = (scope: Scope) => [
  ...causesOf(scope).map((dimension) =>
    about(
      scope,
      scope.metrics.filter((metric) => isKnown(metric, dimension)),
      { compare: ['previous'], by: [dimension] },
    ),
  ),
  ...Object.entries(ofSurveys)
    .filter(([metric]) => scope.metrics.includes(metric))
    .map(([metric, by]) => about(scope, [metric], { compare: ['previous'], by })),
  ...(scope.dimensions.includes('team')
    ? [about(scope, ofPresence, { compare: ['previous'], by: ['team'] })]
    : []),
];

/** A metric of the company's own is taken to know every dimension: it is refused where it is written. */
export function isKnown(metric: string, dimension: string): boolean {
  if (metric in ofSurveys) return false;
  const definition = catalogue.find(({ name }) => name === metric);
  return definition === undefined || dimensionsOf(definition.fact).includes(dimension);
}
