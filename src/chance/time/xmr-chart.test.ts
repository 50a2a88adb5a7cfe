import { expect, test } from 'vitest';
import { meanMovingRange } from './moving-range.ts';
import { type NhsCause, nhsCauses } from './nhs-rules.ts';
import { xmrChart } from './xmr-chart.ts';

test('limits are the mean plus and minus 2.66 mean moving ranges', () => {
  expect(xmrChart([4, 6, 4, 6])).toEqual({ centre: 5, lower: 5 - 5.32, upper: 5 + 5.32, sigma: 5.32 / 3 });
});

test('a moving range of 3.267 times their mean is set aside, once', () => {
  const ranges = [0, 1, 0, 1, 0, 1, 0, 1, 20];
  expect(meanMovingRange(ranges, { screen: false })).toBe(26 / 8);
  expect(meanMovingRange(ranges)).toBe(1);
});

test('a constant series keeps its one range of zero', () => {
  expect(meanMovingRange([3, 3, 3])).toBe(0);
});

test('limits of a baseline are extended over what follows', () => {
  expect(xmrChart([4, 6, 4, 6, 100, 100], { baseline: 4 })).toEqual(xmrChart([4, 6, 4, 6]));
});

const chart = { centre: 0, lower: -3, upper: 3, sigma: 1 };
const causes = (...values: number[]) => nhsCauses(values, chart);
const times = (n: number, cause: NhsCause) => new Array<NhsCause>(n).fill(cause);

test('six points on one side are common cause, seven are not', () => {
  expect(causes(...new Array(6).fill(1))).toEqual(times(6, null));
  expect(causes(...new Array(7).fill(-1))).toEqual(times(7, 'seven below centre'));
});

test('a point on the centre breaks a run', () => {
  expect(causes(1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1)).toEqual(times(13, null));
});

test('a trend is seven points, six rises', () => {
  const rise = [-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5];
  expect(causes(...rise)).toEqual(times(7, 'rising trend'));
  expect(causes(...rise.slice(1))).toEqual(times(6, null));
});

test('the turning point of two trends belongs to the later one', () => {
  const both = [-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5, 1, 0.5, 0.1, -0.5, -1, -1.5];
  expect(causes(...both)[6]).toBe('falling trend');
});

test('two of three count only inside the limit and all on one side', () => {
  const near = 'two of three near upper limit';
  expect(causes(2.5, 1, 2.5)).toEqual([near, null, near]);
  expect(causes(2.5, -1, 2.5)).toEqual(times(3, null));
  expect(causes(2.5, 1, 3.5)).toEqual([null, null, 'above upper limit']);
});

test('what lies outside is named before anything else', () => {
  expect(causes(-4, ...new Array(6).fill(-1))[0]).toBe('below lower limit');
});

test('two rises with a standstill between them are both rises', () => {
  const values = [51, 52, 53, 54, 55, 56, 57, 58, 58, 59, 60, 61, 62, 63, 64, 65];
  const causes = nhsCauses(values, { centre: 58, lower: 0, upper: 200, sigma: 40 });
  expect(causes).toEqual(values.map(() => 'rising trend'));
});
