/** Which characters the paper's fonts can draw: a document with others shows empty boxes, and may not call itself accessible. */
import { readFile } from 'node:fs/promises';
import { plainFonts } from './fonts.ts';

type Drawable = (codePoint: number) => boolean;

/** They take no glyph: line ends, tabs, soft hyphens and places to break. */
const unseen = new Set([0x09, 0x0a, 0x0d, 0xad, 0x200b]);

let reading: Promise<readonly Drawable[]> | null = null;

/** Whether all texts of a value can be drawn; pictures carry their own words, which come from the same report. */
export async function canDraw(data: unknown): Promise<boolean> {
  reading ??= Promise.all(plainFonts.map(drawableBy));
  const fonts = await reading;
  return [...lettersOf(data)].every((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    // A font may name control characters, and draws none of them.
    return unseen.has(codePoint) || (codePoint >= 0x20 && fonts.some((drawable) => drawable(codePoint)));
  });
}

function lettersOf(data: unknown): ReadonlySet<string> {
  const letters = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (key === 'svg' || key === 'logo') return undefined;
    if (typeof value === 'string') for (const letter of value) letters.add(letter);
    return value;
  });
  return letters;
}

/** Reads a font's table of characters (OpenType 1.9, cmap: formats 4 and 12). */
async function drawableBy(path: string): Promise<Drawable> {
  const file = await readFile(path);
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = tableOf(font, 'cmap');
  const ranges = Array.from({ length: font.getUint16(table + 2) }, (_, i) =>
    rangesOf(font, table + font.getUint32(table + 4 + 8 * i + 4)),
  ).flat();
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

function tableOf(font: DataView, wanted: string): number {
  for (let i = 0; i < font.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => font.getUint8(at + place)));
    if (tag === wanted) return font.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${wanted}`);
}

type Range = readonly [first: number, last: number];

function rangesOf(font: DataView, at: number): readonly Range[] {
  const format = font.getUint16(at);
  if (format === 12) {
    return Array.from({ length: font.getUint32(at + 12) }, (_, i): Range => {
      const group = at + 16 + 12 * i;
      return [font.getUint32(group), font.getUint32(group + 4)];
    });
  }
  if (format !== 4) return [];
  const segments = font.getUint16(at + 6) / 2;
  return Array.from({ length: segments }, (_, i): Range => {
    const last = font.getUint16(at + 14 + 2 * i);
    return [font.getUint16(at + 16 + 2 * segments + 2 * i), last];
  }).filter(([first]) => first !== 0xffff);
}
