import { expect, test } from 'vitest';
import { steadyOthers } from './steady-others.ts';

test('the steadier segment speaks louder', () => {
  const phone = { segment: 'phone', values: [1, 1.1, 1, 1.1] };
  const chat = { segment: 'chat', values: [5, 1, 5, 1] };
  expect(steadyOthers([phone, chat])?.[0]).toBeCloseTo(1.0025, 3);
});

test('segments that are alike are averaged', () => {
  const values = [2, 4, 2];
  expect(
    steadyOthers([
      { segment: 'a', values },
      { segment: 'b', values: [4, 6, 4] },
    ]),
  ).toEqual([3, 5, 3]);
});

test('without a segment that moves there is nothing to hold against', () => {
  expect(steadyOthers([])).toBeNull();
  expect(steadyOthers([{ segment: 'a', values: [1, 1, 1] }])).toBeNull();
});
