import { expect, test } from 'vitest';
import { normalDraws } from '../chance/index.ts';
import { bareFigure } from '../metrics/fixture-figure.ts';
import { controlByRules, controlPage, type Figure } from '../metrics/index.ts';
import { addDays } from '../model/index.ts';
import { controlJson } from './control-json.ts';
import { outputSchemas } from './output-schemas.ts';

/** Sixty days about 100 and sixty about 140, with one wild day. */
function figures(): readonly Figure[] {
  const draw = normalDraws(4);
  return Array.from({ length: 120 }, (_, i) =>
    bareFigure({
      metric: 'cases_opened',
      stat: 'count',
      from: `${addDays('2025-01-06', i)}T00:00:00Z`,
      to: `${addDays('2025-01-07', i)}T00:00:00Z`,
      value: i === 20 ? 900 : 100 + 10 * draw() + (i >= 60 ? 40 : 0),
      unit: 'count',
      n: 100,
    }),
  );
}

test('every signal of the alarm has the face of a verdict', () => {
  const [control] = controlPage([{ figures: figures(), grain: 'day' }]);
  if (control === undefined) throw new Error('no chart');
  const told = outputSchemas.chart.parse(JSON.parse(controlJson(control, 'alarm')));
  expect(told.signals.map(({ kind }) => kind)).toEqual(['spike', 'shift']);
  const [spike, shift] = told.signals;
  expect(shift).toMatchObject({ verdict: 'signal', looks: 20, more_needed: null, n: 120, at: 60 });
  expect(shift?.method).toBe('default alarm: change of level');
  expect(shift?.interval).toMatchObject({ level: 0.95, method: shift?.method });
  expect(shift?.interval.low).toBeGreaterThan(30);
  expect(shift?.interval.high).toBeLessThan(50);
  expect(spike).toMatchObject({ verdict: 'signal', looks: 20, n: 60, at: 20, value: 900 });
  expect(spike?.difference).toBeCloseTo(800, -2);
  expect(spike?.interval.low).toBeGreaterThan(600);
  expect(spike?.interval.high).toBeGreaterThan(spike?.difference ?? Number.NaN);
  for (const { difference, interval } of told.signals) {
    expect(difference).toBeGreaterThan(interval.low ?? Number.NaN);
    expect(difference).toBeLessThan(interval.high ?? Number.NaN);
  }
});

test('rules of others mark points and give no verdict', () => {
  const told = JSON.parse(controlJson(controlByRules(figures(), 'day', ['nhs']), 'nhs'));
  expect(outputSchemas.chart.parse(told)).toEqual(told);
  expect(told.signals).toEqual([]);
});
