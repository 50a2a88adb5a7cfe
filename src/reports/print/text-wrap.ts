/** Plain text in a terminal's cells: cleaned of control characters, measured, wrapped and padded. */

/** Escape sequences and direction overrides in someone's words must not steer a reader's terminal. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

const wide =
  /\p{Extended_Pictographic}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303E\uFF01-\uFF60]/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many cells the text takes; emoji and East Asian letters take two. */
export function cells(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return Array.from(letters.segment(text), ({ segment }) => (wide.test(segment) ? 2 : 1)).reduce<number>(
    (a, b) => a + b,
    0,
  );
}

/**
 * Lines of at most `width` cells, broken between words; a longer word is cut. Always at least one line.
 *
 * @example wrap('more than chance', 10) // ['more than', 'chance']
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of plain(text)
    .split(/ +/)
    .flatMap((one) => cut(one, width))) {
    const line = lines.at(-1) ?? '';
    const joined = line === '' ? word : `${line} ${word}`;
    if (cells(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** A word longer than the line, in pieces that fit. */
function cut(word: string, width: number): readonly string[] {
  if (cells(word) <= width) return [word];
  const pieces: string[] = [''];
  for (const { segment } of letters.segment(word)) {
    const piece = `${pieces.at(-1)}${segment}`;
    if (cells(piece) <= width) pieces[pieces.length - 1] = piece;
    else pieces.push(segment);
  }
  return pieces;
}

export function padded(text: string, width: number, align: 'left' | 'right'): string {
  const room = ' '.repeat(Math.max(0, width - cells(text)));
  return align === 'right' ? room + text : text + room;
}

/** The first line after `first`, the others after as many spaces. */
export function hanging(first: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(cells(first));
  return wrap(text, width - indent.length).map((line, i) => (i === 0 ? first : indent) + line);
}
