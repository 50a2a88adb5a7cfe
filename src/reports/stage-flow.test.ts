import { expect, test } from 'vitest';
import { scope } from '../insights/testing.ts';
import { warehouseOf } from '../metrics/testing.ts';
import { stageFlow } from './stage-flow.ts';

const stay = (case_id: string, sequence: number, status: string, hours: number | null, more = {}) => ({
  case_id,
  sequence,
  status,
  stay_business_s: hours === null ? null : hours * 3600,
  opened_at: '2025-03-10T09:00:00Z',
  ...more,
});

const warehouse = await warehouseOf({
  stages: [
    // Ada's case is handed to another team while it is open: one stay of three hours.
    stay('ada', 1, 'new', 1),
    stay('ada', 2, 'open', 2, { team: 'Milan' }),
    stay('ada', 3, 'open', 1, { team: 'Rome' }),
    stay('ada', 4, 'resolved', null),
    stay('ben', 1, 'new', 3),
    stay('ben', 2, 'open', 5, { team: 'Milan' }),
    stay('ben', 3, 'resolved', 8),
    stay('ben', 4, 'open', null),
    stay('spam', 1, 'new', 99, { left_out: 'spam' }),
    stay('eva', 1, 'new', 50, { opened_at: '2025-02-10T09:00:00Z' }),
  ],
});

test('ways are counted by case, stays told over all that have ended', async () => {
  expect(await stageFlow(warehouse, scope())).toEqual({
    ways: [
      { from: 'new', to: 'open', cases: 2 },
      { from: 'open', to: 'resolved', cases: 2 },
      { from: 'resolved', to: 'open', cases: 1 },
    ],
    stays: expect.arrayContaining([
      { status: 'new', medianS: 2 * 3600, p90S: 2.8 * 3600, now: 0 },
      { status: 'open', medianS: 4 * 3600, p90S: 4.8 * 3600, now: 1 },
      { status: 'resolved', medianS: 8 * 3600, p90S: 8 * 3600, now: 1 },
    ]),
  });
});

test('a filter that stays cannot be told by leaves nothing to show', async () => {
  const where = [{ dimension: 'weekday', values: ['1'] }];
  expect(await stageFlow(warehouse, scope({ where }))).toEqual({ ways: [], stays: [] });
});
