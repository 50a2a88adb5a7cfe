/** The report as a workbook: what is said on the first sheet, then a sheet a table, pictures as their tables. */
import { unzipSync, zipSync } from 'fflate';
import writeSheets from 'write-excel-file/node';
import type { Block, Report, Table } from '../report.ts';
import { type Labels, labelsOf } from './labels.ts';
import { type SheetCell, said, sheetRows, strong } from './sheet-cells.ts';
import { plain, wrap } from './text-wrap.ts';

type Rows = readonly (readonly SheetCell[])[];

export async function printXlsx(report: Report): Promise<Uint8Array> {
  const tables = report.sections.flatMap(({ blocks }) => blocks.flatMap(tablesOf));
  const names = sheetNames([report.title, ...tables.map(({ caption }) => caption)]);
  const sheets = [wordsOf(report), ...tables.map(tableSheet)].map((data, i) => ({
    data: data.map((row) => [...row]),
    sheet: names[i] ?? String(i + 1),
    columns: widths(data, i === 0),
  }));
  const packed = await writeSheets(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return withoutClock(packed);
}

/** A packed file carries the minute it was packed in; the same report must give the same bytes. */
function withoutClock(packed: Uint8Array): Uint8Array {
  return zipSync(unzipSync(packed), { mtime: new Date(1980, 0, 1) });
}

function tablesOf(block: Block): readonly Table[] {
  if (block.kind === 'table') return [block.table];
  return block.kind === 'picture' ? [block.picture.table] : [];
}

const tableSheet = (table: Table): Rows => [
  ...sheetRows(table),
  ...(table.notes.length === 0 ? [] : [[], ...table.notes.flatMap(prose)]),
];

function wordsOf(report: Report): Rows {
  const labels = labelsOf(report.language);
  const frame: readonly (readonly [string, string | null])[] = [
    [labels.period, report.period],
    [labels.dataThrough, report.dataThrough],
    [labels.missingDays, report.missingDays],
    [labels.sources, report.sources.join(' · ')],
    [labels.contact, report.contact],
  ];
  return [
    [strong(`${report.company}: ${report.title}`)],
    ...frame.flatMap(([name, text]) => (text === null || text === '' ? [] : [[said(`${name}: ${text}`)]])),
    ...report.sections.flatMap(({ title, blocks }) => [
      [],
      [strong(title)],
      ...blocks.flatMap((block) => lines(block, labels).flatMap(prose)),
    ]),
    [],
    ...[report.foot, report.confidentiality ?? ''].filter(Boolean).flatMap(prose),
  ];
}

function lines(block: Block, labels: Labels): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'note':
      return [`${block.label}: ${block.text}`];
    case 'list':
      return block.items;
    case 'table':
      return [`→ ${block.table.caption}`];
    case 'picture':
      return [`${block.picture.title}: ${block.picture.summary}`];
    case 'insight':
      return [
        `${block.headline} (${block.size})`,
        ...block.because,
        `${labels.advice}: ${block.advice} (${labels.audience}: ${block.audience})`,
      ];
    case 'decisions':
      return block.items.map(({ what, effect, owner, by }) =>
        [what, effect, owner, by].filter(Boolean).join(' · '),
      );
    case 'quotes':
      return block.items.map(({ text, from }) => `“${text}” — ${from}`);
    case 'definitions':
      return block.items.flatMap(({ term, text, rules }) => [
        `${term}: ${text}`,
        ...(rules === '' ? [] : [`${labels.rules}: ${rules}`]),
      ]);
  }
}

/** Sheets do not make a row higher for a long text: one row a line. */
const prose = (text: string): Rows => wrap(plain(text), lineWidth).map((line) => [said(line)]);

const lineWidth = 110;
const longestName = 31;

/** Names as sheets allow them: no `\ / ? * [ ] :`, at most 31 characters, none twice, none empty. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name, i) => {
    const clean =
      plain(name)
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || String(i + 1);
    let given = clean.slice(0, longestName).trim();
    for (let n = 2; taken.has(given.toLowerCase()); n++) {
      const tail = ` ${n}`;
      given = clean.slice(0, longestName - tail.length).trim() + tail;
    }
    taken.add(given.toLowerCase());
    return given;
  });
}

function widths(rows: Rows, first: boolean): { readonly width: number }[] {
  if (first) return [{ width: lineWidth }];
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, i) => {
    const longest = Math.max(
      ...rows.map((row) => (typeof row[i]?.value === 'string' ? row[i].value.length : 10)),
    );
    return { width: Math.min(Math.max(longest + 2, 10), 48) };
  });
}
