/** Refuses a filter that nothing matches: a report about nobody is a spelling mistake, not news. */
import { type Figure, filterAsTyped, refuseUnknownValues } from '../metrics/index.ts';
import type { Filter } from '../metrics/question.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { ReportRequest } from './request.ts';
import { tellable } from './tellable.ts';

/** @throws Problem `filter_empty`: a value that is nowhere in the data, or filters that leave nothing of the period */
export async function refuseEmptyFilter(
  warehouse: Warehouse,
  request: ReportRequest,
  headline: readonly Figure[],
): Promise<void> {
  const { template, where, zone, metrics } = request;
  const asks = template.figures.map(({ metric }) => ({ metric, stats: [] }));
  for (const filter of where) {
    const all = { asks, period: 'all' as const, zone, by: [], where: [filter], rules: {}, compare: [] };
    await refuseUnknownValues(warehouse, tellable(all, metrics) ?? { ...all, asks: [] }, metrics);
  }
  if (where.length > 0 && headline.every(({ n }) => n === 0)) throw nothingLeft(request);
}

const nothingLeft = ({ where, period }: ReportRequest): Problem =>
  new Problem('filter_empty', {
    found: `nothing in ${period === 'all' ? 'the data' : `${period.from} to ${period.to}`} for ${typed(where)}`,
    expected: 'at least one record',
    todo: 'choose another period, or a wider filter',
  });

const typed = (where: readonly Filter[]): string => where.map(filterAsTyped).join(' and ');
