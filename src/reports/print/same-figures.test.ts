import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { tablesOf, withFigures } from './fixture-figures.ts';
import { type Form, letterOf, print } from './index.ts';

const languages = ['en', 'it'] as const;
const noPoppler = !existsSync('/usr/bin/pdftotext');

const read = async (report: Report, form: Form): Promise<string> =>
  new TextDecoder().decode(await print(report, form));

/** What the figures of the report look like, table by table, row by row. */
const shown = (report: Report): readonly string[] =>
  tablesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'number' ? [cell.text] : []))),
  );

const twoPages = (report: Report): Report => ({
  ...report,
  sections: report.sections
    .filter(({ page }) => page !== 'behind')
    .map((section) => ({ ...section, blocks: section.blocks.filter(({ kind }) => kind === 'table') })),
});

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/** A cell with its small print, as every page has it. */
const whole = (report: Report): readonly string[] =>
  tablesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell) => (cell.kind === 'number' ? [bare(`${cell.text}${cell.small ?? ''}`)] : [])),
    ),
  );

/** What stands in a page's cells where the report has a figure. */
function ofPage(page: string, report: Report): readonly string[] {
  const { document } = parseHTML(page);
  for (const overlay of document.querySelectorAll('[popover]')) overlay.remove();
  const tables = [...document.querySelectorAll('table')].filter(
    (one) => one.getAttribute('role') !== 'presentation',
  );
  expect(tables).toHaveLength(tablesOf(report).length);
  return tablesOf(report).flatMap(({ rows }, i) =>
    [...(tables[i]?.querySelectorAll('tr') ?? [])]
      .slice(1)
      .flatMap((line, j) =>
        [...line.querySelectorAll('th, td')]
          .filter((_, k) => rows[j]?.[k]?.kind === 'number')
          .map(({ textContent }) => bare(textContent ?? '')),
      ),
  );
}

test.each(languages)('%s: the page shows the figures of the report', async (language) => {
  const report = withFigures(language);
  expect(ofPage(await read(report, 'html'), report)).toEqual(whole(report));
});

test.each(languages)('%s: the letter shows the figures of the two pages', async (language) => {
  const report = withFigures(language);
  const pages = twoPages(report);
  expect(ofPage((await letterOf(report)).html, pages)).toEqual(whole(pages));
});

test.each(languages)('%s: Markdown shows the figures of the report', async (language) => {
  const report = withFigures(language);
  const lines = (await read(report, 'markdown'))
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| -{3}/.test(line));
  const tables = tablesOf(report);
  const rows = tables.flatMap((table) => [null, ...table.rows]);
  const found = lines.flatMap((line, i) =>
    line
      .slice(2, -2)
      .split(/ (?<!\\)\| /)
      .flatMap((cell, j) => {
        const meant = rows[i]?.[j];
        if (meant?.kind !== 'number') return [];
        const text = cell.replaceAll(/\\(.)/g, '$1');
        return [
          meant.small === undefined || meant.small === ''
            ? text
            : text.slice(0, text.lastIndexOf(` (${meant.small})`)),
        ];
      }),
  );
  expect(found).toEqual(shown(report));
});

test.each(languages)('%s: CSV holds the figures to the last digit', async (language) => {
  const report = withFigures(language);
  const cells = tablesOf(report).flatMap(({ rows }) => rows.flat());
  const lines = csvRows(await read(report, 'csv')).slice(1);
  expect(lines).toHaveLength(cells.length);
  const figures = lines.filter((_, i) => cells[i]?.kind === 'number');
  expect(figures.map((line) => line[5]?.replace(/^'/, ''))).toEqual(shown(report));
  expect(figures.map((line) => (line[6] === '' ? null : Number(line[6])))).toEqual(values(report));
});

const values = (report: Report): readonly (number | null)[] =>
  tablesOf(report).flatMap(({ rows }) =>
    rows.flat().flatMap((cell) => (cell.kind === 'number' ? [cell.value] : [])),
  );

/** RFC 4180, for the test only. */
const csvRows = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) =>
        quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
      ),
    );

