import { expect, test } from 'vitest';
import { comparePeopleByShare } from './people-comparison.ts';

test('above the middle is above the middle that the verdict speaks of', () => {
  // Two far out move the middle above the median: being third of ten is then no sign of being above it.
  const names = Array.from({ length: 10 }, (_, i) => `P${i}`);
  const solved = [900, 880, 420, 410, 400, 400, 390, 390, 380, 380];
  const { middle, people } = comparePeopleByShare(
    names,
    solved,
    names.map(() => 1000),
  );
  expect(people[2]?.value).toBeLessThan(middle);
  for (const { value, verdict, standing } of people) {
    if (verdict !== 'signal') continue;
    expect(value > middle ? standing.aboveMiddle : 1 - standing.aboveMiddle).toBeGreaterThan(0.97);
  }
  expect(people.filter(({ verdict }) => verdict === 'signal').length).toBeGreaterThan(4);
});

test('where nothing tells people apart, above and below are as likely', () => {
  const { people } = comparePeopleByShare(['a', 'b', 'c'], [50, 50, 50], [100, 100, 100]);
  expect(people.map(({ standing }) => standing.aboveMiddle)).toEqual([0.5, 0.5, 0.5]);
});
