/** Which figures that were reported before are others today, because data came later or was corrected. */
import type { Figure } from '../metrics/figure.ts';
import { answer } from '../metrics/index.ts';
import type { Question, Statistic } from '../metrics/question.ts';
import { decodeRowsKey } from '../metrics/rows-key.ts';
import { type Grain, nextStart, type Period, startOf } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { ReportRequest } from './request.ts';

/** A report of before, as its manifest has it: the same template, filters and definitions as the one being made. */
export interface EarlierReport {
  readonly period: Period;
  /** Names the data that it was made of. */
  readonly dataVersion: string;
  /** The end of that data, ISO; null where undated. */
  readonly through: string | null;
  readonly figures: readonly EarlierFigure[];
}

type EarlierFigure = Pick<Figure, 'metric' | 'stat' | 'unit' | 'to' | 'value' | 'interval' | 'rows'>;

export interface Restated {
  readonly period: Period;
  readonly through: string | null;
  readonly before: EarlierFigure;
  readonly now: Figure;
}

/** Engines add in another order at every run: the last bits of a number are no news. */
const rounding = 1e-9;

/**
 * The figures of earlier reports that no longer hold, oldest period first. Periods of one length are asked for together.
 *
 * @example await restated(warehouse, request, state.dataVersion) // [{ period: September, before: 84.1 %, now: 83.8 % }]
 */
export async function restated(
  warehouse: Warehouse,
  request: ReportRequest,
  dataVersion: string,
): Promise<readonly Restated[]> {
  const stale = (request.earlier ?? []).filter((report) => report.dataVersion !== dataVersion);
  const found: Restated[] = [];
  for (const [grain, reports] of Map.groupBy(stale, ({ period }) => grainOf(period))) {
    if (grain === null) continue;
    const [figures = []] = await answer(warehouse, [question(request, grain, reports)], request.metrics);
    found.push(...reports.flatMap((report) => changed(report, figures)));
  }
  return found.toSorted((a, b) => a.period.from.localeCompare(b.period.from));
}

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[];

/** Reports over odd stretches of days are not looked at again. */
const grainOf = ({ from, to }: Period): Grain | null =>
  grains.find((grain) => startOf(grain, from) === from && nextStart(grain, from) === to) ?? null;

function question(
  { template, zone, where, rules }: ReportRequest,
  grain: Grain,
  reports: readonly EarlierReport[],
): Question {
  const ends = reports.map(({ period }) => period.to).sort();
  const starts = reports.map(({ period }) => period.from).sort();
  return {
    asks: template.figures.map(({ metric, stats }) => ({ metric, stats: stats as Statistic[] })),
    period: { from: starts[0] ?? '', to: ends.at(-1) ?? '' },
    zone,
    grain,
    by: [],
    where,
    rules,
    compare: [],
  };
}

function changed({ period, through, figures }: EarlierReport, today: readonly Figure[]): readonly Restated[] {
  const reported = widest(figures);
  return today
    .filter(({ from }) => from?.slice(0, 10) === period.from)
    .flatMap((now) => {
      const before = reported.get(identity(now));
      return before === undefined || isClose(before.value, now.value)
        ? []
        : [{ period, through, before, now }];
    });
}

/** Of the figures that begin with the period the one that reaches furthest: slices of series begin there as well. */
function widest(figures: readonly EarlierFigure[]): ReadonlyMap<string, EarlierFigure> {
  const known = new Map<string, EarlierFigure>();
  for (const figure of figures) {
    const other = known.get(identity(figure));
    if (other === undefined || (figure.to ?? '') > (other.to ?? '')) known.set(identity(figure), figure);
  }
  return known;
}

/**
 * The key of its rows holds what makes a figure the same: metric, rules and filters. Its period is left out: a report on
 * data that ended early was cut there.
 */
function identity({ rows, stat }: Pick<Figure, 'rows' | 'stat'>): string {
  const { metric, rules, where } = decodeRowsKey(rows);
  return JSON.stringify([metric, stat, rules, where]);
}

const isClose = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= rounding * Math.max(1, Math.abs(a), Math.abs(b));
