import { expect, test } from 'vitest';
import { binomial } from '../numerics/binomial.ts';
import { normal } from '../numerics/normal.ts';
import { poisson } from '../numerics/poisson.ts';
import { normalDraws } from '../people/normal-draws.ts';
import { alarmPage } from './alarm.ts';
import { isCoarse, shiftByShuffling, standoutCounts } from './coarse-series.ts';

const rare = (n: number, seed: number, share: number): number[] => {
  const draw = normalDraws(seed);
  return Array.from({ length: n }, () => (draw() > share ? 1 : 0));
};

test('few different values are coarse, many are not', () => {
  expect(isCoarse([0, 0, 1, 2, 3, 4, 5, 6, 7, 8])).toBe(true);
  expect(isCoarse([1, 2, 3, 4, 5, 6])).toBe(false);
});

test('of the 924 orders of six noughts and six ones, twelve keep the ones or the noughts together', () => {
  const p = shiftByShuffling([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  expect(p).toBeGreaterThan(0.5 * (12 / 924));
  expect(p).toBeLessThan(1.5 * (12 / 924));
});

test('an order like any other is no surprise, and the same data always have the same p', () => {
  const values = rare(60, 2, 0.5);
  expect(shiftByShuffling(values)).toBeGreaterThan(0.05);
  expect(shiftByShuffling(values)).toBe(shiftByShuffling(values));
});

test('values that remember say less: of the 20 orders of their six rows of two, six keep the ones or the noughts together', () => {
  const series = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
  const p = shiftByShuffling(series, { memory: 0.3 });
  expect(p).toBeGreaterThan(0.7 * (6 / 20));
  expect(p).toBeLessThan(1.4 * (6 / 20));
  expect(shiftByShuffling(series, { memory: 0.1 })).toBe(shiftByShuffling(series));
});

test('eight complaints in one week, where there is one in two weeks, stand out', () => {
  const values = rare(52, 3, 0).with(20, 8);
  expect(standoutCounts(values, 0.001)).toMatchObject({ places: [20] });
  expect(standoutCounts(rare(52, 3, 0), 0.001).places).toEqual([]);
});

test('so do three weeks in a row with some each, where there is hardly ever one', () => {
  const values = new Array<number>(52).fill(0).with(5, 1).with(40, 2).with(41, 3).with(42, 2);
  expect(standoutCounts(values, 0.001).places).toEqual([40, 41, 42]);
  expect(standoutCounts(values, 0.001, { memory: 0.6 }).places).toEqual([]);
});

test('coarse numbers that are no counts have no law for a single day', () => {
  expect(standoutCounts(new Array<number>(52).fill(0).with(7, 0.5), 0.05)).toEqual({ places: [], p: 1 });
});

test('on a page of rare counts that rise for good the rise is found, and stable ones stay quiet', () => {
  const page = Array.from({ length: 20 }, (_, chart) => ({ values: rare(104, 50 + chart, 1) }));
  const risen = { values: [...rare(52, 98, 1.3), ...rare(52, 99, -0.5)] };
  const charts = alarmPage([...page, risen]);
  expect(charts.slice(0, 20).flatMap(({ signals }) => signals)).toEqual([]);
  expect(charts[20]?.signals.map(({ kind }) => kind)).toContain('shift');
});

test('on pages of rare counts, with and without memory, hardly any stable chart signals', () => {
  const laws = [0.7, 1.2].map((mean) => poisson(mean));
  const draw = normalDraws(7);
  const remembering = (memory: number, mean: number): number[] => {
    let z = draw();
    return Array.from({ length: 52 }, () => {
      z = memory * z + Math.sqrt(1 - memory ** 2) * draw();
      return laws[mean]?.quantile(normal.below(z)) ?? 0;
    });
  };
  const pages = Array.from({ length: 16 }, (_, i) =>
    Array.from({ length: 20 }, () => ({ values: remembering(i % 2 === 0 ? 0 : 0.6, (i >> 1) % 2) })),
  );
  const alarmed = pages.filter((page) => alarmPage(page).some(({ signals }) => signals.length > 0));
  // Where rows of neighbours were taken for chance alone, every second page with memory had a signal.
  expect(alarmed.length).toBeLessThanOrEqual(3);
});

test('the share of a few answers a day is no shift where nothing happens', () => {
  const draw = normalDraws(8);
  const share = binomial(4, 0.85);
  const pages = Array.from({ length: 5 }, () =>
    Array.from({ length: 20 }, () => ({
      values: Array.from({ length: 120 }, () => share.quantile(normal.below(draw())) / 4),
    })),
  );
  const alarmed = pages.filter((page) => alarmPage(page).some(({ signals }) => signals.length > 0));
  // Shuffled after its extremes were pulled in, every second such page had a signal.
  expect(alarmed.length).toBeLessThanOrEqual(1);
});
