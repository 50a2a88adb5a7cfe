/** Time formats as people write them (`DD/MM/YYYY HH:mm`) and as the engine wants them (`%d/%m/%Y %H:%M`). */

/** Longest first, so that `MMMM` is not read as `MM` twice. */
const tokens: readonly (readonly [string, string])[] = [
  ['YYYY', '%Y'],
  ['MMMM', '%B'],
  ['MMM', '%b'],
  ['dddd', '%A'],
  ['ddd', '%a'],
  ['SSSSSS', '%f'],
  ['SSS', '%f'],
  ['YY', '%y'],
  ['MM', '%m'],
  ['DD', '%d'],
  ['HH', '%H'],
  ['hh', '%I'],
  ['mm', '%M'],
  ['ss', '%S'],
  ['M', '%m'],
  ['D', '%d'],
  ['H', '%H'],
  ['h', '%I'],
  ['A', '%p'],
  ['Z', '%z'],
];

/** Formats that are not patterns: a number since some day, or the ISO forms with or without an offset. */
export const namedFormats = ['iso', 'excel', 'excel_1904', 'unix', 'unix_ms'] as const;
export type NamedFormat = (typeof namedFormats)[number];

export const isNamed = (format: string): format is NamedFormat =>
  (namedFormats as readonly string[]).includes(format);

/**
 * A pattern for the engine. Letters between square brackets stand for themselves: `YYYY-MM-DD[T]HH:mm`. A text with a
 * percent sign is the engine's own notation already.
 *
 * @example enginePattern('D/M/YYYY h:mm A') // '%d/%m/%Y %I:%M %p'
 */
export function enginePattern(format: string): string {
  if (format.includes('%')) return format;
  let pattern = '';
  for (let at = 0; at < format.length; ) {
    const close = format[at] === '[' ? format.indexOf(']', at) : -1;
    if (close > 0) {
      pattern += format.slice(at + 1, close);
      at = close + 1;
      continue;
    }
    const [token, specifier] = tokens.find(([name]) => format.startsWith(name, at)) ?? [
      format[at] ?? '',
      null,
    ];
    pattern += specifier ?? token;
    at += token.length;
  }
  return pattern;
}

/** Whether times in this format carry their own offset. */
export const hasOffset = (format: string): boolean => enginePattern(format).includes('%z');
