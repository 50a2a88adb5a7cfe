import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWarehouse } from '../warehouse/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { catalogue } from './catalogue/index.ts';
import { findMetric } from './check-question.ts';
import { statementOf } from './statement.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
});
afterAll(() => warehouse.close());

/** Bound values stand behind the statement, one a line. */
const parametersOf = (text: string): string[] =>
  [...text.matchAll(/^-- \$\d+ = (.*)$/gm)].map(([, value = '']) => value);

test.each(catalogue)('$name: the statement that is shown is one that the engine takes', async (metric) => {
  const text = statementOf(metric);
  const parameters = parametersOf(text).map((value) => (/^\d+(\.\d+)?$/.test(value) ? Number(value) : value));
  const query = warehouse.db.selectNoFrom([]).compile();
  await expect(
    warehouse.rows({ compile: () => ({ ...query, sql: text, parameters }) }),
  ).resolves.toBeDefined();
});

test('names are looked up and values are bound', () => {
  expect(
    statementOf(findMetric('abandonment_rate', catalogue), { 'abandonment.base': 'without_short' }),
  ).toMatchSnapshot();
  expect(statementOf(findMetric('cases_opened', catalogue))).toMatchSnapshot();
});
