import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonCost, type SegmentCost, segmentSeries, squaredCost } from './segmentation.ts';

test('a jump is cut where it is', () => {
  const { changes, objective } = segmentSeries(6, squaredCost([0, 0, 0, 9, 9, 9]), { penalty: 1 });
  expect(changes).toEqual([3]);
  expect(objective).toBeCloseTo(1, 10);
});

test('a change that costs more than it saves is not made', () => {
  expect(segmentSeries(6, squaredCost([0, 0, 0, 9, 9, 9]), { penalty: 200 }).changes).toEqual([]);
});

test('a level may not be shorter than asked', () => {
  const spike = [0, 0, 0, 0, 50, 0, 0, 0, 0];
  expect(segmentSeries(9, squaredCost(spike), { penalty: 1 }).changes).toEqual([4, 5]);
  expect(
    segmentSeries(9, squaredCost(spike), { penalty: 1, minSegment: 3 }).changes.every(
      (c) => c >= 3 && c <= 6,
    ),
  ).toBe(true);
  expect(segmentSeries(2, squaredCost([0, 9]), { penalty: 1, minSegment: 3 }).changes).toEqual([]);
});

test('nothing is not cut', () => {
  expect(segmentSeries(0, squaredCost([]), { penalty: 1 })).toEqual({ changes: [], objective: 0 });
});

test('counts of nothing cost nothing', () => {
  expect(poissonCost([0, 0, 4])(0, 2)).toBe(0);
  expect(poissonCost([0, 0, 4])(2, 3)).toBeCloseTo(-8 * (Math.log(4) - 1), 12);
});

/** Every way to cut, one by one. */
function best(n: number, cost: SegmentCost, penalty: number, least: number): number {
  if (n < 2 * least) return cost(0, n);
  const found = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
  found[0] = -penalty;
  for (let end = least; end <= n; end++)
    for (let start = 0; start <= end - least; start++)
      found[end] = Math.min(found[end] ?? 0, (found[start] ?? 0) + cost(start, end) + penalty);
  return found[n] ?? 0;
}

test('pruning never loses the best segmentation', () => {
  const series = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 6 }),
      (y, penalty, least) => {
        for (const cost of [squaredCost(y), poissonCost(y)]) {
          const { objective, changes } = segmentSeries(y.length, cost, { penalty, minSegment: least });
          expect(objective).toBeCloseTo(best(y.length, cost, penalty, least), 6);
          const bounds = [0, ...changes, y.length];
          const total = bounds
            .slice(1)
            .reduce((sum, end, i) => sum + cost(bounds[i] ?? 0, end), penalty * changes.length);
          expect(total).toBeCloseTo(objective, 6);
        }
      },
    ),
  );
});

test('moving the whole series moves no change', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 60 }), (y) => {
      const cut = (values: number[]) =>
        segmentSeries(values.length, squaredCost(values), { penalty: 100.5 }).objective;
      expect(cut(y.map((v) => v + 1e6))).toBeCloseTo(cut(y), 4);
    }),
  );
});
