/** Refuses a filter that nothing matches: a report about nobody is a spelling mistake, not news. */
import { type AnswerContext, answer, catalogue, type Figure } from '../metrics/index.ts';
import type { Filter, Question } from '../metrics/question.ts';
import { nearest, Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { ReportRequest } from './request.ts';
import { tellable } from './tellable.ts';

/** @throws Problem `filter_empty`: a value that is nowhere in the data, or filters that leave nothing of the period */
export async function refuseEmptyFilter(
  warehouse: Warehouse,
  request: ReportRequest,
  headline: readonly Figure[],
): Promise<void> {
  for (const filter of request.where) await refuseUnknownValue(warehouse, request, filter);
  if (request.where.length > 0 && headline.every(({ n }) => n === 0)) throw nothingLeft(request);
}

async function refuseUnknownValue(
  warehouse: Warehouse,
  request: ReportRequest,
  { dimension, values }: Filter,
): Promise<void> {
  const known = await valuesOf(warehouse, request, dimension);
  const strange = values.find((value) => value !== null && !known.includes(value));
  if (strange === undefined || strange === null) return;
  const near = nearest(strange, known);
  throw new Problem('filter_empty', {
    found: `no record with ${dimension}=${strange}`,
    expected: known.length === 0 ? 'a dimension that the data fills' : listed(known),
    todo: near === null ? 'use one of these, or take the filter out' : `did you mean "${near}"?`,
  });
}

const most = 12;

const listed = (known: readonly string[]): string =>
  known.length > most ? `one of ${known.slice(0, most).join(', ')} …` : known.join(', ');

/** The commonest first, of every kind of record that the report is about. */
async function valuesOf(
  warehouse: Warehouse,
  { template, zone, metrics }: ReportRequest,
  dimension: string,
): Promise<readonly string[]> {
  const asks = oneOfEachFact(
    template.figures.map(({ metric }) => metric),
    metrics,
  ).map((metric) => ({ metric, stats: [] }));
  const question: Question = {
    asks,
    period: 'all',
    zone,
    by: [dimension],
    where: [],
    rules: {},
    compare: [],
  };
  const asked = tellable(question, metrics);
  const [figures = []] = asked === null ? [] : await answer(warehouse, [asked], metrics);
  return [...new Set(figures.flatMap(({ segment }) => segment[dimension] ?? []))];
}

function oneOfEachFact(names: readonly string[], { metrics = catalogue }: AnswerContext): readonly string[] {
  const found = new Map(metrics.filter(({ name }) => names.includes(name)).map((each) => [each.fact, each]));
  return [...found.values()].map(({ name }) => name);
}

const nothingLeft = ({ where, period }: ReportRequest): Problem =>
  new Problem('filter_empty', {
    found: `nothing in ${period === 'all' ? 'the data' : `${period.from} to ${period.to}`} for ${typed(where)}`,
    expected: 'at least one record',
    todo: 'choose another period, or a wider filter',
  });

const typed = (where: readonly Filter[]): string =>
  where
    .map(({ dimension, values }) => `${dimension}=${values.map((v) => v ?? 'unknown()').join(',')}`)
    .join(' and ');
