import { expect, test } from 'vitest';
import { standoutPoints } from './standout-points.ts';

const calm = [
  0.31, -1.2, 0.83, 1.1, -0.42, 0.13, -0.95, 1.4, -1.6, 0.61, 0.57, -0.21, 0.93, -1.1, 0.24, -0.7, 0.8, -1.3,
  0.52, 0.03, -0.37, 0.72, -0.11, 1.25, -0.84, 0.45, -0.58, 0.19, -0.27, 0.66,
];
const normal = { tails: [1, 0, 0, 0, 0, 0, 0, 0] };
const put = (start: number, ...row: readonly number[]) => calm.toSpliced(start, row.length, ...row);

/** Each p from R: pt() of the point, or of the row's mean, times everything that was tried. */
test.each([
  ['a high point', put(11, 5), [11], 2 * 6.72248780506e-5],
  ['a low point', put(6, -5.5), [6], 2 * 6.02658697461e-6],
  ['three high points in a row', put(14, 2.9, 3.1, 2.8), [14, 15, 16], 0.00101082053154],
  ['four low points and a fifth', put(2, -2.7, -2.5, -2.9, -2.4), [1, 2, 3, 4, 5], 0.000687374880347],
] as const)('%s', (_, residuals, places, p) => {
  const found = standoutPoints(residuals, 0.01, normal);
  expect(found.places).toEqual(places);
  expect(found.p / p).toBeCloseTo(1, 9);
  expect(standoutPoints(residuals, p / 1.01, normal)).toEqual({ places: [], p: expect.closeTo(p, 12) });
});

test('a row says less where points remember', () => {
  const { p, places } = standoutPoints(put(14, 2.9, 3.1, 2.8), 0.02, { ...normal, memory: 0.3 });
  expect(p).toBeCloseTo(0.0159572404334, 11);
  expect(places).toEqual([14, 15, 16]);
});

test('what is upside down stands out alike', () => {
  for (const residuals of [put(11, 5), put(14, 2.9, 3.1, 2.8)]) {
    const turned = residuals.map((value) => -value);
    const [found, mirrored] = [residuals, turned].map((each) => standoutPoints(each, 0.01, normal));
    expect(mirrored?.places).toEqual(found?.places);
    expect(mirrored?.p).toBeCloseTo(found?.p ?? 0, 12);
  }
});

test('of a hundred points two may stand out on a side, of ninety-nine one', () => {
  const many = Array.from({ length: 4 }, () => calm).flat();
  const [hundred, fewer] = [100, 99].map((n) => many.slice(0, n).with(20, 9).with(70, 8));
  expect(standoutPoints(hundred ?? [], 0.001, normal).places).toEqual([20, 70]);
  expect(standoutPoints(fewer ?? [], 0.001, normal).places).toEqual([20]);
});

test('a pair hidden behind each other is found together, the innermost being held against the others', () => {
  const many = Array.from({ length: 5 }, () => calm).flat();
  const twins = many.with(20, 5).with(90, -5).with(91, 5.2);
  expect(standoutPoints(twins, 0.01, normal).places).toEqual([20, 90, 91]);
});

test('fewer than eight points have nothing to stand apart from, as do points that are all alike', () => {
  expect(standoutPoints([0, 1, 0, 1, 0, 1, 99], 0.05, normal)).toEqual({ places: [], p: 1 });
  expect(standoutPoints([], 0.05, normal)).toEqual({ places: [], p: 1 });
  expect(standoutPoints(new Array<number>(20).fill(3), 0.05, normal)).toEqual({ places: [], p: 1 });
});

test('of equals the first is named', () => {
  const many = Array.from({ length: 3 }, () => calm).flat();
  const tied = many.slice(0, 60).with(40, 7);
  expect(standoutPoints(tied, 0.01, normal).places).toEqual([40]);
  expect(standoutPoints([...tied].reverse(), 0.01, normal).places).toEqual([19]);
});
