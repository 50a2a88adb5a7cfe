import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { printText } from './text.ts';
import { cells, wrap } from './text-wrap.ts';

test.each([80, 60, 40, 120])('no line but a command to paste is longer than %i columns', (width) => {
  for (const report of [fixture('en'), fixture('it'), hostile(fixture('en'))]) {
    const long = printText(report, { width })
      .split('\n')
      .filter((line) => cells(line) > width && !line.startsWith('  npx tidemark rows '));
    expect(long).toEqual([]);
  }
});

test('someone’s words cannot steer the terminal', () => {
  expect(printText(hostile(fixture('en')))).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
});

test('a table keeps its columns where they fit and becomes a list where not', () => {
  expect(printText(fixture('en'))).toMatch(/^CSAT +86\.9 % +85 % +84\.1 % +83\.5 % +✓ Changed$/m);
  expect(printText(fixture('en'), { width: 40 })).toMatch(/^ {2}May: 86\.9 %; ± 1\.2$/m);
});

test('wide letters take two cells and long words are cut', () => {
  expect(cells('漢字 👩🏽‍💻 é')).toBe(9);
  expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx']);
  expect(wrap('', 10)).toEqual(['']);
});
