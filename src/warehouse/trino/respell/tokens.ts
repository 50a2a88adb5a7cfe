/** A statement as its words, so that one can be put in another's place without touching texts and names that look alike. */

const form = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_][A-Za-z0-9_$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\s+|./gs;

export const tokensOf = (sql: string): string[] => sql.match(form) ?? [];

/** A name without its quotes. */
export const bare = (name: string): string => name.replace(/^"|"$/g, '');

const isBlank = (token: string | undefined): boolean => token !== undefined && /^\s+$/.test(token);

/** The next token from here on that is no blank; the length where there is none. */
export function solid(tokens: readonly string[], from: number): number {
  let at = from;
  while (at < tokens.length && isBlank(tokens[at])) at += 1;
  return at;
}

/** The bracket that closes the one at this place. */
export function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    if (tokens[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('a bracket is not closed');
}

/** From here to where the clause ends: one of these words, a comma or a bracket that closes what is around. */
export function endOf(
  tokens: readonly string[],
  from: number,
  words: ReadonlySet<string>,
  comma = false,
): number {
  let at = from;
  let cases = 0;
  while (at < tokens.length) {
    const token = tokens[at] ?? '';
    if (token === '(') at = closing(tokens, at);
    else if (token === ')' || (comma && token === ',')) return at;
    else if (token === 'case') cases += 1;
    else if (token === 'end' && cases > 0) cases -= 1;
    else if (cases === 0 && words.has(token)) return at;
    at += 1;
  }
  return at;
}

/** Where a list of tokens is divided by a word or a comma, outside of brackets. */
export function parted(tokens: readonly string[], divider: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let betweens = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const last = parts.at(-1);
    if (token === '(') {
      const end = closing(tokens, at);
      last?.push(...tokens.slice(at, end + 1));
      at = end;
    } else if (token === divider && betweens === 0) parts.push([]);
    else {
      if (token === 'between') betweens += 1;
      if (token === 'and' && betweens > 0) betweens -= 1;
      last?.push(token);
    }
  }
  return parts;
}

export const textOf = (tokens: readonly string[]): string => tokens.join('').trim();

/** The words with which a join's condition ends. */
export const afterCondition: ReadonlySet<string> = new Set([
  ...['join', 'left', 'asof', 'semi', 'anti', 'cross', 'where', 'group', 'order', 'having', 'window'],
  ...['union', 'except', 'intersect', 'limit'],
]);

/** Those with which a condition of the rows ends. */
export const afterRows: ReadonlySet<string> = new Set([
  ...['group', 'order', 'having', 'window', 'union', 'except', 'intersect', 'limit'],
]);

/** A table or a statement in brackets, its short name, and its condition: what stands after `join`. */
export interface Joined {
  readonly what: string;
  readonly alias: string;
  readonly condition: readonly string[];
  /** The first token after it. */
  readonly end: number;
}

/** Reads what stands after the word `join`. */
export function joined(tokens: readonly string[], from: number): Joined {
  const start = solid(tokens, from);
  const last = tokens[start] === '(' ? closing(tokens, start) : nameEnd(tokens, start);
  const what = textOf(tokens.slice(start, last + 1));
  let at = solid(tokens, last + 1);
  if (tokens[at] === 'as') at = solid(tokens, at + 1);
  const alias = tokens[at] ?? '';
  at = solid(tokens, at + 1);
  if (tokens[at] !== 'on') throw new Error(`a join of ${what} has no condition`);
  const end = endOf(tokens, at + 1, afterCondition);
  return { what, alias, condition: tokens.slice(at + 1, end), end };
}

/** A name may have parts: `"schema"."table"`. */
function nameEnd(tokens: readonly string[], start: number): number {
  let at = start;
  while (tokens[at + 1] === '.') at += 2;
  return at;
}
