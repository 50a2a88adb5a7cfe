import { expect, test } from 'vitest';
import { wordsOf } from '../locales/index.ts';
import type { Figure, FigureComparison } from '../metrics/figure.ts';
import { bareFigure } from '../metrics/fixture-figure.ts';
import { comparisonNotes } from './comparison-notes.ts';

const comparison = (more: Partial<FigureComparison>): FigureComparison => ({
  base: { kind: 'target', from: null, to: null, value: 0.98, n: 0, interval: null },
  difference: -0.002,
  interval: null,
  verdict: 'cannot_tell_yet',
  among: 'cannot_tell_yet',
  p: 0.4,
  smallest: 0.02,
  n: 900,
  method: 'wilson',
  looks: 1,
  moreNeeded: null,
  missing: null,
  ...more,
});

const figure = (more: Partial<FigureComparison>, value = 0.978): Figure =>
  bareFigure({
    metric: 'service_level',
    stat: 'share',
    from: '2025-05-01T00:00:00+02:00',
    to: '2025-05-15T00:00:00+02:00',
    value,
    unit: 'share',
    n: 900,
    interval: { low: 0.966, high: 0.986, level: 0.95, method: 'wilson' },
    comparisons: [comparison(more)],
  });

const [en, it] = [wordsOf('en'), wordsOf('it')];
const earlier = {
  kind: 'previous' as const,
  from: '2025-04-01T00:00:00+02:00',
  to: '2025-04-15T00:00:00+02:00',
  value: 0.97,
  n: 800,
  interval: null,
};

test('97.8 against 98: the gap is within chance, and the contract does not care', () => {
  const missed = figure({ contract: { name: 'Acme', breached: true } });
  expect(comparisonNotes([missed, missed], en)).toEqual([
    'Service level: 97.8% against 98.0% is a breach of the agreement with Acme. The gap is within chance; the contract does not care.',
  ]);
  expect(comparisonNotes([missed], it)[0]).toContain("viola l'accordo con Acme");
  const sure = figure({ contract: { name: 'Acme', breached: true }, among: 'signal' });
  expect(comparisonNotes([sure], en)[0]).not.toContain('chance');
  const kept = figure({ contract: { name: 'Acme', breached: false } }, 0.985);
  expect(comparisonNotes([kept], en)).toEqual([
    'Service level: 98.5% against 98.0% keeps the agreement with Acme.',
  ]);
});

test('a period that is not over says what it is compared with', () => {
  expect(comparisonNotes([figure({ base: { ...earlier, part: true } })], en)).toEqual([
    'The period is not over: 1 May 2025 – 14 May 2025 is compared with 1 April 2025 – 14 April 2025.',
  ]);
  expect(comparisonNotes([figure({ base: earlier })], en)).toEqual([]);
});

test('working days are said where they differ, or where counts are compared by them', () => {
  const days = (current: number, base: number, adjusted: boolean) =>
    comparisonNotes([figure({ base: earlier, workingDays: { current, base, adjusted } })], en);
  expect(days(20, 20, false)).toEqual([]);
  expect(days(20, 22, false)[0]).toContain('Working days: 20 against 22.');
  expect(days(20, 22, true)[0]).toContain('per working day');
});

test('a benchmark is never without its source and date', () => {
  const base = { ...earlier, kind: 'benchmark' as const, source: 'a trade journal', date: '2025-02-01' };
  expect(comparisonNotes([figure({ base })], en)).toEqual([
    'Benchmark for Service level: 97.0% (a trade journal, 1 February 2025).',
  ]);
});
