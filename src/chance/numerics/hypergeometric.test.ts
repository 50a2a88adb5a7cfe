import { expect, test } from 'vitest';
import { hypergeometric } from './hypergeometric.ts';

const choose = (n: number, k: number): number => (k <= 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

const urns = [
  { size: 50, marked: 5, draws: 10 },
  { size: 20, marked: 15, draws: 12 },
  { size: 12, marked: 6, draws: 6 },
  { size: 9, marked: 2, draws: 8 },
  { size: 30, marked: 29, draws: 3 },
] as const;

test.each(urns)('$draws of $size with $marked marked, counted out', ({ size, marked, draws }) => {
  const law = hypergeometric({ size, marked, draws });
  const lowest = Math.max(0, draws + marked - size);
  const highest = Math.min(draws, marked);
  let below = 0;
  for (let k = lowest; k <= highest; k++) {
    const share = (choose(marked, k) * choose(size - marked, draws - k)) / choose(size, draws);
    below += share;
    expect(law.density(k)).toBeCloseTo(share, 13);
    expect(law.below(k)).toBeCloseTo(below, 13);
    expect(law.below(k + 0.7)).toBe(law.below(k));
    expect(law.above(k)).toBeCloseTo(1 - below, 13);
    expect(law.above(k + 0.7)).toBe(law.above(k));
    expect(law.quantile(below - share / 2)).toBe(k);
    expect(law.upperQuantile(1 - below + share / 2)).toBe(k);
  }
  expect([law.density(lowest - 1), law.density(highest + 1), law.density(lowest + 0.5)]).toEqual([0, 0, 0]);
  expect([law.below(lowest - 1), law.below(lowest - 0.1), law.below(highest)]).toEqual([0, 0, 1]);
  expect([law.above(lowest - 1), law.above(lowest - 0.1), law.above(highest)]).toEqual([1, 1, 0]);
  expect([law.quantile(0), law.quantile(1)]).toEqual([lowest, highest]);
});

test('small tails keep their digits on both sides', () => {
  // phyper(k, 500, 1500, 200) of R 4
  const law = hypergeometric({ size: 2000, marked: 500, draws: 200 });
  expect(law.below(10) / 4.542030000244758e-15).toBeCloseTo(1, 11);
  expect(law.below(30) / 0.0002264919759993995).toBeCloseTo(1, 11);
  expect(law.above(60) / 0.03718134003299602).toBeCloseTo(1, 11);
  expect(law.above(95) / 7.948417755448775e-14).toBeCloseTo(1, 11);
  expect([law.quantile(1e-9), law.upperQuantile(1e-9)]).toEqual([18, 87]);
});

test('one thing that is drawn is marked or not', () => {
  const certain = hypergeometric({ size: 1, marked: 1, draws: 1 });
  expect([certain.quantile(0.5), certain.below(0), certain.below(1), certain.density(1)]).toEqual([
    1, 0, 1, 1,
  ]);
  const never = hypergeometric({ size: 4, marked: 0, draws: 2 });
  expect([never.quantile(0.5), never.below(0), never.above(0), never.density(0)]).toEqual([0, 1, 0, 1]);
});
