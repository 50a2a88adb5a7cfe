/** Turns a report's blocks into what the typst source reads: tables settled, links resolved, long words breakable. */
import type { Block, Picture } from '../report.ts';
import { abreast, isHalf } from './abreast.ts';
import type { Definitions } from './definitions.ts';
import { pdfTable } from './pdf-table.ts';

/** A block as plain data; `kind` chooses the function that sets it. */
type PdfBlock = { readonly kind: string } & Readonly<Record<string, unknown>>;

export function pdfBlocks(blocks: readonly Block[], definitions: Definitions): readonly PdfBlock[] {
  return inPairs(abreast(blocks).map((block) => pdfBlock(block, definitions)));
}

function pdfBlock(block: Block, definitions: Definitions): PdfBlock {
  switch (block.kind) {
    case 'table':
      return { kind: 'table', ...pdfTable(block.table, definitions) };
    case 'picture':
      return { kind: isHalf(block) ? 'half' : 'picture', ...pdfPicture(block.picture) };
    case 'definitions':
      return {
        kind: 'definitions',
        items: block.items.map((item) => ({ ...item, id: definitions.find(item.term)?.id })),
      };
    default:
      return block;
  }
}

function pdfPicture({ svg, title, summary, table }: Picture) {
  return { svg, title, summary, notes: table.notes };
}

function inPairs(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
  const [first, second] = blocks;
  if (first === undefined) return [];
  if (first.kind !== 'half') return [first, ...inPairs(blocks.slice(1))];
  const items = second?.kind === 'half' ? [first, second] : [first];
  return [{ kind: 'pictures', items }, ...inPairs(blocks.slice(items.length))];
}

/** Gives every long word places to break, which typst by itself would let run off the page, and keeps durations whole. */
export function softened<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), (key, value) =>
    typeof value === 'string' && key !== 'svg' && key !== 'logo' ? glued(cut(value.toWellFormed())) : value,
  ) as Data;
}

function cut(text: string): string {
  return text.replace(/[^\s\u00AD\u200B]{41,}/gu, (word) =>
    Array.from(word, (letter, i) => (i % 12 === 11 ? `${letter}\u200B` : letter)).join(''),
  );
}

/** `31 h 11 min` is one word to the eye; the units are those that every language here writes. */
function glued(text: string): string {
  return text.replace(/\d (?:min|[dghs])\b(?: \d+ (?:min|[hs])\b)?/g, (duration) =>
    duration.replaceAll(' ', '\u00A0'),
  );
}
