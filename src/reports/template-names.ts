/** Whether every name in a template is known: metrics, statistics, dimensions, comparisons. */
import type { z } from 'zod';
import {
  catalogue,
  dimensionsOf,
  type OwnDimension,
  type OwnMetric,
  typedBases,
  unknownNames,
  wrongName,
} from '../metrics/index.ts';
import { Problem } from '../model/index.ts';
import { factNames } from '../warehouse/index.ts';
import type { WrittenTemplate } from './template.ts';

/** What the company has named itself. */
export interface OwnNames {
  readonly metrics: readonly OwnMetric[];
  readonly dimensions: readonly OwnDimension[];
}

type Issue = ReturnType<typeof wrongName>;

/** Adds an issue for each name that nobody knows, at its place. */
export function checkNames(template: WrittenTemplate, own: OwnNames, context: z.RefinementCtx): void {
  const { figures = [], questions = [], actions = [], where = {}, compare = [] } = template;
  const metrics = [...catalogue.map(({ name }) => name), ...own.metrics.map(({ name }) => name)];
  const metric = (name: string | undefined, path: PropertyKey[]): readonly Issue[] =>
    name === undefined || metrics.includes(name) ? [] : [wrongName(path, name, metrics)];
  const issues = [
    ...figures.flatMap((figure, at) => [
      ...metric(figure.metric, ['figures', at, 'metric']),
      ...metric(figure.unless, ['figures', at, 'unless']),
      ...unknownStats(figure, at),
    ]),
    ...questions.flatMap((question, at) =>
      question.metrics.flatMap((name, i) => metric(name, ['questions', at, 'metrics', i])),
    ),
    ...actions.flatMap(({ metric: aim, scope }, at) => [
      ...metric(aim, ['actions', at, 'metric']),
      ...unknownScope(scope, at, own),
    ]),
    ...unknownDimensions(where, own),
    ...compare.flatMap(unknownBase),
    ...unknownNames(template.targets ?? [], 'targets', own),
    ...unknownNames(template.benchmarks ?? [], 'benchmarks', own),
  ];
  for (const issue of issues) context.addIssue({ code: 'custom', ...issue, path: [...issue.path] });
}

function unknownStats({ metric, stats }: { metric: string; stats: readonly string[] }, at: number): Issue[] {
  const known: readonly string[] = catalogue.find(({ name }) => name === metric)?.stats ?? stats;
  return stats.flatMap((stat, i) =>
    known.includes(stat) ? [] : [wrongName(['figures', at, 'stats', i], stat, known)],
  );
}

const everyDimension = ({ dimensions }: OwnNames): readonly string[] => [
  ...new Set(factNames.flatMap((fact) => dimensionsOf(fact, dimensions))),
];

function unknownScope(scope: string | undefined, at: number, own: OwnNames): readonly Issue[] {
  if (scope === undefined) return [];
  const path = ['actions', at, 'scope'];
  const [, dimension] = /^([\w.]+)=[^=;]+$/.exec(scope) ?? [];
  if (dimension === undefined) return [{ path, input: scope, message: 'such as team=Milan' }];
  const known = everyDimension(own);
  return known.includes(dimension) || dimension.startsWith('attributes.')
    ? []
    : [wrongName(path, dimension, known)];
}

function unknownDimensions(where: object, own: OwnNames): readonly Issue[] {
  const known = everyDimension(own);
  return Object.keys(where).flatMap((name) =>
    known.includes(name) || name.startsWith('attributes.') ? [] : [wrongName(['where', name], name, known)],
  );
}

function unknownBase(text: string, at: number): readonly Issue[] {
  try {
    typedBases([text]);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ path: ['compare', at], input: text, message: error.facts.expected }];
  }
}
