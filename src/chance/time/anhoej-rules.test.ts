import { expect, test } from 'vitest';
import { anhoejRules } from './anhoej-rules.ts';

test('a clean shift has one crossing and a long run', () => {
  const runs = anhoejRules([1, 1, 1, 1, 1, 9, 9, 9, 9, 9]);
  expect(runs).toMatchObject({
    useful: 10,
    longestRun: 5,
    longestRunMax: 6,
    crossings: 1,
    crossingsMin: 2,
    signal: true,
  });
});

test('points on the centre line say nothing', () => {
  expect(anhoejRules([5, 5, 5])).toMatchObject({ useful: 0, longestRun: 0, crossings: 0, signal: false });
  expect(anhoejRules([1, 5, 9, 5, 1], { centre: 5 })).toMatchObject({ useful: 3, crossings: 2 });
});

test('a long run alone is a signal', () => {
  const values = [...new Array(8).fill(2), 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0];
  expect(anhoejRules(values, { centre: 1 })).toMatchObject({ longestRun: 8, longestRunMax: 7, signal: true });
});
