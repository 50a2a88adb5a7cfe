import { expect, test } from 'vitest';
import { normal } from '../numerics/normal.ts';
import { studentT } from '../numerics/student-t.ts';
import { normalDraws } from '../people/normal-draws.ts';
import { alarm, alarmPage } from './alarm.ts';
import { withoutPattern } from './pattern.ts';
import { choosePower } from './power-scale.ts';
import { proposeChanges } from './proposed-phases.ts';
import { standoutPoints } from './standout-points.ts';
import { tailWeights } from './tail-weight.ts';

const draws = (n: number, seed: number) => {
  const draw = normalDraws(seed);
  return Array.from({ length: n }, draw);
};
const at = (from: number, by: number) => (v: number, i: number) => (i >= from ? v + by : v);

test('a lasting shift is found, dated and measured', () => {
  const chart = alarm({
    values: draws(52, 1)
      .map((z) => 10 + z)
      .map(at(26, 3)),
  });
  expect(chart.signals).toHaveLength(1);
  const [shift] = chart.signals;
  if (shift?.kind !== 'shift') throw new Error('not a shift');
  expect(shift.earliest).toBeLessThanOrEqual(26);
  expect(shift.latest).toBeGreaterThanOrEqual(26);
  expect(shift.low).toBeLessThan(3);
  expect(shift.high).toBeGreaterThan(3);
  expect(shift.difference).toBeCloseTo(shift.after - shift.before, 12);
  expect(chart.phases.map(({ n }) => n).reduce((a, b) => a + b)).toBe(52);
  expect(chart.centre[51]).toBeCloseTo(shift.after, 12);
});

test('a stable series has one phase, limits around all its points and no signal', () => {
  const values = draws(52, 2);
  const chart = alarm({ values });
  expect(chart.signals).toEqual([]);
  expect(chart.phases).toHaveLength(1);
  values.forEach((v, i) => {
    expect(v).toBeLessThan(chart.upper[i] ?? 0);
    expect(v).toBeGreaterThan(chart.lower[i] ?? 0);
  });
  expect(chart.expectedFalseAlarms).toBe(0.0025);
});

test('a day far from all others is a spike, and does not move the level', () => {
  const values = draws(100, 3).with(40, 25);
  const { signals, phases } = alarm({ values });
  expect(signals).toEqual([
    { kind: 'spike', at: 40, value: 25, expected: expect.closeTo(phases[0]?.level ?? 0, 10) },
  ]);
  expect(Math.abs(phases[0]?.level ?? 9)).toBeLessThan(0.4);
});

test('weekdays are taken out before anything is judged and come back in the limits', () => {
  const week = [8, 2, 1, 1, 0, -6, -6];
  const values = draws(140, 4).map((z, i) => 50 + z + (week[i % 7] ?? 0));
  const chart = alarm({ values, slots: values.map((_, i) => i % 7) });
  expect(chart.patternRemoved).toBe(true);
  expect(chart.signals).toEqual([]);
  expect((chart.centre[0] ?? 0) - (chart.centre[6] ?? 0)).toBeCloseTo(14, 0);
});

test('a skewed series is judged on the scale of its logarithm', () => {
  const chart = alarm({ values: draws(80, 5).map(Math.exp) });
  expect(chart.power).toBe(0);
  expect(chart.signals).toEqual([]);
  expect(Math.min(...chart.lower.map((v) => v ?? 1))).toBeGreaterThan(0);
});

test('days without a value are passed over', () => {
  const full = draws(60, 6).map(at(30, 4));
  const gappy = full.flatMap((v, i) => (i % 5 === 4 ? [v, null] : [v]));
  const [shift] = alarm({ values: gappy }).signals;
  expect(shift?.at).toBe(36);
  expect(alarm({ values: gappy }).centre[5]).toBeNull();
});

test('too little to judge gives no signal and no error', () => {
  expect(alarm({ values: [] }).signals).toEqual([]);
  expect(alarm({ values: [1] }).phases).toHaveLength(1);
  expect(alarm({ values: [1, 2, 900] }).signals).toEqual([]);
  expect(alarm({ values: new Array(30).fill(7) }).signals).toEqual([]);
});

test('a new level of fewer than twelve points is on trial', () => {
  const { phases } = alarm({ values: draws(60, 7).map(at(52, 6)) });
  expect(phases.map(({ trial }) => trial)).toEqual([false, true]);
});

