/** What the sheets of a workbook share: their names, the date system, number formats, texts. */
import { Problem } from '../../model/index.ts';
import type { Archive } from './archive.ts';
import { unescaped } from './cell.ts';
import { type NumberKind, numberKind } from './number-format.ts';
import { walkAll } from './xml.ts';

export interface Sheet {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly since1904: boolean;
  /** What the number of a cell of this style means. */
  readonly kinds: readonly NumberKind[];
  readonly texts: readonly string[];
}

export async function readWorkbook(archive: Archive, path: string): Promise<Workbook> {
  const targets = await relations(archive, path);
  const { sheets, since1904 } = await overview(archive, path, targets);
  return { sheets, since1904, kinds: await styles(archive, path), texts: await sharedTexts(archive, path) };
}

async function relations(archive: Archive, path: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(part)) return targets;
  await walkAll(
    archive.pieces(part),
    {
      open(name, { Id, Target }) {
        if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      },
    },
    path,
  );
  return targets;
}

async function overview(
  archive: Archive,
  path: string,
  targets: ReadonlyMap<string, string>,
): Promise<{ sheets: Sheet[]; since1904: boolean }> {
  const sheets: Sheet[] = [];
  let since1904 = false;
  await walkAll(
    archive.pieces('xl/workbook.xml'),
    {
      open(name, attributes) {
        if (name === 'workbookPr') since1904 = /^(1|true|on)$/i.test(attributes['date1904'] ?? '');
        if (name !== 'sheet') return;
        const part = targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
        sheets.push({ name: attributes['name'] ?? `Sheet${sheets.length + 1}`, part });
      },
    },
    path,
  );
  return { sheets, since1904 };
}

async function styles(archive: Archive, path: string): Promise<NumberKind[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let ofCells = false;
  await walkAll(
    archive.pieces('xl/styles.xml'),
    {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        if (name === 'cellXfs') ofCells = true;
        if (name !== 'xf' || !ofCells) return;
        const id = Number(attributes['numFmtId'] ?? 0);
        kinds.push(numberKind(id, codes.get(id)));
      },
      close(name) {
        if (name === 'cellXfs') ofCells = false;
      },
    },
    path,
  );
  return kinds;
}

/** The texts that cells refer to are held in memory, so there is an end to them. */
const maxCharacters = 128 << 20;

async function sharedTexts(archive: Archive, path: string): Promise<string[]> {
  const texts: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  let characters = 0;
  const walker = textWalker('si', (text) => {
    characters += text.length;
    if (characters > maxCharacters) throw tooMuchText(path);
    texts.push(text);
  });
  await walkAll(archive.pieces('xl/sharedStrings.xml'), walker, path);
  return texts;
}

/** Gathers the runs of a rich text; how it is pronounced is left out. */
export function textWalker(
  element: string,
  found: (text: string) => void,
): Required<import('./xml.ts').Walker> {
  let text = '';
  let inText = false;
  let phonetic = false;
  return {
    open(name) {
      if (name === element) text = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't' && !phonetic) inText = true;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === element) found(unescaped(text));
    },
  };
}

const tooMuchText = (path: string): Problem =>
  new Problem('file_too_big_for_memory', {
    place: path,
    found: `a workbook with more than ${maxCharacters >> 20} million characters of text`,
    expected: 'less',
    todo: 'save the sheet as CSV UTF-8 instead',
  });
