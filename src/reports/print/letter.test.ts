import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { letterOf } from './letter.ts';

const letter = letterOf(fixture('en'));

test('a letter looks after mail programs: no script, no style sheet, no class, no picture from elsewhere', () => {
  expect(letter.html).not.toMatch(/<script|<style|<link|class=|src="(?!cid:)|url\(/);
});

test('every picture of the letter is there once, has its words, and is a PNG', () => {
  const asked = [...letter.html.matchAll(/src="cid:([^"]+)"[^>]*alt="([^"]+)"/g)];
  expect(asked.map(([, id]) => id)).toEqual(letter.inlays.map(({ id }) => id));
  expect(asked.every(([, , words]) => (words ?? '').length > 10)).toBe(true);
  for (const { png } of letter.inlays) expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test('what stands behind the two pages is left to the attachment', () => {
  const behind = fixture('en').sections.find(({ page }) => page === 'behind');
  expect(behind).toBeDefined();
  expect(letter.html).not.toContain(behind?.title);
  expect(letter.text).not.toContain(behind?.title);
});

test('the plain part says the same figures', () => {
  expect(letter.text).toContain('86.9 %');
  expect(letter.html).toContain('86.9 %');
});

test('hostile words stay words', () => {
  expect(letterOf(hostile(fixture('en'))).html).not.toMatch(/<script|<img src=x/i);
});

test('the same report gives the same letter', () => {
  expect(letterOf(fixture('it'))).toEqual(letterOf(fixture('it')));
});
