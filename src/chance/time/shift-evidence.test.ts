import { expect, test } from 'vitest';
import { normalDraws } from '../people/normal-draws.ts';
import { calmed } from './calmed.ts';
import { leastSquares } from './least-squares.ts';
import { logSum } from './log-sum.ts';
import { memoryPriors } from './memory-prior.ts';
import { MEMORIES, shiftEvidence } from './shift-evidence.ts';
import { shiftTest } from './shift-test.ts';

test('logs are added without overflow', () => {
  expect(logSum([0, 0], () => 0.5)).toBe(0);
  expect(logSum([1000, 1000], () => 1)).toBeCloseTo(1000 + Math.log(2), 10);
  expect(logSum([], () => 1)).toBe(Number.NEGATIVE_INFINITY);
});

test('an isolated extreme is pulled in, a level that lasts is not', () => {
  const values = [0, 1, 0, 1, 0, 90, 1, 0, 1, 0, 1];
  expect(calmed(values)[5]).toBeLessThan(6);
  expect(calmed(values).with(5, 90)).toEqual(Float64Array.from(values));
  const lasting = [0, 1, 0, 1, 0, 1, 50, 51, 50, 51, 50, 51];
  expect(calmed(lasting)).toEqual(Float64Array.from(lasting));
  expect(calmed([7, 7, 7, 7, 9])).toEqual(Float64Array.from([7, 7, 7, 7, 9]));
});

/** The squares that a whitened regression leaves, worked out the long way. */
function squaresLeft(
  series: readonly number[],
  memory: number,
  columns: readonly (readonly number[])[],
): number {
  const whiten = (x: readonly number[]) =>
    x.map((v, i) => (i === 0 ? v * Math.sqrt(1 - memory * memory) : v - memory * (x[i - 1] ?? 0)));
  const design = columns.map(whiten);
  const rows = series.map((_, t) => design.map((column) => column[t] ?? 0));
  return leastSquares(rows, whiten(series)).residuals.reduce((sum, e) => sum + e * e, 0);
}

test('a steady series’ likelihood is that of a whitened regression on a constant', () => {
  const series = Array.from({ length: 20 }, (_, i) => Math.sin(i * 5) + Math.cos(i * i));
  const { steady } = shiftEvidence(Float64Array.from(series));
  const one = series.map(() => 1);
  const difference = (k: number) => {
    const memory = MEMORIES[k] ?? 0;
    const constant = 1 - memory * memory + 19 * (1 - memory) ** 2;
    const log = Math.log(1 - memory * memory) / 2 - Math.log(constant) / 2;
    return (steady[k] ?? 0) - (log - 9.5 * Math.log(squaresLeft(series, memory, [one])));
  };
  for (const k of MEMORIES.keys()) expect(difference(k)).toBeCloseTo(0, 10);
});

const draw = normalDraws(3);
const still = Array.from({ length: 60 }, draw);
const shifted = still.map((v, i) => (i >= 30 ? v + 3 : v));
const factor = (values: readonly number[]) => {
  const evidence = shiftEvidence(calmed(values));
  const [prior] = memoryPriors([evidence]);
  return prior ? shiftTest(evidence, prior) : null;
};

test('a clear shift is beyond chance, a still series is not', () => {
  expect(factor(shifted)?.p).toBeLessThan(1e-4);
  expect(factor(still)?.p).toBeGreaterThan(0.02);
});

test('a stretch that ends again counts as a change too', () => {
  const passing = still.map((v, i) => (i >= 20 && i < 40 ? v + 5 : v));
  expect(factor(passing)?.p).toBeLessThan(2.5e-3);
});

test('evidence does not depend on direction', () => {
  const mirrored = shifted.toReversed();
  expect(factor(mirrored)?.logFactor).toBeCloseTo(factor(shifted)?.logFactor ?? 0, 2);
  expect(factor(shifted.map((v) => -v))?.logFactor).toBeCloseTo(factor(shifted)?.logFactor ?? 0, 2);
});

test('the same jump weighs less among points that remember', () => {
  const walk = Array.from({ length: 40 }, (_, i) => Math.sin(i / 6) * 3 + Math.sin(i * 5));
  expect(factor(walk)?.memory).toBeGreaterThan(0.4);
  expect(factor(walk)?.p).toBeGreaterThan(0.0025);
});

test('a page of charts teaches its memory, each chart being judged by the others', () => {
  const remembering = shiftEvidence(
    calmed(Array.from({ length: 60 }, (_, i) => Math.sin(i / 5) + Math.sin(i * 5) / 5)),
  );
  const forgetting = shiftEvidence(calmed(Array.from({ length: 60 }, (_, i) => Math.sin(i * i))));
  const [alone] = memoryPriors([forgetting]);
  const page = memoryPriors([forgetting, ...new Array(9).fill(remembering)]);
  expect(alone?.steady).toEqual(MEMORIES.map(() => expect.closeTo(0.1, 12)));
  expect(page[0]?.steady[0]).toBeLessThan(0.05);
  expect(page[0]?.steady.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
});
