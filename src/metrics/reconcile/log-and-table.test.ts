import { expect, test } from 'vitest';
import { warehouseWith } from '../../warehouse/testing.ts';
import { logAndTable, logAndTableRows } from './log-and-table.ts';

const event = (case_id: string, at: string, kind: string, more: object = {}) => ({
  case_id,
  at: `2025-03-${at}:00Z`,
  kind,
  ...more,
});

test('what the table states is held against the log, each difference with its reason', async () => {
  const opened = { opened_at: '2025-03-01T09:00:00Z' };
  const warehouse = await warehouseWith({
    cases: [
      { id: 'same', ...opened, reopens: 1, closed_at: '2025-03-05T10:00:00Z' },
      { id: 'often', ...opened, reopens: 1, closed_at: '2025-03-05T10:00:20Z' },
      { id: 'never', ...opened, reopens: 1, closed_at: '2025-03-03T10:00:00Z' },
      { id: 'silent', ...opened, reopens: 0, closed_at: '2025-03-05T11:00:00Z' },
    ],
    events: [
      ...['same', 'often', 'silent'].flatMap((id) => [
        event(id, '01T09:00', 'opened'),
        event(id, '02T09:00', 'resolved'),
        event(id, '03T09:00', 'reopened'),
        event(id, '04T09:00', 'resolved'),
        event(id, '05T10:00', 'closed'),
      ]),
      event('often', '04T10:00', 'reopened'),
      event('often', '04T11:00', 'resolved'),
      event('never', '01T09:00', 'opened'),
      event('never', '03T10:00', 'closed'),
      event('never', '05T10:00', 'closed'),
    ],
  });
  const [reopens, closed] = (await logAndTable(warehouse, 'desk')).filter(({ column }) =>
    ['reopens', 'closed_at'].includes(column),
  );
  expect(reopens).toMatchObject({ of: 4, equal: 1, table: 3, log: 4 });
  expect(reopens?.differences.map(({ reason, count }) => `${reason} ${count}`).sort()).toEqual([
    'missing_in_log 1',
    'missing_in_table 1',
    'whether_not_how_often 1',
  ]);
  const told = closed?.differences.map(({ reason, count }) => `${reason} ${count}`).sort();
  expect(told).toEqual(['closed_again_later 1', 'other_time_zone 1', 'rounded 1']);
  const rows = (await Array.fromAsync(logAndTableRows(warehouse, 'desk'))).flat();
  expect(rows.filter(({ column }) => column === 'reopens')).toHaveLength(3);
  await warehouse.close();
});
