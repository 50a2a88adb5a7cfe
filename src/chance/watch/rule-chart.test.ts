import { expect, test } from 'vitest';
import { ruleChart, ruleSets } from './rule-chart.ts';

const steady = Array.from({ length: 24 }, (_, i) => 10 + ((i * 7) % 5) / 5);

test('stable charts are flagged as often as is known: 19 % of 24 points, 40 % of 52 by the NHS rules', () => {
  const options = { simulated: 4000 };
  expect(ruleChart(steady, ['nhs'], options).flaggedWhenStable).toBeCloseTo(0.19, 1);
  const year = Array.from({ length: 52 }, (_, i) => i % 3);
  expect(ruleChart(year, ['nhs'], options).flaggedWhenStable).toBeCloseTo(0.4, 1);
});

test('a far point is named by each rule set that knows it', () => {
  const { causes, upper } = ruleChart(steady.with(12, 40), ruleSets);
  expect(upper).toBeLessThan(40);
  expect(causes[12]?.slice(0, 2)).toEqual(['nhs: above upper limit', 'nelson 1']);
});

test('a shift is a run to Anhøj, whatever the single points', () => {
  const { whole, causes } = ruleChart([...steady, ...steady.map((value) => value + 3)], ['anhoej']);
  expect(whole[0]).toMatch(/^anhoej: longest run 24 of at most/);
  expect(causes.flat()).toEqual([]);
});

test('one value or none is no chart and no alarm', () => {
  expect(ruleChart([5], ruleSets)).toMatchObject({ flaggedWhenStable: 0, whole: [] });
  expect(ruleChart([], ruleSets).causes).toEqual([]);
});

test('Nelson’s rules see a run of nine on one side of the middle, and two of three points beyond two sigma', () => {
  const run = [...new Array<number>(9).fill(11), 9, 9, 11, 9, 9, 9, 11, 9, 9, 9, 11, 9];
  const { causes, centre } = ruleChart(run, ['nelson'], { simulated: 1 });
  expect(centre).toBeCloseTo(213 / 21, 12);
  expect(causes.map((own) => own.includes('nelson 2')).indexOf(true)).toBe(8);
  expect(ruleChart([7, 7, 7, 7], ['nelson', 'nhs'], { simulated: 1 }).causes.flat()).toEqual([]);
});

test('too few crossings are a signal of their own', () => {
  const slow = Array.from({ length: 24 }, (_, i) => (Math.floor(i / 6) % 2 === 0 ? 1 : 2) + (i % 3) / 100);
  expect(ruleChart(slow, ['anhoej'], { simulated: 1 }).whole).toEqual(['anhoej: 3 crossings of at least 8']);
});

test('how often Anhøj’s rules flag a stable chart of 24 points: about one in thirty', () => {
  const { flaggedWhenStable } = ruleChart(steady, ['anhoej'], { simulated: 1000 });
  expect(flaggedWhenStable).toBeGreaterThan(0.02);
  expect(flaggedWhenStable).toBeLessThan(0.05);
  expect(ruleChart([1, 2], ['nhs'], { simulated: 50 }).flaggedWhenStable).toBe(0);
  expect(ruleChart(steady, ['nelson'], { simulated: 1, seed: 1 }).flaggedWhenStable % 1).toBe(0);
});
