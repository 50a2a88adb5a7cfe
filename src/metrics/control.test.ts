import { expect, test } from 'vitest';
import { addDays } from '../model/index.ts';
import { controlByRules, controlPage } from './control.ts';
import type { Figure } from './figure.ts';
import { bareFigure } from './fixture-figure.ts';

/** Weeks from a Monday on; the first and the last are cut off. */
function weekly(values: readonly (number | null)[]): Figure[] {
  const at = (i: number) => `${addDays('2025-01-06', 7 * i)}T00:00:00+01:00`;
  const cut = [
    { from: '2025-01-01T00:00:00+01:00', to: at(0), value: 3 },
    {
      from: at(values.length),
      to: `${addDays('2025-01-06', 7 * values.length + 2)}T00:00:00+01:00`,
      value: 2,
    },
  ] as const;
  const whole = values.map((value, i) => ({ from: at(i), to: at(i + 1), value }));
  return [cut[0], ...whole, cut[1]].map((slice) =>
    bareFigure({
      metric: 'cases_opened',
      stat: 'count',
      unit: 'count',
      n: slice.value ?? 0,
      missing: slice.value === null ? 'no_data' : null,
      ...slice,
    }),
  );
}

const asWeeks = (figures: readonly Figure[]) => ({ figures, grain: 'week' as const });
const wave = (i: number) => 100 + ((i * 37) % 11) - 5;
const steady = Array.from({ length: 40 }, (_, i) => wave(i));
const risen = Array.from({ length: 40 }, (_, i) => wave(i) + (i < 24 ? 0 : 30));

test('weeks that are cut off are no points, and no fall', () => {
  const [chart] = controlPage([weekly(steady)].map(asWeeks));
  expect(chart?.points).toHaveLength(40);
  expect(chart?.signals).toEqual([]);
});

test('a lasting rise is a shift with its date, and a phase of its own', () => {
  const [chart] = controlPage([weekly(risen)].map(asWeeks));
  expect(chart?.signals).toMatchObject([{ kind: 'shift', at: 24 }]);
  expect(chart?.phases.map(({ n }) => n)).toEqual([24, 16]);
  expect(chart?.points[24]).toMatchObject({ causes: ['shift'], phase: 1 });
});

test('a share has no limit above all of them', () => {
  const high = steady.map((value) => Math.min(1, 0.9 + (value - 100) / 40));
  const figures = weekly(high).map((figure): Figure => ({ ...figure, unit: 'share', n: 40 }));
  const charts = [...controlPage([asWeeks(figures)]), controlByRules(figures, 'week', ['nelson'])];
  for (const { points } of charts) {
    const uppers = points.map(({ upper }) => upper ?? 0);
    expect(Math.max(...uppers)).toBe(1);
    expect(points.every(({ lower }) => (lower ?? 1) > 0.3)).toBe(true);
  }
});

test('charts of a page are judged together: what was a signal alone may be chance among many', () => {
  const page = controlPage([weekly(risen), ...Array.from({ length: 5 }, () => weekly(steady))].map(asWeeks));
  expect(page).toHaveLength(6);
  expect(page[0]?.expectedFalseAlarms).toBeCloseTo(0.0025, 10);
});

test('the rules of others mark points, gaps stay gaps', () => {
  const chart = controlByRules(weekly([...risen.slice(0, 3), null, ...risen.slice(4)]), 'week', [
    'nhs',
    'anhoej',
  ]);
  expect(chart.points[3]?.causes).toEqual([]);
  expect(chart.points[10]?.causes.join()).toMatch(/^nhs: /);
  expect(chart.whole[0]).toContain('anhoej: longest run');
  expect(chart.prepared).toBeNull();
});

test('one unhappy customer on a thin day is no catastrophe; the same with many is', () => {
  const shares = (n: number): Figure[] =>
    weekly(Array.from({ length: 60 }, (_, i) => (i === 30 ? 0 : 0.8 + (((i * 37) % 11) - 5) / 50))).map(
      (figure) => ({ ...figure, stat: 'share', unit: 'share', n: figure.value === 0 ? n : 40 }),
    );
  const [thin] = controlPage([shares(1)].map(asWeeks));
  const [full] = controlPage([shares(40)].map(asWeeks));
  expect(thin?.signals).toEqual([]);
  expect(full?.signals).toMatchObject([{ kind: 'spike', at: 30, value: 0 }]);
  const [half] = controlPage([shares(20)].map(asWeeks));
  const below = (i: number) => (half?.points[i]?.centre ?? 0) - (half?.points[i]?.lower ?? 0);
  expect(below(30)).toBeCloseTo(below(29) * Math.sqrt(2), 5);
});
