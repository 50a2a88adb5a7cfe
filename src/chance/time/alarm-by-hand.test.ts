import { describe, expect, test } from 'vitest';
import { normal } from '../numerics/normal.ts';
import { poisson } from '../numerics/poisson.ts';
import { studentT } from '../numerics/student-t.ts';
import { normalDraws } from '../people/normal-draws.ts';
import { alarmPage } from './alarm.ts';
import { shiftByShuffling } from './coarse-series.ts';
import { memoryPriors } from './memory-prior.ts';
import { prepareSeries, type Series } from './prepared-series.ts';
import { proposeChanges } from './proposed-phases.ts';
import { shiftTest } from './shift-test.ts';
import { standout } from './standout.ts';
import { tailWeights } from './tail-weight.ts';

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Weeks about 50 that rise by so many standard deviations half way; some have gaps, spikes or weekdays. */
const page: readonly Series[] = Array.from({ length: 12 }, (_, chart): Series => {
  const draw = normalDraws(900 + chart);
  const rise = [0, 5, 2.2, 0, 3, 0, 0, 0.5][chart] ?? 0;
  const values = Array.from({ length: 60 }, (_, i) => 50 + 2 * draw() + (i >= 30 ? 2 * rise : 0));
  if (chart === 1) return { values: [null, ...values.slice(0, 10), null, ...values.slice(10)] };
  if (chart === 3) return { values: values.with(40, 120) };
  if (chart === 4) return { values: values.with(50, 150) };
  if (chart === 5)
    return { values: values.map((v, i) => v + 9 * (i % 7)), slots: values.map((_, i) => i % 7) };
  if (chart === 8) return { values: values.slice(0, 10) };
  const rare = poisson(0.7);
  const busy = poisson(5);
  if (chart === 9) return { values: values.map(() => rare.quantile(normal.below(draw()))) };
  if (chart === 10)
    return { values: values.map((_, i) => (i < 30 ? rare : busy).quantile(normal.below(draw()))) };
  return { values };
});

const charts = alarmPage(page);
const prepared = page.map(prepareSeries);
const judged = prepared.filter(({ evidence }) => evidence !== null);
const priors = memoryPriors(judged.flatMap(({ evidence }) => evidence ?? []));
const smooth = prepared.filter(({ coarse }) => !coarse);
const tails = tailWeights(smooth.map(({ adjusted }) => adjusted));
const tailsOf = (i: number) => {
  const [series] = prepared.slice(i);
  return (series && tails[smooth.indexOf(series)]) ?? [];
};

/** What each chart's two questions say, asked one by one. */
const asked = prepared.map((series, i) => {
  const prior = priors[judged.indexOf(series)];
  const shift = series.evidence && prior ? shiftTest(series.evidence, prior) : { p: 1, memory: 0 };
  const p =
    series.coarse && shift.p < 0.05 ? Math.max(shift.p, shiftByShuffling(series.adjusted, shift)) : shift.p;
  const options = { tails: tailsOf(i), memory: shift.memory };
  return { shift: p, memory: shift.memory, spike: standout(series, series.adjusted, 0.05, options).p };
});

/** The largest step of Benjamini and Hochberg's ladder that as many charts reach. */
const ps = asked.map(({ shift, spike }) => Math.min(1, shift / 0.9, spike / 0.1));
const steps = Array.from({ length: 20 }, (_, i) => ((i + 1) * 0.05) / 20);
const allowed = Math.max(0.0025, ...steps.filter((step, i) => ps.filter((p) => p <= step).length >= i + 1));

test('a chart’s p is its two questions’, and the page allows each chart what the ladder says', () => {
  charts.forEach((chart, i) => {
    expect(chart.p).toBeCloseTo(ps[i] ?? 1, 12);
    expect(chart.memory).toBeCloseTo(asked[i]?.memory ?? 0, 12);
    expect(chart.expectedFalseAlarms).toBeCloseTo(allowed, 12);
  });
  expect(allowed).toBeGreaterThan(0.0075);
});

test('a chart signals what passes its share, and nothing else', () => {
  charts.forEach(({ signals }, i) => {
    const { shift = 1, spike = 1 } = asked[i] ?? {};
    expect(signals.some(({ kind }) => kind === 'shift')).toBe(shift <= 0.9 * allowed);
    if (shift > 0.9 * allowed) expect(signals.length > 0).toBe(spike <= 0.1 * allowed);
  });
  const kinds = charts.map(({ signals }) => signals.map(({ kind, at }) => `${kind} ${at}`));
  expect(kinds[3]).toEqual(['spike 40']);
  expect(kinds[4]).toEqual(['shift 30', 'spike 50']);
  expect(kinds[10]?.[0]).toMatch(/^shift (29|30|31)$/);
  expect([0, 5, 6, 8, 9, 11].flatMap((i) => kinds[i] ?? [])).toEqual([]);
});

