import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { examples } from './fixture-examples.ts';

const gallery = Object.entries(examples((text) => text));
const hostile = Object.entries(examples((text) => `</text><script>"'&\u0000 ${'long'.repeat(50)} ${text}`));

function elementsOf(svg: string) {
  return [...parseHTML(`<html><body>${svg}</body></html>`).document.querySelectorAll('svg, svg *')];
}

test.each(gallery)('%s looks as it did: test/gallery has the picture', async (name, { svg }) => {
  await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`../../test/gallery/${name}.svg`);
});

test.each(gallery)('%s is named, described, and says the same in rows', (_, { svg, rows, summary }) => {
  expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
  expect(svg).toContain(summary);
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
});

test.each(gallery)(
  '%s is drawn the same by browsers and by typst: no style, no script, no broken number',
  (_, { svg }) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null|style=|<style|href|var\(|currentColor/);
  },
);

test.each(hostile)('%s takes hostile words as words', (name, { svg }) => {
  const tags = (one: string) => elementsOf(one).map(({ tagName }) => tagName.toLowerCase());
  const calm = gallery.find(([other]) => other === name)?.[1].svg ?? '';
  expect(tags(svg).filter((tag) => tag === 'script')).toEqual([]);
  expect(new Set(tags(svg))).toEqual(new Set(tags(calm)));
});

test.each(gallery)('%s keeps its text on the sheet', (_, { svg }) => {
  const [sheet, ...parts] = elementsOf(svg);
  const [, , width = 0, height = 0] = (sheet?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  for (const text of parts.filter(
    ({ tagName, parentElement }) => tagName.toLowerCase() === 'text' && parentElement === sheet,
  )) {
    expect(Number(text.getAttribute('x'))).toBeGreaterThanOrEqual(0);
    expect(Number(text.getAttribute('x'))).toBeLessThanOrEqual(width);
    expect(Number(text.getAttribute('y'))).toBeLessThanOrEqual(height);
  }
});
