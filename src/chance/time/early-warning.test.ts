import { expect, test } from 'vitest';
import { cusumRunLength, ewmaRunLength, shewhartRunLength } from './average-run-length.ts';
import { cusumChart } from './cusum.ts';
import { ewmaChart } from './ewma.ts';

test('the average moves a fifth of the way to each new value, its limits widen from 0.6 to 1', () => {
  const { ewma, lower, upper } = ewmaChart([1, 1, ...new Array(60).fill(0)], { target: 0, sigma: 1 });
  expect(ewma.slice(0, 3)).toEqual([0.2, 0.36, 0.288].map((average) => expect.closeTo(average, 12)));
  expect(upper[0]).toBeCloseTo(0.6, 12);
  expect(upper.at(-1)).toBeCloseTo(1, 5);
  expect(lower[0]).toBe(-(upper[0] ?? 0));
});

test('the first signal is the first average outside, or none', () => {
  expect(ewmaChart([0, 3, 3, 3], { target: 0, sigma: 1 }).firstSignal).toBe(2);
  expect(ewmaChart([0, 0], { target: 0, sigma: 1 }).firstSignal).toBeNull();
});

test('evidence for a rise adds up beyond half a sigma a point', () => {
  const { high, low } = cusumChart([1, 1, 1], { target: 0, sigma: 1 });
  expect(high).toEqual([0.5, 1, 1.5]);
  expect(low).toEqual([0, 0, 0]);
});

test('a signal names the point where its run began', () => {
  const chart = cusumChart([0, 0, -2, -2, -2, -2], { target: 0, sigma: 1 });
  expect(chart.firstSignal).toBe(5);
  expect(chart.firstBegan).toBe(2);
  expect(chart.signals).toEqual([5]);
});

test('a head start signals earlier, and nothing signals nothing', () => {
  const late = [1.5, 1.5, 1.5, 1.5, 1.5, 1.5];
  const quick = cusumChart(late, { target: 0, sigma: 1, headStart: 2.5 });
  expect(quick.firstSignal).toBe(2);
  expect(cusumChart(late, { target: 0, sigma: 1 }).firstSignal).toBe(5);
  expect(cusumChart([0], { target: 0, sigma: 1 }).firstBegan).toBeNull();
});

test('run lengths agree with Montgomery’s tables', () => {
  expect(shewhartRunLength()).toBeCloseTo(370.4, 1);
  expect(shewhartRunLength({ shift: 1 })).toBeCloseTo(43.9, 1);
  expect(cusumRunLength()).toBeCloseTo(465.44, 1);
  expect(cusumRunLength({ h: 4 })).toBeCloseTo(167.7, 0);
  expect(cusumRunLength({ shift: 1 })).toBeCloseTo(10.38, 2);
  expect(ewmaRunLength({ lambda: 0.1, width: 2.814 })).toBeCloseTo(500, -1);
  expect(ewmaRunLength({ shift: 1 })).toBeCloseTo(10.84, 2);
});

test('an EWMA that forgets everything is a Shewhart chart', () => {
  expect(ewmaRunLength({ lambda: 1 }) / shewhartRunLength()).toBeCloseTo(1, 5);
});
