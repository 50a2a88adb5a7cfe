import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  countedValues,
  kaplanMeier,
  quantileInterval,
  sampleQuantile,
  survivalQuantile,
  survivalQuantileInterval,
} from '../../chance/index.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import { catalogue } from '../catalogue/index.ts';
import { findMetric, measureOf } from '../check-question.ts';
import type { Figure } from '../figure.ts';
import type { Statistic } from '../question.ts';
import { warehouseOf } from '../testing.ts';
import { sceneOf, sliceOf } from './reader.ts';
import { survivalSteps } from './survival-steps.ts';
import { allTime } from './window.ts';

const opened: Warehouse[] = [];
afterAll(async () => {
  for (const warehouse of opened) await warehouse.close();
});

const stats: readonly Statistic[] = ['median', 'p90'];
const shares = { median: 0.5, p90: 0.9 } as Readonly<Record<string, number>>;

async function figures(rows: readonly Row[], rules: Readonly<Record<string, string>>, level: number) {
  const warehouse = await warehouseOf({ case_facts: rows }, '2025-04-01T00:00:00Z');
  opened.push(warehouse);
  const asks = [{ metric: 'resolution_time', stats }];
  const question = {
    asks,
    period: 'all' as const,
    zone: 'UTC',
    by: ['channel'],
    where: [],
    rules,
    compare: [],
  };
  const [found = []] = await answer(warehouse, [question], { level });
  return found;
}

const segment = ({ segment: { channel } }: Figure): string => String(channel);

/** Lognormal-looking seconds from a cheap sequence, with ties. */
const seconds = (i: number, seed: number): number =>
  Math.round(Math.exp(6 + 3 * Math.sin(i * 12.9898 + seed) * Math.cos(i * 78.233)) * 4) / 4;

const sizes = fc.record({
  n: fc.integer({ min: 1, max: 3000 }),
  seed: fc.nat(1000),
  level: fc.constantFrom(0.8, 0.95, 0.999),
});

test('the few steps that come back give the same median and interval as all values would', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async ({ n, seed, level }) => {
      const rows = Array.from({ length: n }, (_, i) => ({
        channel: i % 5 === 0 ? 'chat' : 'email',
        resolved: true,
        resolution_s: seconds(i, seed),
      }));
      for (const figure of await figures(rows, { open_cases: 'finished_only' }, level)) {
        const values = rows
          .filter(({ channel }) => channel === segment(figure))
          .map((row) => row.resolution_s);
        const [steps, q] = [countedValues(values), shares[figure.stat] ?? 0];
        expect(figure.value).toBeCloseTo(sampleQuantile(steps, { n: values.length, q }) ?? NaN, 9);
        expect(figure.interval).toEqual(quantileInterval(steps, { n: values.length, q, level }));
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test('the opened bins of a curve give the same quantile and interval as the whole curve would', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 2, max: 9 }), async ({ n, seed, level }, every) => {
      const rows = Array.from({ length: n }, (_, i) => ({
        channel: i % 5 === 0 ? 'chat' : 'email',
        resolved: i % every !== 0,
        resolution_s: i % every === 0 ? seconds(i + 7, seed) * 2 : seconds(i, seed),
      }));
      for (const figure of await figures(rows, {}, level)) {
        const own = rows.filter(({ channel }) => channel === segment(figure));
        const curve = kaplanMeier(own.map((row) => ({ time: row.resolution_s, isEvent: row.resolved })));
        const q = shares[figure.stat] ?? 0;
        const [value, interval] = [survivalQuantile(curve, q), survivalQuantileInterval(curve, q, { level })];
        expect(figure.value).toEqual(value);
        if (value !== null) expect(figure.interval).toEqual(interval);
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test('finer bins, used where millions of rows are one group, give the same curve', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => ({
    resolved: i % 4 !== 0,
    resolution_s: seconds(i, 3),
    opened_at: '2025-03-01T00:00:00Z',
  }));
  const warehouse = await warehouseOf({ case_facts: rows });
  opened.push(warehouse);
  const metric = findMetric('resolution_time', catalogue);
  const rules = { anchor: 'opened', clock: 'calendar', open_cases: 'included', resolved_at: 'last' };
  const question = { asks: [], period: 'all' as const, zone: 'UTC', by: [], where: [], rules, compare: [] };
  const slice = { ...sliceOf({ question, metric, rules, stats }), layer: [allTime] };
  const measure = measureOf({ metric, rules, question }, sceneOf(warehouse.functions, slice.layer, null));
  const curve = (fineness: number) =>
    survivalSteps(warehouse, slice, measure, { quantiles: [0.5, 0.9], fineness });
  const [coarse, fine] = [await curve(64), await curve(16_384)];
  expect(coarse[0]?.steps.length).toBeGreaterThan(20);
  for (const [i, step] of (coarse[0]?.steps ?? []).entries()) {
    expect(fine[0]?.steps[i]).toMatchObject({ value: step.value, atRisk: step.atRisk, events: step.events });
    expect(fine[0]?.steps[i]?.survival).toBeCloseTo(step.survival, 12);
    expect(fine[0]?.steps[i]?.greenwood).toBeCloseTo(step.greenwood, 12);
  }
});
