import { expect, test } from 'vitest';
import { type NelsonRule, nelsonSignals } from './nelson-rules.ts';

const endsWith = (rule: NelsonRule, ...scores: number[]) =>
  nelsonSignals(scores, { rules: [rule] })
    .at(-1)
    ?.includes(rule) ?? false;
const repeat = (n: number, ...scores: number[]) =>
  Array.from({ length: n }, (_, i) => scores[i % scores.length] ?? 0);

test.each<[NelsonRule, string, number[], number[]]>([
  [1, 'one point beyond three sigmas', [3.1], [3]],
  [2, 'nine points on one side', repeat(9, 0.1), [...repeat(8, 0.1), -0.1]],
  [3, 'six points rising', [0, 0.1, 0.2, 0.3, 0.4, 0.5], [0, 0.1, 0.2, 0.3, 0.4, 0.4]],
  [4, 'fourteen points up and down in turn', repeat(14, 0.5, -0.5), [...repeat(13, 0.5, -0.5), 0.6]],
  [5, 'two of three beyond two sigmas on one side', [2.1, 0, 2.1], [2.1, 0, -2.1]],
  [6, 'four of five beyond one sigma on one side', [1.1, 1.1, 0, 1.1, 1.1], [1.1, 1.1, 0, 1.1, -1.1]],
  [7, 'fifteen points within one sigma', repeat(15, 0.5, -0.5), [...repeat(14, 0.5, -0.5), 1]],
  [8, 'eight points beyond one sigma on either side', repeat(8, 1.1, -1.1), [...repeat(7, 1.1, -1.1), 1]],
])('rule %i: %s', (rule, _, breaking, keeping) => {
  expect(endsWith(rule, ...breaking)).toBe(true);
  expect(endsWith(rule, ...keeping)).toBe(false);
});

test('a rule that was not asked for is not reported', () => {
  expect(nelsonSignals([9], { rules: [2] })).toEqual([[]]);
  expect(nelsonSignals([0, 3.5])).toEqual([[], [1]]);
});
