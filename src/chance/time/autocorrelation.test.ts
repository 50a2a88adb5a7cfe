import { expect, test } from 'vitest';
import { autocorrelations, ljungBox } from './autocorrelation.ts';
import { generalisedEsd } from './generalised-esd.ts';

test('values that alternate are opposed to their predecessors', () => {
  expect(autocorrelations([1, 2, 1, 2], 2)).toEqual([-0.75, 0.5]);
});

test('Ljung and Box’s sum by hand', () => {
  const { statistic, degrees, p } = ljungBox([1, 2, 1, 2], { lags: 1 });
  expect(statistic).toBeCloseTo((4 * 6 * 0.5625) / 3, 12);
  expect(degrees).toBe(1);
  expect(p).toBeCloseTo(0.0339, 4);
  expect(ljungBox([1, 3, 2, 5, 4, 4], { lags: 3, fitted: 1 }).degrees).toBe(2);
});

test('two outliers that hide each other are both found', () => {
  const ordinary = Array.from({ length: 30 }, (_, i) => Math.sin(i * 7));
  expect(generalisedEsd([...ordinary, 9, 9.1]).outliers).toEqual([31, 30]);
  expect(generalisedEsd(ordinary).outliers).toEqual([]);
});

test('alike values hold no outlier', () => {
  expect(generalisedEsd([2, 2, 2, 2, 2]).outliers).toEqual([]);
});
