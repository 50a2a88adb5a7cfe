import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { printPdf } from './pdf.ts';
import { declaredAccessible } from './pdf-ua.ts';

const text = async (language: 'en' | 'it'): Promise<string> =>
  Buffer.from(await printPdf(fixture(language))).toString('latin1');

/** The object as the newest table of the file has it: an update writes it once more, further down. */
const newest = (file: string, number: string): string =>
  file.slice(file.lastIndexOf(`\n${number} 0 obj\n`)).split('\nendobj')[0] ?? '';

test('the file says that it is PDF/UA-1, and asks for its title to be shown', async () => {
  const file = await text('it');
  const catalog = newest(file, /\/Root (\d+) 0 R/.exec(file.slice(-300))?.[1] ?? '');
  expect(catalog).toMatch(/\/ViewerPreferences << \/DisplayDocTitle true/);
  expect(catalog).toMatch(/\/Lang \(it\)/);
  expect(catalog).toMatch(/\/Marked true/);
  const metadata = newest(file, /\/Metadata (\d+) 0 R/.exec(catalog)?.[1] ?? '');
  const length = Number(/\/Length (\d+)/.exec(metadata)?.[1]);
  const stream = /stream\n([\s\S]*)\nendstream/.exec(metadata)?.[1] ?? '';
  expect(stream).toHaveLength(length);
  expect(stream).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('the update’s table leads to its objects', async () => {
  const file = await text('en');
  const table = file.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]));
  const entries = [...table.matchAll(/^(\d+) 1\n(\d{10}) 00000 n $/gm)];
  expect(entries).toHaveLength(2);
  for (const [, number, at] of entries)
    expect(file.slice(Number(at))).toMatch(new RegExp(`^${number} 0 obj\n`));
});

test('every picture has its words', async () => {
  const report = fixture('en');
  const pictures = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'picture'));
  const described = (await text('en')).match(/\/Alt[ (<]/g) ?? [];
  expect(described.length).toBeGreaterThanOrEqual(pictures.length);
});

test('a file that is written in another way is not passed off as accessible', () => {
  expect(() => declaredAccessible(new TextEncoder().encode('%PDF-1.7 something else'))).toThrow(/has no/);
});

test('a report with letters that the font lacks does not say of itself that everyone can read it', async () => {
  const file = Buffer.from(await printPdf(hostile(fixture('en')))).toString('latin1');
  expect(file).not.toContain('pdfuaid:part');
});
