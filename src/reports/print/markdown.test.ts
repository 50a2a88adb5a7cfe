import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { printMarkdown } from './markdown.ts';

test('a table keeps its columns, and a verdict its sign', () => {
  expect(printMarkdown(fixture('en'))).toContain(
    '| CSAT (1,204 answers, 31 % of those asked) | 86.9 % (± 1.2) | 85 % | 84.1 % | 83.5 % | ✓ Changed |',
  );
});

test('hostile words make no tag, no link, no image and no column', () => {
  const text = printMarkdown(hostile(fixture('en')));
  expect(text).not.toMatch(/(?<!\\)(?:<(?:script|img|svg)|\]\(|!\[)/);
  const columns = (table: string) =>
    new Set(
      table
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/\\\|/g, '').split('|').length),
    );
  for (const table of text.match(/(?:^\|.*\n)+/gm) ?? []) expect(columns(table).size).toBe(1);
});
