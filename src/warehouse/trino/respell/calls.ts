/** Functions that know the unknown differently. */
import { closing, parted, solid, textOf, tokensOf } from './tokens.ts';

/** The least and the greatest of what is known: here one unknown among them makes all of it unknown. */
export const ofTheKnown = (sql: string): string =>
  calls(sql, ['greatest', 'least'], (name, args) =>
    args.reduce((a, b) => `coalesce(${name}(${a}, ${b}), ${a}, ${b})`),
  );

/** The value beside the first or last is one that is known: here it may be unknown. */
export function besideTheKnown(sql: string): string {
  const tokens = tokensOf(sql);
  let out = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const open = solid(tokens, at + 1);
    if ((token !== 'max_by' && token !== 'min_by') || tokens[open] !== '(') {
      out += token;
      continue;
    }
    const close = closing(tokens, open);
    const inner = besideTheKnown(tokens.slice(open + 1, close).join(''));
    const known = `${textOf(parted(tokensOf(inner), ',')[0] ?? [])} is not null`;
    const filter = solid(tokens, close + 1);
    if (tokens[filter] !== 'filter') {
      out += `${token}(${inner}) filter (where ${known})`;
      at = close;
      continue;
    }
    const bracket = solid(tokens, filter + 1);
    const end = closing(tokens, bracket);
    const where = textOf(tokens.slice(bracket + 1, end)).replace(/^where\s+/, '');
    out += `${token}(${inner}) filter (where ${known} and (${where}))`;
    at = end;
  }
  return out;
}

/** Every call of some functions, from the innermost outwards. */
function calls(
  sql: string,
  names: readonly string[],
  write: (name: string, args: readonly string[]) => string,
): string {
  const tokens = tokensOf(sql);
  let out = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const open = solid(tokens, at + 1);
    if (!names.includes(token) || tokens[open] !== '(') {
      out += token;
      continue;
    }
    const close = closing(tokens, open);
    const args = parted(tokens.slice(open + 1, close), ',').map((arg) => calls(textOf(arg), names, write));
    out += write(token, args);
    at = close;
  }
  return out;
}
