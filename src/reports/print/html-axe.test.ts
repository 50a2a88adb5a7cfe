import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { printHtml } from './html.ts';
import { letterOf } from './letter.ts';

const executablePath = '/usr/bin/chromium';
const absent = !existsSync(executablePath);
let browser: Browser;

beforeAll(async () => {
  if (absent) return;
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
});
afterAll(() => browser?.close());

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The rules that a page breaks, with the elements that do; the page's own policy is set aside so that axe may run. */
async function violations(
  page: string,
  colorScheme: 'light' | 'dark',
  width = 1000,
): Promise<readonly Violation[]> {
  const tab = await browser.newPage({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
  await tab.setContent(page);
  await tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  await tab.evaluate(axe);
  const found = await tab.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
  );
  await tab.close();
  return found as readonly Violation[];
}

const said = (found: readonly Violation[]) => found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test.skipIf(absent).each(['light', 'dark'] as const)(
  'the page passes axe in %s (skipped without Chromium)',
  async (scheme) => {
    expect(said(await violations(printHtml(fixture('it')), scheme))).toEqual([]);
  },
);

/** Pictures stand inside the page here, as a mail program puts them. */
function asShown(language: 'en' | 'it'): string {
  const { html, inlays } = letterOf(fixture(language));
  return inlays.reduce(
    (page, { id, png }) =>
      page.replaceAll(`cid:${id}`, `data:image/png;base64,${Buffer.from(png).toString('base64')}`),
    html,
  );
}

test.skipIf(absent).each(['en', 'it'] as const)(
  'the letter passes axe in %s, wide and narrow (skipped without Chromium)',
  async (language) => {
    expect(said(await violations(asShown(language), 'light', 1000))).toEqual([]);
    expect(said(await violations(asShown(language), 'light', 390))).toEqual([]);
  },
);

test.skipIf(absent)(
  'the style sheet is the one that the page allows (skipped without Chromium)',
  async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.setContent(printHtml(hostile(fixture('en'))));
    expect(complaints).toEqual([]);
    expect(await tab.evaluate("getComputedStyle(document.querySelector('.pill')).borderRadius")).toBe('99px');
    await tab.close();
  },
);
