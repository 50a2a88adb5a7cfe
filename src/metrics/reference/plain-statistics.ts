/** Statistics from a list of rows, straight from their definitions. */
import type { Statistic } from '../question.ts';
import type { Plain } from './plain-measures.ts';

const quantiles: Partial<Record<Statistic, number>> = {
  p25: 0.25,
  median: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
};

/** Value and n, as a figure would have them; the value null where nothing can be said. */
export function plainStatistic(stat: Statistic, rows: readonly Plain[]): { value: number | null; n: number } {
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const q = quantiles[stat];
  const clusters = new Set(rows.flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster])));
  if (rows.some(({ once }) => once !== undefined)) return onceEach(stat, rows, clusters.size);
  if (stat === 'count') {
    const distinct = new Set(rows.flatMap((row) => (row.distinct === undefined ? [] : [row.distinct])));
    const n = distinct.size > 0 ? distinct.size : rows.length;
    return { value: n, n };
  }
  if (rows.some(({ bottom }) => bottom !== undefined)) return ratioOfSums(rows, clusters.size);
  if (clusters.size > 0) return { value: rows.length / clusters.size, n: clusters.size };
  const n = rows.length;
  if (n === 0) return { value: null, n };
  if (stat === 'share') return { value: rows.filter(({ hit }) => hit).length / n, n };
  if (q !== undefined) return { value: rows.some(censored) ? kaplanMeier(rows, q) : quantile(values, q), n };
  if (stat === 'sum') return { value: total(values), n };
  if (stat === 'max') return { value: Math.max(...values), n };
  if (stat === 'geometric_mean') return { value: geometricMean(values), n };
  return {
    value: rows.some(({ rating }) => rating !== undefined) ? promoterScore(rows) : total(values) / n,
    n,
  };
}

function onceEach(stat: Statistic, rows: readonly Plain[], all: number): { value: number; n: number } {
  const hits = new Set(rows.filter(({ once }) => once).map(({ cluster }) => cluster)).size;
  return stat === 'count' ? { value: hits, n: hits } : { value: hits / all, n: all };
}

function ratioOfSums(rows: readonly Plain[], n: number): { value: number | null; n: number } {
  const of = (name: 'top' | 'bottom'): number => total(rows.map((row) => row[name] ?? 0));
  return { value: of('bottom') === 0 ? null : of('top') / of('bottom'), n };
}

const censored = ({ happened }: Plain): boolean => happened !== undefined;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function geometricMean(values: readonly number[]): number | null {
  const logs = values.filter((value) => value > 0).map(Math.log);
  return logs.length === 0 ? null : Math.exp(total(logs) / logs.length);
}

function promoterScore(rows: readonly Plain[]): number {
  const promoters = rows.filter(({ rating = 0 }) => rating >= 9).length;
  const detractors = rows.filter(({ rating = 0 }) => rating <= 6).length;
  return (100 * (promoters - detractors)) / rows.length;
}

/** Hyndman & Fan's type 7. */
function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (place - Math.floor(place)) * (high - low);
}

/** The first time at which the product-limit curve is at or below 1 − q; half-way to the next where it is level there. */
function kaplanMeier(rows: readonly Plain[], q: number): number | null {
  const times = [...new Set(rows.filter(({ happened }) => happened).map(({ value = 0 }) => value))].sort(
    (a, b) => a - b,
  );
  let survival = 1;
  for (const [i, time] of times.entries()) {
    const atRisk = rows.filter(({ value = 0 }) => value >= time).length;
    const finished = rows.filter(({ value, happened }) => happened && value === time).length;
    survival *= 1 - finished / atRisk;
    if (survival > 1 - q + 1e-9) continue;
    const next = times[i + 1];
    return Math.abs(survival - (1 - q)) < 1e-9 && next !== undefined ? (time + next) / 2 : time;
  }
  return null;
}
