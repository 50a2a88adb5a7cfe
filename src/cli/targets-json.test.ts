import { expect, test } from 'vitest';
import { targetAttainment } from '../metrics/index.ts';
import { warehouseOf } from '../metrics/testing.ts';
import { outputSchemas } from './output-schemas.ts';
import { targetsJson } from './targets-json.ts';

test('targets held against figures are told in the shape that is published', async () => {
  const rating = { kind: 'csat', scale_min: 1, scale_max: 5, answered_at: '2025-03-03T09:00:00Z' };
  const warehouse = await warehouseOf({
    survey_facts: [
      ...Array.from({ length: 40 }, (_, i) => ({ ...rating, team: 'milan', score: i < 30 ? 5 : 1 })),
      { ...rating, team: 'turin', score: 5 },
    ],
  });
  const found = await targetAttainment(
    warehouse,
    { period: 'all', zone: 'UTC', by: 'team' },
    {
      targets: [
        { metric: 'csat', value: 0.8 },
        { metric: 'adherence', value: 0.9 },
      ],
    },
  );
  await warehouse.close();
  const told = JSON.parse(targetsJson(found));
  expect(outputSchemas.targets.parse(told)).toEqual(told);
  expect(told).toMatchObject({ set: 2, met: 1, unknown: [{ metric: 'adherence' }] });
});
