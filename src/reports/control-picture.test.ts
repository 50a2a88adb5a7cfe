import { expect, test } from 'vitest';
import { wordsOf } from '../locales/index.ts';
import { bareFigure } from '../metrics/fixture-figure.ts';
import { type Control, controlByRules, type Figure } from '../metrics/index.ts';
import { controlPicture, signalSentences } from './control-picture.ts';

const start = (month: number): string => `2025-${String(month + 1).padStart(2, '0')}-01T00:00:00+01:00`;

const figure = (month: number, value: number): Figure =>
  bareFigure({
    metric: 'csat',
    stat: 'share',
    from: start(month),
    to: start(month + 1),
    value,
    unit: 'share',
    n: 400,
  });

const control: Control = {
  grain: 'month',
  points: [0.8, 0.81, 0.4, 0.9, 0.91].map((value, i) => ({
    figure: figure(i, value),
    centre: i < 3 ? 0.8 : 0.9,
    lower: 0.7,
    upper: 0.98,
    phase: i < 3 ? 0 : 1,
    causes: i === 2 ? ['spike'] : i === 3 ? ['shift'] : [],
  })),
  phases: [],
  signals: [
    { kind: 'spike', at: 2, value: 0.4, expected: 0.8 },
    {
      kind: 'shift',
      at: 3,
      earliest: 3,
      latest: 4,
      before: 0.8,
      after: 0.9,
      difference: 0.1,
      low: 0.07,
      high: 0.13,
    },
  ],
  whole: [],
  expectedFalseAlarms: 0.0025,
  prepared: null,
};

test('every signal is a sentence with its date', () => {
  expect(signalSentences(control, wordsOf('en'))).toEqual([
    'Customer satisfaction (CSAT): 40.0% at 1 March 2025 stands apart from the usual 80.0%.',
    'Customer satisfaction (CSAT) rose from 80.0% to 90.0% (by +7.0 points to +13.0 points) about 1 April 2025, between 1 April 2025 and 1 May 2025.',
  ]);
});

test('the picture names what stands out', () => {
  const chart = controlPicture({ control, words: wordsOf('it') });
  expect(chart?.svg).toContain('nuovo livello');
  expect(chart?.rows[2]?.at(-1)?.text).toBe('fuori dal solito');
});

test('no limit of a share lies above the whole', () => {
  const figures = Array.from({ length: 11 }, (_, i) => figure(i, i % 2 === 0 ? 0.99 : 0.9));
  const chart = controlPicture({
    control: controlByRules(figures, 'month', ['nelson']),
    words: wordsOf('en'),
  });
  expect(chart?.rows).toHaveLength(11);
  expect(chart?.rows.every((row) => (row[4]?.value ?? 2) <= 1)).toBe(true);
});

test('without signals it says that there is nothing but chance', () => {
  const chart = controlPicture({ control: { ...control, signals: [] }, words: wordsOf('en') });
  expect(chart?.summary).toBe('Customer satisfaction (CSAT): nothing but chance.');
  expect(controlPicture({ control: { ...control, points: [] }, words: wordsOf('en') })).toBeNull();
});
