import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleOf } from './scale.ts';

const range = [100, 0] as const;

test('ticks are round and hold all values', () => {
  expect(scaleOf([0.81, 0.87], { range }).ticks).toEqual([0.8, 0.82, 0.84, 0.86, 0.88]);
});

test('bars begin at zero', () => {
  expect(scaleOf([3, 7], { range, zero: true }).ticks[0]).toBe(0);
});

test('a share never passes its bounds', () => {
  const y = scaleOf([0.93, 0.999], { range, bounds: [0, 1] });
  expect(y.ticks.at(-1)).toBe(1);
  expect(y(1)).toBe(0);
});

test('seconds have ticks that a clock knows', () => {
  expect(scaleOf([0, 6900], { range, time: true }).ticks).toEqual([0, 1800, 3600, 5400, 7200]);
});

test('one value, no value and equal values still make a scale', () => {
  for (const values of [[], [0], [5], [5, 5], [-2]]) {
    const y = scaleOf(values, { range });
    expect(y.ticks.length).toBeGreaterThan(1);
    expect(values.map(y).every((place) => place >= 0 && place <= 100)).toBe(true);
  }
});

test('whatever the values, they lie on the sheet and the ticks rise', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((one) => Math.round(one * 1e3) / 1e3);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), fc.boolean(), (values, zero, time) => {
      const y = scaleOf(values, { range, zero, time });
      const inside = values.every((one) => y(one) >= -1e-6 && y(one) <= 100 + 1e-6);
      return (
        inside && y.ticks.length < 40 && y.ticks.every((tick, i) => i === 0 || tick > (y.ticks[i - 1] ?? 0))
      );
    }),
  );
});
