import { afterAll, describe, expect, test } from 'vitest';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import { priced } from '../rates.ts';
import { exampleRates } from '../reference/example-rates.ts';
import { warehouseOf } from '../testing.ts';
import { catalogue } from './index.ts';

const opened: Warehouse[] = [];
afterAll(async () => {
  for (const warehouse of opened) await warehouse.close();
});

describe.each(priced(catalogue, exampleRates))('$name', (metric) => {
  test('its worked example comes out', async () => {
    const warehouse = await warehouseOf(
      { ...metric.worked.beside, [metric.fact]: metric.worked.rows },
      metric.worked.dataThrough,
    );
    opened.push(warehouse);
    for (const { stat, rules = {}, value, n } of metric.worked.expect) {
      const question = {
        asks: [{ metric: metric.name, stats: [stat] }],
        period: 'all' as const,
        zone: 'UTC',
        by: [],
        where: [],
        rules,
        compare: [],
      };
      const [[figure] = []] = await answer(warehouse, [question], { businessHours: true, metrics: [metric] });
      expect(figure?.missing).toBeNull();
      expect(figure?.value).toBeCloseTo(value, 9);
      expect(figure?.n).toBe(n);
    }
  });

  test('it has words in both languages and a headline that it offers', () => {
    for (const { name, question, formula } of [metric.words.en, metric.words.it]) {
      expect([name, question, formula].every((text) => text.length > 2)).toBe(true);
    }
    expect(metric.headline.every((stat) => metric.stats.includes(stat))).toBe(true);
  });
});
