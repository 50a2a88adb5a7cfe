import { expect, test } from 'vitest';
import { fitted, inTwoLines, textWidth } from './text-width.ts';

test('wider letters count for more', () => {
  expect(textWidth('WWW', 10)).toBeGreaterThan(textWidth('iii', 10));
  expect(textWidth('漢字', 10)).toBe(19);
});

test('what does not fit ends in an ellipsis', () => {
  expect(fitted('Billing', 200, 10)).toBe('Billing');
  expect(fitted('Contract changes and moves', 80, 10)).toMatch(/^Contract.*…$/);
});

test('a long name takes two lines, the second shortened if it must be', () => {
  expect(inTwoLines('Contract changes', 60, 10)).toEqual(['Contract', 'changes']);
  const lines = inTwoLines('Contract changes and moves within the country', 90, 10);
  expect(lines).toHaveLength(2);
  expect(lines.every((line) => textWidth(line, 10) <= 90)).toBe(true);
});
