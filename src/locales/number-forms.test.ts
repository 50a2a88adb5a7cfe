import { expect, test } from 'vitest';
import { numberForms } from './number-forms.ts';

const en = numberForms('en');
const it = numberForms('it');

test('numbers stand as people of the language write them', () => {
  expect(en.count(31359)).toBe('31,359');
  expect(it.count(31359)).toBe('31.359');
  expect(it.count(1234)).toBe('1.234');
  expect(en.share(0.841)).toBe('84.1%');
  expect(it.share(0.841)).toBe('84,1%');
  expect(en.signedPoints(-0.023)).toBe('−2.3');
  expect(it.date('2025-03-01')).toBe('1 marzo 2025');
  expect(en.month('2025-03')).toBe('March 2025');
});

test.each([
  [0, '0 s'],
  [35.03, '35.0 s'],
  [3, '3 s'],
  [68.18, '68.2 s'],
  [119.99, '120.0 s'],
  [183.74, '3 min 4 s'],
  [3599.6, '1 h'],
  [83_340, '23 h 9 min'],
  [259_200, '3 d'],
  [-95, '−95 s'],
])('%d seconds are %s', (seconds, text) => expect(en.duration(seconds)).toBe(text));

test('days are giorni in Italian', () => expect(it.duration(273_600)).toBe('3 g 4 h'));
