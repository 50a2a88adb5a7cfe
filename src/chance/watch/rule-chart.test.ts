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
