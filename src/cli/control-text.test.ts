import { expect, test } from 'vitest';
import { bareFigure } from '../metrics/fixture-figure.ts';
import type { Control } from '../metrics/index.ts';
import { controlText } from './control-text.ts';

function control(values: readonly (number | null)[], standing: number): Control {
  const points = values.map((value, i) => ({
    figure: bareFigure({
      metric: 'cases_opened',
      stat: 'count',
      from: `2025-01-${String(i + 1).padStart(2, '0')}T00:00:00Z`,
      value,
      unit: 'count',
      n: value ?? 0,
    }),
    centre: 5,
    lower: 0,
    upper: 10,
    phase: 0,
    causes: i === standing ? ['spike'] : [],
  }));
  return { grain: 'day', points, phases: [], signals: [], whole: [], expectedFalseAlarms: 0, prepared: null };
}

test('values, centre, limits and what stands out each have their mark', () => {
  const text = controlText(control([5, 6, null, 12, 4], 3), { width: 40, format: String, height: 7 });
  expect(text).toBe(
    [
      '12 │    ■',
      '   │ ·····',
      '   │',
      ' 6 │  •',
      '   │ •───•',
      '   │',
      ' 0 │ ·····',
      '   └──────',
      '     2025-01-01  2025-01-05',
    ].join('\n'),
  );
});

test('a year of days fits eighty columns', () => {
  const values = Array.from({ length: 365 }, (_, i) => 3 + (i % 5));
  const lines = controlText(control(values, 300), { width: 80, format: String }).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(lines.join('')).toContain('■');
});
