import { expect, test } from 'vitest';
import { tellable } from './tellable.ts';

const question = (metrics: readonly string[], by: readonly string[]) => ({
  asks: metrics.map((metric) => ({ metric, stats: [] })),
  period: 'all' as const,
  zone: 'UTC',
  by,
  where: [],
  rules: {},
  compare: [],
});

test('a metric whose records do not know the dimension is left out', () => {
  expect(tellable(question(['occupancy', 'csat'], ['category']), {})?.asks).toEqual([
    { metric: 'csat', stats: [] },
  ]);
});

test('a metric made of two facts needs a dimension that both know', () => {
  expect(tellable(question(['contacts_per_order'], ['channel']), {})).toBeNull();
  expect(tellable(question(['contacts_per_order'], ['segment']), {})).not.toBeNull();
});

test('what a source brought is asked of every record, and a metric nobody knows is left to be refused', () => {
  expect(tellable(question(['occupancy'], ['attributes.site']), {})).not.toBeNull();
  expect(tellable(question(['nonsense'], ['channel']), {})).not.toBeNull();
});