test('where many charts changed, each is held to a kinder standard', () => {
  const page = Array.from({ length: 10 }, (_, i) => ({ values: draws(52, 20 + i).map(at(26, 3)) }));
  const charts = alarmPage(page);
  expect(charts.every(({ signals }) => signals.length > 0)).toBe(true);
  expect(charts[0]?.expectedFalseAlarms).toBeCloseTo(0.025, 12);
  expect(alarmPage([])).toEqual([]);
});

test('a pattern is only taken out where every slot was seen three times', () => {
  expect(withoutPattern([1, 5, 1, 5, 1, 5], [0, 1, 0, 1, 0, 1])).toEqual({
    adjusted: [3, 3, 3, 3, 3, 3],
    effects: [-2, 2, -2, 2, -2, 2],
    fitted: 1,
  });
  expect(withoutPattern([1, 5, 1, 5], [0, 1, 0, 1]).fitted).toBe(0);
  expect(withoutPattern([1, 5, 1], null).adjusted).toEqual([1, 5, 1]);
});

test('the scale is bent only where the numbers ask for it', () => {
  expect(choosePower(draws(60, 8)).power).toBe(1);
  expect(choosePower(draws(60, 9).map((z) => (z + 4) ** 2)).power).toBeLessThan(1);
  const { forward, back } = choosePower(draws(60, 10).map((z, i) => (i === 0 ? 0 : Math.exp(2 * z))));
  expect(back(forward(0))).toBeCloseTo(0, 12);
  expect(back(forward(5))).toBeCloseTo(5, 12);
});

test('two changes are proposed with their dates', () => {
  const series = draws(90, 11).map((z, i) => z + (i >= 30 && i < 60 ? 6 : 0));
  const changes = proposeChanges(series);
  expect(changes.map((change) => change.at)).toEqual([30, 60]);
  for (const { at: place, earliest, latest } of changes) {
    expect(earliest).toBeLessThanOrEqual(place);
    expect(latest).toBeGreaterThanOrEqual(place);
  }
});

test('nothing is proposed for a stable series unless it is insisted on', () => {
  expect(proposeChanges(draws(60, 12))).toEqual([]);
  expect(proposeChanges(draws(60, 12), { insist: true }).length).toBeGreaterThan(0);
});

/** What a page teaches whose other charts are all like these. */
const tailsOf = (shape: (z: number) => number) =>
  tailWeights(Array.from({ length: 20 }, (_, seed) => draws(52, 100 + seed).map(shape)))[0] ?? [];
const calm = tailsOf((z) => z);
const wild = tailsOf((z) => studentT(4).quantile(normal.below(z)));

test('two points that stand out together are both named', () => {
  const residuals = draws(200, 13).with(5, 30).with(90, 31);
  expect(standoutPoints(residuals, 0.001, { tails: calm }).places).toEqual([5, 90]);
  expect(standoutPoints(draws(200, 13), 0.001, { tails: calm }).places).toEqual([]);
});

test('the far end of a heavy tail belongs to the tail', () => {
  const heavy = Array.from({ length: 100 }, (_, i) => (i % 2 ? 1 : -1) / (1 - (i + 0.5) / 100) ** 0.5);
  expect(standoutPoints(heavy, 0.001, { tails: wild }).places).toEqual([]);
});

test('a far point is a spike among calm charts and none among wild ones', () => {
  const residuals = draws(52, 14).with(20, 9);
  expect(standoutPoints(residuals, 0.001, { tails: calm }).places).toEqual([20]);
  expect(standoutPoints(residuals, 0.001, { tails: wild }).places).toEqual([]);
});

test('tails are learnt from the other charts: what is heavy weighs more where they are', () => {
  expect(calm.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  const heavy = (tails: readonly number[]) => tails.slice(4).reduce((a, b) => a + b);
  expect(heavy(calm)).toBeLessThan(0.1);
  expect(heavy(wild)).toBeGreaterThan(0.9);
});

test('four high days in a row stand out together, though none would alone', () => {
  const residuals = draws(52, 15).map((z, i) => (i >= 30 && i < 34 ? z + 3.5 : z));
  expect(standoutPoints(residuals, 0.001, { tails: calm }).places).toEqual([30, 31, 32, 33]);
  expect(standoutPoints(residuals, 0.001, { tails: calm, memory: 0.8 }).places).toEqual([]);
  const mixed = residuals.map((z, i) => (i === 31 ? -z : z));
  expect(standoutPoints(mixed, 0.001, { tails: calm }).places).toEqual([]);
});

test('a row that is half one wild day is not a row', () => {
  const residuals = draws(52, 16).with(30, 12).with(31, -0.5);
  expect(standoutPoints(residuals, 0.01, { tails: calm }).places).toEqual([30]);
});
