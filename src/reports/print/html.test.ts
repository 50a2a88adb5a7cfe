import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { printHtml } from './html.ts';

const page = printHtml(fixture('en'));
const { document } = parseHTML(page);

test('the page says its language and its title', () => {
  expect(document.documentElement.lang).toBe('en');
  expect(document.querySelector('title')?.textContent).toBe(
    'Customer service: the whole picture · May 2025 · Lumen & Vale',
  );
});

test('nothing on the page is fetched or run', () => {
  expect(page).not.toMatch(/<script|\son\w+=|<link|@import|url\(/);
  expect(
    [...document.querySelectorAll('[src]')].every((one) => one.getAttribute('src')?.startsWith('data:')),
  ).toBe(true);
  const policy = document
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; img-src data:; style-src 'sha256-/);
});

test('hostile words make no element and no attribute', () => {
  const attacked = parseHTML(printHtml(hostile(fixture('en')))).document;
  expect(attacked.querySelectorAll('script, img[onerror], svg[onload], [onerror], [onload]')).toHaveLength(0);
  const names = (root: typeof document) =>
    [...root.querySelectorAll('*')]
      .map(({ tagName }) => tagName)
      .filter((name) => /^(IMG|SVG|STYLE|TITLE)$/i.test(name));
  expect(names(attacked)).toEqual(names(document));
});

test('every id is there once, and every link leads somewhere', () => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
    link.getAttribute('href')?.slice(1),
  );
  const openers = [...document.querySelectorAll('[popovertarget]')].map((one) =>
    one.getAttribute('popovertarget'),
  );
  expect([...targets, ...openers].filter((id) => !ids.includes(id ?? ''))).toEqual([]);
});

test('a figure opens its definition and the key to its rows', () => {
  const opener = [...document.querySelectorAll('button.open')].find(
    ({ textContent }) => textContent === '3 h 40 min',
  );
  const opened = document.getElementById(opener?.getAttribute('popovertarget') ?? '');
  expect(opened?.textContent).toContain('From the customer’s first message to the first answer by a person');
  expect(opened?.querySelector('code')?.textContent).toBe('npx tidemark rows frt-2025-05');
});

test('a verdict is a sign and a word, not only a colour', () => {
  const pills = [...document.querySelectorAll('.pill')].map(({ textContent }) => textContent);
  expect(new Set(pills)).toEqual(
    new Set(['✓ Changed', '! Changed', '● Changed', '= Steady', '… Too early to say']),
  );
});

test('every table has a caption, and its heads say what they head', () => {
  for (const table of document.querySelectorAll('table')) {
    expect(table.querySelector('caption')?.textContent).not.toBe('');
    expect(table.querySelectorAll('thead th:not([scope="col"]), tbody th:not([scope="row"])')).toHaveLength(
      0,
    );
  }
});

test('every picture has a name, a description, and the same figures as a table', () => {
  for (const picture of document.querySelectorAll('figure.picture')) {
    const svg = picture.querySelector('svg');
    expect(svg?.getAttribute('role')).toBe('img');
    expect(svg?.querySelector('title')?.textContent).not.toBe('');
    expect(svg?.querySelector('desc')?.textContent).not.toBe('');
    expect(picture.querySelectorAll('details tbody tr').length).toBeGreaterThan(0);
  }
});
