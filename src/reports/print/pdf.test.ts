import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { hostile, hostileWords } from './fixture-hostile.ts';
import { printPdf } from './pdf.ts';

const noPoppler = !existsSync('/usr/bin/pdfinfo');

/** What poppler's tools say about a PDF. */
function asked(
  pdf: Uint8Array,
  tool: 'pdfinfo' | 'pdftotext' | 'pdffonts',
  ...options: readonly string[]
): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tidemark-pdf-')), 'report.pdf');
  writeFileSync(path, pdf);
  const end = tool === 'pdftotext' ? ['-'] : [];
  return execFileSync(tool, [...options, path, ...end], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const pageOf = (pdf: Uint8Array, page: number) =>
  asked(pdf, 'pdftotext', '-f', String(page), '-l', String(page));

test('the document carries its language and its fonts, and no date', async () => {
  const raw = Buffer.from(await printPdf(fixture('it'))).toString('latin1');
  expect(raw).toMatch(/\/Lang \(it\)/);
  expect(raw).toMatch(/\/StructTreeRoot/);
  expect(raw).not.toMatch(/CreationDate|ModDate/);
});

test.skipIf(noPoppler)(
  'it is tagged, titled, and every font is in it (skipped without poppler)',
  async () => {
    const pdf = await printPdf(fixture('en'));
    expect(asked(pdf, 'pdfinfo')).toMatch(
      /Title: +Customer service: the whole picture · May 2025\n.*Tagged: +yes.*A4/s,
    );
    const fonts = asked(pdf, 'pdffonts').trim().split('\n').slice(2);
    expect(fonts.every((font) => /Inter.* yes yes yes /.test(font))).toBe(true);
  },
);

test.skipIf(noPoppler)(
  'headings, tables, lists and pictures have their tags (skipped without poppler)',
  async () => {
    const structure = asked(await printPdf(fixture('en')), 'pdfinfo', '-struct');
    for (const tag of ['P', 'H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'Caption', 'L', 'LI']) {
      expect(structure).toMatch(new RegExp(`^ *${tag}( |:|$)`, 'm'));
    }
  },
);

test.skipIf(noPoppler).each(['en', 'it'] as const)(
  'the two pages are one page each, in %s (skipped without poppler)',
  async (language) => {
    const pdf = await printPdf(fixture(language));
    const [one, two, three] = [1, 2, 3].map((page) => pageOf(pdf, page));
    expect(one).toMatch(/May in ninety seconds|Maggio in novanta secondi/);
    expect(two).toMatch(/^(Why|Perché)/);
    expect(three).toMatch(/^(By channel|Per canale)/);
  },
);

test.skipIf(noPoppler)(
  'more rows than fit shrink the page a little, and many more flow on (skipped without poppler)',
  async () => {
    const report = fixture('en');
    const grown = (times: number) => ({
      ...report,
      sections: report.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table'
            ? {
                ...block,
                table: { ...block.table, rows: Array.from({ length: times }, () => block.table.rows).flat() },
              }
            : block,
        ),
      })),
    });
    expect(pageOf(await printPdf(grown(2)), 2)).toMatch(/^Why/);
    expect(pageOf(await printPdf(grown(12)), 2)).not.toMatch(/^Why/);
  },
);

test.skipIf(noPoppler)('words that look like typst are only words (skipped without poppler)', async () => {
  const text = asked(await printPdf(hostile(fixture('en'))), 'pdftotext');
  expect(text.replace(/\s+/g, ' ')).toContain('#set page(fill: red) #panic("typst")');
  expect(text).toContain(hostileWords[5]);
});
