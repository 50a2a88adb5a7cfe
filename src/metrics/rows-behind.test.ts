import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row, Warehouse } from '../warehouse/warehouse.ts';
import { answer } from './answer.ts';
import { rowsBehind } from './rows-behind.ts';
import { warehouseOf } from './testing.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  const channels = ['email', 'chat', null];
  warehouse = await warehouseOf(
    {
      case_facts: Array.from({ length: 60 }, (_, i) => ({
        opened_at: `2025-03-${String(1 + (i % 20)).padStart(2, '0')}T10:00:00Z`,
        channel: channels[i % 3],
        resolved: i % 4 !== 0,
        resolution_s: 100 + i,
        last_resolved_at: i % 4 === 0 ? null : '2025-03-25T10:00:00Z',
        customer_id: `k${i % 7}`,
        owner_id: 'anna',
        reopens: i % 5 === 0 ? 1 : 0,
        first_resolved_at: '2025-03-25T10:00:00Z',
        left_out: i === 59 ? 'spam' : null,
      })),
      stages: Array.from({ length: 60 }, (_, i) => ({
        opened_at: `2025-03-${String(1 + (i % 20)).padStart(2, '0')}T10:00:00Z`,
        from: `2025-03-${String(1 + (i % 20)).padStart(2, '0')}T10:00:00Z`,
        to: i % 4 === 0 ? null : '2025-03-25T10:00:00Z',
        channel: channels[i % 3],
        status: 'open',
      })),
      survey_facts: [{ kind: 'csat', scale_min: 1, scale_max: 5, score: 5, comment: 'call me on 555' }],
    },
    '2025-03-31T10:00:00Z',
  );
});
afterAll(() => warehouse.close());

const question = {
  period: { from: '2025-03-02', to: '2025-03-19' },
  zone: 'Europe/Rome',
  by: ['channel'],
  where: [],
  rules: {},
  compare: [],
};
const asks = ['cases_opened', 'resolution_rate', 'reopen_rate', 'resolution_time', 'backlog'];

const read = async (key: string, people = false): Promise<Row[]> =>
  Array.fromAsync(rowsBehind(warehouse, key, { people }));

test.each(asks)('%s: the card, the table and the rows agree', async (metric) => {
  const ask = { ...question, asks: [{ metric, stats: [] }] };
  const [[total] = [], parts = []] = await answer(warehouse, [{ ...ask, by: [] }, ask]);
  const stat = total?.stat;
  const behind = await read(total?.rows ?? '');
  expect(behind).toHaveLength(total?.n ?? -1);
  let together = 0;
  for (const part of parts.filter((each) => each.stat === stat)) {
    const rows = await read(part.rows);
    together += rows.length;
    expect(rows).toHaveLength(part.n);
    expect(rows.every((row) => row.channel === part.segment.channel)).toBe(true);
    if (part.stat === 'share')
      expect(rows.filter((row) => row._hit === true).length / part.n).toBe(part.value);
  }
  expect(together).toBe(behind.length);
});

test('the rows behind a slice of time are its own', async () => {
  const [days = []] = await answer(warehouse, [
    { ...question, asks: [{ metric: 'cases_opened', stats: [] }], by: [], grain: 'week' },
  ]);
  for (const day of days) expect(await read(day.rows)).toHaveLength(day.n);
});

test('nobody is named where figures per person are off, and no comment is ever shown', async () => {
  const [[cases] = [], [csat] = []] = await answer(warehouse, [
    { ...question, asks: [{ metric: 'cases_opened', stats: [] }], by: [] },
    { ...question, asks: [{ metric: 'csat', stats: [] }], by: [], period: 'all' },
  ]);
  const [row] = await read(cases?.rows ?? '');
  expect(row).not.toHaveProperty('owner_id');
  expect((await read(cases?.rows ?? '', true))[0]).toHaveProperty('owner_id', 'anna');
  expect((await read(csat?.rows ?? ''))[0]).not.toHaveProperty('comment');
});

test.each(['', 'x', Buffer.from('[1,"csat"]').toString('base64url'), 'eyJ2IjoxfQ'])(
  'the key "%s" opens nothing',
  async (key) => {
    await expect(read(key)).rejects.toMatchObject({ code: 'rows_key_unknown' });
  },
);
