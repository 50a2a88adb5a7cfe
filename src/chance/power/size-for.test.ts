import { expect, test } from 'vitest';
import { npsDeviation, sizeFor } from './size-for.ts';

test('a satisfaction of 85 % and three points: 2,036 answers on each side', () => {
  expect(sizeFor({ kind: 'share', from: 0.85 }, 0.03)).toEqual({ perSide: 2036, method: 'two_share_z' });
});

test('the textbook’s twenty-three: one deviation at a power of 0.9', () => {
  expect(sizeFor({ kind: 'mean', from: 10, deviation: 1 }, -1, { power: 0.9 }).perSide).toBe(23);
});

test('promoter scores have the spread of their answers', () => {
  expect(npsDeviation(0.5, 0.2)).toBeCloseTo(78.1025, 4);
  expect(sizeFor({ kind: 'nps', from: 30, deviation: npsDeviation(0.5, 0.2) }, 5).perSide).toBe(3832);
});

test('no change, and a share above the whole, take forever', () => {
  expect(sizeFor({ kind: 'mean', from: 1, deviation: 1 }, 0).perSide).toBeNull();
  expect(sizeFor({ kind: 'share', from: 0.99 }, 0.02).perSide).toBeNull();
});
