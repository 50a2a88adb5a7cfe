import { expect, test } from 'vitest';
import { enginePattern, hasOffset } from './time-format.ts';

test.each([
  ['DD/MM/YYYY HH:mm', '%d/%m/%Y %H:%M'],
  ['D/M/YY h:mm A', '%d/%m/%y %I:%M %p'],
  ['YYYY-MM-DD[T]HH:mm:ss.SSS', '%Y-%m-%dT%H:%M:%S.%f'],
  ['DD/MMM/YY', '%d/%b/%y'],
  ['MMMM D, YYYY', '%B %d, %Y'],
  ['YYMMDD', '%y%m%d'],
  ['%d.%m.%Y', '%d.%m.%Y'],
])('%s is %s', (format, pattern) => {
  expect(enginePattern(format)).toBe(pattern);
});

test('a format knows whether it has an offset', () => {
  expect([hasOffset('YYYY-MM-DD HH:mm Z'), hasOffset('YYYY-MM-DD HH:mm')]).toEqual([true, false]);
});
