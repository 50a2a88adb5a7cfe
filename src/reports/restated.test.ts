import { expect, test } from 'vitest';
import { wordsOf } from '../locales/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { bareFigure } from '../metrics/fixture-figure.ts';
import type { Context } from './block.ts';
import { restatedFigures } from './blocks/restated.ts';
import type { Restated } from './restated.ts';

const now = (value: number | null): Figure =>
  bareFigure({
    metric: 'csat',
    stat: 'share',
    from: '2025-09-01T00:00:00Z',
    to: '2025-10-01T00:00:00Z',
    value,
    unit: 'share',
    n: 500,
    missing: value === null ? 'no_data' : null,
    rows: 'key',
  });

const told = (then: number | null, today: number | null): Restated => ({
  period: { from: '2025-09-01', to: '2025-10-01' },
  through: '2025-10-01T06:00:00Z',
  before: now(then),
  now: now(today),
});

const blocks = (restated: readonly Restated[]) =>
  restatedFigures.build([], {
    seen: { restated },
    words: wordsOf('en'),
    scope: { zone: 'Europe/Rome' },
  } as unknown as Context);

const table = (restated: readonly Restated[]) => {
  const [block] = blocks(restated);
  if (block?.kind !== 'table') throw new Error('no table');
  return block.table;
};

test('nothing restated, nothing said', () => {
  expect(blocks([])).toEqual([]);
});

test('a restated figure is told with what it was, on which data, what it is, and by how much', () => {
  const [row = []] = table([told(0.846, 0.841)]).rows;
  expect(row.map(({ text }) => text)).toEqual([
    'Customer satisfaction (CSAT)',
    'September 2025',
    '84.6%',
    '84.1%',
    '−0.5 points',
  ]);
  expect(row[2]?.small).toBe('on data through 1 October 2025');
});

test('what changed by less than is shown is counted, and what has gone is a dash', () => {
  const { rows, notes } = table([told(0.846, 0.84601), told(0.846, null)]);
  expect(rows.map((row) => row[3]?.text)).toEqual(['–']);
  expect(notes).toContain('One figure changed by less than is shown.');
});