test('weekdays are taken out of the chart that has them', () => {
  expect(charts.map(({ patternRemoved }) => patternRemoved).indexOf(true)).toBe(5);
  expect(charts.filter(({ patternRemoved }) => patternRemoved)).toHaveLength(1);
});

describe.each(charts.map((chart, i) => [i, chart] as const))('chart %d', (i, chart) => {
  const series = prepared[i] ?? prepareSeries({ values: [] });
  const { adjusted, effects, places, scale } = series;
  const shifts = chart.signals.filter((signal) => signal.kind === 'shift');
  const spikes = chart.signals.filter(({ kind }) => kind === 'spike').map(({ at }) => places.indexOf(at));
  const found =
    shifts.length > 0 ? proposeChanges([...series.judged], { memory: chart.memory, insist: true }) : [];
  const bounds = [0, ...found.map(({ at }) => at), adjusted.length];
  const stretches = bounds.slice(1).map((end, k) => ({ start: bounds[k] ?? 0, end }));
  const levels = stretches.map(({ start, end }) =>
    mean(adjusted.slice(start, end).filter((_, j) => !spikes.includes(start + j))),
  );
  const ordinary = stretches.flatMap(({ start, end }, k) =>
    adjusted.flatMap((value, j) =>
      j >= start && j < end && !spikes.includes(j) ? [value - (levels[k] ?? 0)] : [],
    ),
  );
  const degrees = ordinary.length - stretches.length;
  const spread = Math.sqrt(ordinary.reduce((all, r) => all + r * r, 0) / degrees);

  test('its levels are the means of their points without spikes, its limits hold all points in 19 of 20', () => {
    const reach = studentT(degrees).upperQuantile(0.05 / (2 * adjusted.length)) * spread;
    stretches.forEach(({ start, end }, k) => {
      const own = chart.phases[k];
      expect(own).toMatchObject({ start: places[start], end: places[end - 1], n: end - start });
      expect(own?.trial).toBe(end - start < 12);
      expect(own?.level).toBeCloseTo(scale.back(levels[k] ?? 0), 9);
      for (let j = start; j < end; j++) {
        const middle = (levels[k] ?? 0) + (effects[j] ?? 0);
        const at = places[j] ?? 0;
        expect(chart.centre[at]).toBeCloseTo(scale.back(middle), 9);
        expect(chart.upper[at]).toBeCloseTo(scale.back(middle + reach), 9);
        expect(chart.lower[at]).toBeCloseTo(scale.back(middle - reach), 9);
      }
    });
    expect(chart.phases).toHaveLength(stretches.length);
  });

  test('its shifts are measured with what the points remember', () => {
    shifts.forEach((shift, k) => {
      if (shift.kind !== 'shift') return;
      const [old, young] = [stretches[k], stretches[k + 1]];
      const [n, m] = [(old?.end ?? 0) - (old?.start ?? 0), (young?.end ?? 0) - (young?.start ?? 0)];
      const worth = (1 - chart.memory) / (1 + chart.memory);
      const error = spread * Math.sqrt(1 / (n * worth) + 1 / (m * worth));
      const reach = studentT(Math.max(2, (n + m) * worth - 2)).upperQuantile(0.025) * error;
      const [before = 0, after = 0] = levels.slice(k);
      expect(shift.before).toBeCloseTo(scale.back(before), 9);
      expect(shift.after).toBeCloseTo(scale.back(after), 9);
      expect(shift.difference).toBeCloseTo(scale.back(after) - scale.back(before), 9);
      expect(shift.low).toBeCloseTo(scale.back(after - reach) - scale.back(before), 9);
      expect(shift.high).toBeCloseTo(scale.back(after + reach) - scale.back(before), 9);
      const dates = [found[k]?.at, found[k]?.earliest, found[k]?.latest].map((place) => places[place ?? 0]);
      expect([shift.at, shift.earliest, shift.latest]).toEqual(dates);
    });
  });
});

test('twelve points are settled, eleven are on trial', () => {
  const settled = (points: number) => {
    const draw = normalDraws(31);
    const values = Array.from({ length: 40 + points }, (_, i) => draw() + (i >= 40 ? 9 : 0));
    return alarmPage([{ values }])[0]?.phases.map(({ n, trial }) => [n, trial]);
  };
  expect(settled(12)).toEqual([
    [40, false],
    [12, false],
  ]);
  expect(settled(11)).toEqual([
    [40, false],
    [11, true],
  ]);
});
