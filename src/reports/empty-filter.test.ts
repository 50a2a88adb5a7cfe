import { expect, test } from 'vitest';
import { figure } from '../insights/testing.ts';
import { warehouseOf } from '../metrics/testing.ts';
import { refuseEmptyFilter } from './empty-filter.ts';
import type { ReportRequest } from './request.ts';

const warehouse = await warehouseOf({
  case_facts: ['Milan', 'Milan', 'Rome', null].map((team) => ({
    team,
    category: team === 'Rome' ? 'invoice' : 'delivery',
    opened_at: '2025-03-10T09:00:00Z',
  })),
});

const refused = (where: ReportRequest['where'], n = 3) =>
  refuseEmptyFilter(
    warehouse,
    {
      where,
      zone: 'UTC',
      metrics: {},
      period: { from: '2025-03-01', to: '2025-04-01' },
      template: {
        figures: [
          { metric: 'cases_opened', stats: [] },
          { metric: 'occupancy', stats: [] },
        ],
      },
    } as unknown as ReportRequest,
    [figure({ n })],
  );

test('a value that is nowhere in the data is refused, with the nearest that is there', async () => {
  await expect(refused([{ dimension: 'team', values: ['Milan', 'Roma'] }])).rejects.toThrow(
    'no record with team=Roma; expected Milan, Rome; did you mean "Rome"?',
  );
});

test('values that are there pass, and so does the unknown', async () => {
  await expect(refused([{ dimension: 'team', values: ['Milan', null] }])).resolves.toBeUndefined();
});

test('values that are there, but never together, leave nothing to report', async () => {
  const where = [
    { dimension: 'team', values: ['Rome'] },
    { dimension: 'category', values: ['delivery'] },
  ];
  await expect(refused(where, 0)).rejects.toThrow(
    'nothing in 2025-03-01 to 2025-04-01 for team=Rome and category=delivery',
  );
});
