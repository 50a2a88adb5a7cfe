import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DuckDbWarehouse } from '../index.ts';
import { warehouseWith } from '../testing.ts';
import { onlyThanks } from './thanks.ts';

let warehouse: DuckDbWarehouse;
beforeAll(async () => {
  warehouse = await warehouseWith({});
});
afterAll(() => warehouse.close());

const isThanks = async (body: string | null): Promise<unknown> => {
  const query = sql`select ${onlyThanks(sql`cast(${body} as varchar)`)} as found`;
  const [row] = await warehouse.rows({ compile: () => query.compile(warehouse.db) });
  return row?.found;
};

test.each([
  'Thanks!',
  'thank you so much',
  'OK, great, thanks a lot.',
  'Hi Anna — thanks'.replace('Anna — ', ''),
  'Perfect, it works now. Thank you for your quick help!',
  'Grazie mille, ora funziona!',
  'Perfetto grazie. Buona giornata',
  'Vi ringrazio molto, cordiali saluti',
])('"%s" only says thanks', async (body) => {
  expect(await isThanks(body)).toBe(true);
});

test.each([
  'Thanks, but it still fails',
  'Thanks?',
  'Grazie, ma non funziona',
  'ok',
  'Where is my order',
  '',
  `thanks ${'a lot '.repeat(30)}`,
])('"%s" says more than thanks, or less', async (body) => {
  expect(await isThanks(body)).toBe(false);
});

test('an unknown text is no thanks', async () => {
  expect(await isThanks(null)).toBe(false);
});