test.each(languages)('%s: JSON holds the figures to the last digit', async (language) => {
  const report = withFigures(language);
  const again = JSON.parse(await read(report, 'json')) as Report;
  expect(shown(again)).toEqual(shown(report));
  expect(values(again)).toEqual(values(report));
});

/** Every row's figures stand in the text in their order; what wraps or is set apart is read as one line. */
function inOrder(text: string, report: Report): readonly string[] {
  const flat = text.replaceAll(/\s+/g, '');
  return tablesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const figures = row.flatMap((cell) =>
        cell.kind === 'number' ? [cell.text.replaceAll(/\s+/g, '')] : [],
      );
      return figures.filter((figure) => !flat.includes(figure));
    }),
  );
}

test.each(languages)('%s: the text for a terminal shows every figure', async (language) => {
  const report = withFigures(language);
  const tables: Report = {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter(({ kind }) => kind === 'table'),
    })),
  };
  expect(inOrder(await read(report, 'text'), tables)).toEqual([]);
});

test.skipIf(noPoppler).each(languages)(
  '%s: the PDF shows every figure (skipped without poppler)',
  async (language) => {
    const report = withFigures(language);
    const path = join(mkdtempSync(join(tmpdir(), 'tidemark-pdf-')), 'report.pdf');
    writeFileSync(path, await print(report, 'pdf'));
    const text = execFileSync('pdftotext', ['-layout', path, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(inOrder(text, twoPages(report))).toEqual([]);
  },
);

const office = '/usr/bin/soffice';

test.skipIf(!existsSync(office)).each(languages)(
  '%s: LibreOffice reads the workbook with every type and figure (skipped without LibreOffice)',
  async (language) => {
    const report = withFigures(language);
    const sheets = await asOfficeReads(await print(report, 'xlsx'));
    const tables = tablesOf(report);
    expect(sheets).toHaveLength(tables.length + 1);
    for (const [i, table] of tables.entries()) {
      const cells = sheets[i + 1]?.slice(1) ?? [];
      const found = table.rows.map((_, j) => (cells[j] ?? []).filter(({ type }) => type !== 'string'));
      const meant = table.rows.map((row) =>
        row.flatMap((cell) => (cell.kind === 'number' && cell.value !== null ? [cell] : [])),
      );
      expect(found.map((row) => row.map(({ type }) => type))).toEqual(
        meant.map((row) => row.map(({ unit }) => types[unit] ?? 'float')),
      );
      for (const [j, row] of meant.entries())
        for (const [k, { value }] of row.entries()) expect(found[j]?.[k]?.value).toBeCloseTo(value ?? 0, 9);
    }
  },
);

const types: Readonly<Record<string, string>> = { share: 'percentage', seconds: 'time' };

interface OfficeCell {
  readonly type: string;
  readonly value: number;
}

/** Sheets, rows and cells as LibreOffice writes them out again; empty cells are left out. */
async function asOfficeReads(workbook: Uint8Array): Promise<readonly (readonly (readonly OfficeCell[])[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-office-'));
  writeFileSync(join(folder, 'report.xlsx'), workbook);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(
    office,
    ['--headless', profile, '--convert-to', 'fods', '--outdir', folder, join(folder, 'report.xlsx')],
    {
      stdio: 'ignore',
    },
  );
  const xml = readFileSync(join(folder, 'report.fods'), 'utf8');
  return xml
    .split('<table:table ')
    .slice(1)
    .map((sheet) => sheet.split('<table:table-row').slice(1).map(officeCells));
}

const officeCells = (row: string): readonly OfficeCell[] =>
  [...row.matchAll(/<table:table-cell ([^>]*office:value-type="(\w+)"[^>]*)>/g)].flatMap(
    ([, said = '', type = '']) => {
      const repeated = Number(/number-columns-repeated="(\d+)"/.exec(said)?.[1] ?? 1);
      return Array.from({ length: repeated }, () => ({ type, value: officeValue(said, type) }));
    },
  );

function officeValue(said: string, type: string): number {
  if (type !== 'time') return Number(/office:value="([^"]*)"/.exec(said)?.[1]);
  const [, hours, minutes, seconds] = /time-value="PT(\d+)H(\d+)M([\d.]+)S"/.exec(said) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
