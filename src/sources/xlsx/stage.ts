/** Stages one sheet of a workbook. */

import { nearest, Problem } from '../../model/index.ts';
import { uniqueNames } from '../csv/detect.ts';
import type { StageJob } from '../stage-job.ts';
import type { Staged } from '../staged.ts';
import { stagedWriter } from '../text/staged-writer.ts';
import { openArchive } from './archive.ts';
import { rowsOf, type SheetRow } from './sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';

export async function stageXlsx(job: StageJob): Promise<Staged> {
  const archive = await openArchive(job.path, job.limits);
  try {
    const workbook = await readWorkbook(archive, job.path);
    const sheet = chosen(workbook.sheets, job);
    const rows = rowsOf(archive, sheet, { workbook, path: job.path, maxColumns: job.limits.maxColumns });
    const taken = await take(rows, job);
    const written = taken.writer.close();
    return {
      file: job.path,
      records: taken.records,
      names: taken.names,
      text: {
        path: written.text,
        delimiter: ',',
        quote: '"',
        header: false,
        columns: taken.names.map((_, index) => `raw_${index}`),
        hasPlace: true,
      },
      rejected: written.rejected,
      detected: { type: 'xlsx', encoding: 'utf-8', repair: {} },
      notes: notesOf(workbook, sheet, taken),
    };
  } finally {
    archive.close();
  }
}

function chosen(sheets: readonly Sheet[], { path, format }: StageJob): Sheet {
  const wanted = format.sheet ?? 1;
  const found = typeof wanted === 'number' ? sheets[wanted - 1] : sheets.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  const near = nearest(String(wanted), names);
  throw new Problem('sheet_missing', {
    place: path,
    found: `no sheet ${typeof wanted === 'number' ? `number ${wanted}` : `"${wanted}"`}`,
    expected: `one of ${names.map((name) => `"${name}"`).join(', ')}`,
    todo: near === null ? 'correct "sheet" in the mapping' : `did you mean "${near}"?`,
  });
}

interface Taken {
  readonly writer: ReturnType<typeof stagedWriter>;
  readonly names: readonly string[];
  readonly records: number;
  readonly blankRows: number;
  readonly errors: number;
}

async function take(rows: AsyncIterable<SheetRow>, { folder, format, path }: StageJob): Promise<Taken> {
  const writer = stagedWriter(folder, ',', '"');
  const count = { records: 0, blankRows: 0, errors: 0 };
  const hasHeader = format.header ?? true;
  let names: readonly string[] | null = null;
  for await (const row of rows) {
    const { cells, place } = row;
    if (place <= (format.skip ?? 0)) continue;
    if (cells.every((cell) => cell === null || cell.trim() === '')) {
      if (names !== null) count.blankRows += 1;
      continue;
    }
    if (names === null) {
      names = uniqueNames(hasHeader ? cells.map((cell) => cell ?? '') : [], cells.length);
      if (hasHeader) continue;
    }
    count.records += 1;
    count.errors += row.errors;
    settle(writer, place, cells, names);
  }
  if (names === null) throw noRows(path);
  return { writer, names, ...count };
}

function settle(
  writer: Taken['writer'],
  place: number,
  cells: readonly (string | null)[],
  names: readonly string[],
): void {
  const beyond = cells.slice(names.length).some((cell) => cell !== null && cell.trim() !== '');
  const raw = JSON.stringify(cells);
  if (beyond) {
    const sentence = `filled cells beyond the ${names.length} columns that have a name`;
    writer.reject({ place, code: 'too_many_fields', sentence, raw });
  } else if (raw.includes('\\u0000')) {
    writer.reject({ place, code: 'nul_byte', sentence: 'a NUL character stands in the record', raw });
  } else
    writer.row(
      place,
      names.map((_, index) => cells[index] ?? null),
    );
}

function notesOf(workbook: Workbook, sheet: Sheet, { blankRows, errors }: Taken): string[] {
  const others = workbook.sheets.filter((each) => each !== sheet).map(({ name }) => `"${name}"`);
  return [
    `sheet "${sheet.name}"${others.length === 0 ? '' : ` (others: ${others.join(', ')})`}`,
    ...(workbook.since1904 ? ['dates are counted from 1904'] : []),
    ...(blankRows > 0 ? [`${blankRows} blank rows, which are no records`] : []),
    ...(errors > 0 ? [`${errors} cells hold an error such as #N/A and count as empty`] : []),
  ];
}

const noRows = (path: string): Problem =>
  new Problem('file_empty', {
    place: path,
    found: 'a sheet without a filled row',
    expected: 'a header and records',
    todo: 'name another sheet under format, or export it again',
  });
