import { expect, test } from 'vitest';
import { differenceInDifferences } from '../time/did-it-work.ts';
import { judgeEffect } from './judge-effect.ts';

const noise = (i: number) => ((i * 29) % 7) / 7 - 0.43;
const group = (shift: number, salt: number) =>
  Array.from({ length: 26 }, (_, i) => 10 + noise(i + salt) + (i < 13 ? 0 : shift));
const judged = (shift: number, smallest: number) =>
  judgeEffect(differenceInDifferences(group(shift, 3), group(0, 0), 13), { smallest, before: 13, after: 13 });

test('a change that did something is a signal, one that did nothing is steady', () => {
  expect(judged(3, 0.5)).toMatchObject({ verdict: 'signal', n: 26, moreNeeded: null });
  expect(judged(0, 1)).toMatchObject({ verdict: 'no_change_bigger_than', smallest: 1 });
});

test('where it cannot be told yet, so many more weeks would settle it', () => {
  const found = judged(0.1, 0.05);
  expect(found.verdict).toBe('cannot_tell_yet');
  expect(found.moreNeeded).toBeGreaterThan(0);
});
