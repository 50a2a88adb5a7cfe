/** About how wide a text will be, since nothing here can ask a font. */

/** Shares of the font size, rounded up from Inter Regular; unknown scripts count as wide. */
const narrow = /[\s.,:;'’|!()[\]ijlftrI·\-–]/u;
const wide = /[mwMWGOQ%@—]|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;

/**
 * The width in pixels, a little generous so that labels do not touch.
 *
 * @example textWidth('84.1 %', 10) // 31
 */
export function textWidth(text: string, size: number): number {
  const shares = Array.from(text, (character) =>
    narrow.test(character) ? 0.33 : wide.test(character) ? 0.92 : 0.6,
  );
  return Math.ceil(shares.reduce((sum, share) => sum + share, 0) * size);
}

/** The text, or as much of it as fits, ending in an ellipsis. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const kept = Array.from(text);
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** One line where it fits, else two, the second shortened if it must be. */
export function inTwoLines(text: string, width: number, size: number): readonly string[] {
  if (textWidth(text, size) <= width) return [text];
  const all = text.split(' ');
  const fits = all.findLastIndex((_, i) => textWidth(all.slice(0, i + 1).join(' '), size) <= width) + 1;
  if (fits === 0) return [fitted(text, width, size)];
  const rest = all.slice(fits).join(' ');
  return [all.slice(0, fits).join(' '), ...(rest === '' ? [] : [fitted(rest, width, size)])];
}
