import { expect, test } from 'vitest';
import { type Known, type Mark, nextStep } from './next-step.ts';

const change = (from: string, to: string): Mark => ({ kind: 'change', from, to });
const cases = (...ids: readonly string[]): Mark => ({ kind: 'cases', ids });
const may = change('2025-05-05', '2025-05-12');
const known = (state: Known['state'], mark: Mark = may, snoozedUntil: string | null = null): Known => ({
  state,
  mark,
  snoozedUntil,
});
const today = '2025-05-20';
const step = (mark: Mark | null, book: Known | null) => nextStep({ mark, known: book, today });

test('what was never told is told', () => {
  expect(step(may, null)).toBe('tell');
});

test('what was told is silent, also where the alarm dates it a little otherwise', () => {
  expect(step(may, known('open'))).toBe('keep');
  expect(step(change('2025-04-28', '2025-05-19'), known('open'))).toBe('keep');
  expect(step(change('2025-05-09', '2025-05-16'), known('open'))).toBe('keep');
});

test('what follows within two weeks is the same story; a later change is told', () => {
  expect(step(change('2025-05-25', '2025-06-02'), known('open'))).toBe('keep');
  expect(step(change('2025-05-26', '2025-06-02'), known('open'))).toBe('tell');
});

test('what is over is closed, once; what flickers is not told twice', () => {
  expect(step(null, known('open'))).toBe('close');
  expect(step(null, known('closed'))).toBe('nothing');
  expect(step(null, null)).toBe('nothing');
  expect(step(may, known('closed'))).toBe('keep');
  expect(step(change('2025-07-07', '2025-07-14'), known('closed'))).toBe('tell');
});

test('what was acknowledged stays silent even where it gets worse, until it is over', () => {
  expect(step(change('2025-05-12', '2025-05-19'), known('acknowledged'))).toBe('keep');
  expect(step(null, known('acknowledged'))).toBe('close');
});

test('new cases are told also where the earlier ones were acknowledged', () => {
  expect(step(cases('a'), known('open', cases('a', 'b')))).toBe('keep');
  expect(step(cases('a', 'c'), known('acknowledged', cases('a', 'b')))).toBe('tell');
});

test('what is snoozed is told again on its day, if it still stands', () => {
  expect(step(change('2025-05-19', '2025-05-20'), known('open', may, '2025-05-21'))).toBe('keep');
  expect(step(may, known('open', may, '2025-05-20'))).toBe('tell');
  expect(step(null, known('open', may, '2025-05-20'))).toBe('close');
});
