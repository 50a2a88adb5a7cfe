/** Joins that this engine does not have. */
import { afterRows, bare, endOf, joined, parted, solid, textOf, tokensOf } from './tokens.ts';

/**
 * "The last one before" and "the first one after": each row is given the place of its neighbour in the same group, so that
 * an instant lies between exactly one row and its neighbour.
 */
export function nearest(sql: string): string {
  const tokens = tokensOf(sql);
  let out = '';
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at] !== 'asof') {
      out += tokens[at];
      continue;
    }
    const kind = solid(tokens, at + 1);
    const join = tokens[kind] === 'left' ? solid(tokens, kind + 1) : kind;
    const { what, alias, condition, end } = joined(tokens, join + 1);
    const before = tokens[kind] === 'left' ? 'left join' : 'join';
    out += `${before} ${neighbours(nearest(what), alias, condition)} `;
    at = end - 1;
  }
  return out;
}

function neighbours(what: string, alias: string, condition: readonly string[]): string {
  const parts = parted(condition, 'and').map((part) => [...part]);
  const bounds = parts.filter((part) => part.some((token) => token === '<' || token === '>'));
  const [bound] = bounds;
  if (bound === undefined || bounds.length > 1) throw new Error(`not one bound: ${textOf(condition)}`);
  const equal = parts.filter((part) => part !== bound);
  const groups = equal.map((part) => ownColumn(textOf(part), alias));
  const { column, other, reaches } = boundOf(textOf(bound), alias);
  const group = groups.length === 0 ? '' : `partition by ${groups.join(', ')} `;
  const side = reaches === 'back' ? 'lead' : 'lag';
  const between =
    reaches === 'back'
      ? `${alias}.${column} <= ${other} and (${alias}._beside is null or ${alias}._beside > ${other})`
      : `${alias}.${column} >= ${other} and (${alias}._beside is null or ${alias}._beside < ${other})`;
  const from = what.startsWith('(') ? `${what} r` : `${what} r`;
  const on = [...equal.map(textOf), between].join(' and ');
  return `(select r.*, ${side}(${column}) over (${group}order by ${column}) as _beside from ${from}) ${alias} on ${on}`;
}

/** The joined table's side of `a = b`. */
function ownColumn(part: string, alias: string): string {
  const own = part.split('=').map((side) => columnOf(side.trim(), alias));
  const found = own.find((column) => column !== null);
  if (found === undefined || found === null) throw new Error(`${part} says nothing of ${alias}`);
  return found;
}

function columnOf(side: string, alias: string): string | null {
  const [name, dot, column, ...more] = tokensOf(side);
  return name !== undefined &&
    bare(name) === bare(alias) &&
    dot === '.' &&
    column !== undefined &&
    more.length === 0
    ? column
    : null;
}

function boundOf(part: string, alias: string): { column: string; other: string; reaches: 'back' | 'ahead' } {
  const tokens = tokensOf(part);
  const sign = tokens.findIndex(
    (token, at) => (token === '<' || token === '>') && tokens[at + 1] === '=' && depthAt(tokens, at) === 0,
  );
  if (sign < 0) throw new Error(`not a bound that includes its end: ${part}`);
  const [left, right] = [textOf(tokens.slice(0, sign)), textOf(tokens.slice(sign + 2))];
  const lower = tokens[sign] === '<';
  const onLeft = columnOf(left, alias);
  if (onLeft !== null) return { column: onLeft, other: right, reaches: lower ? 'back' : 'ahead' };
  const onRight = columnOf(right, alias);
  if (onRight === null) throw new Error(`${part} says nothing of ${alias}`);
  return { column: onRight, other: left, reaches: lower ? 'ahead' : 'back' };
}

const depthAt = (tokens: readonly string[], at: number): number =>
  tokens.slice(0, at).filter((token) => token === '(').length -
  tokens.slice(0, at).filter((token) => token === ')').length;

/** Rows that have a partner, and rows that have none: as a condition of the rows. */
export function partners(sql: string): string {
  const tokens = tokensOf(sql);
  const at = tokens.findIndex(
    (token, i) => (token === 'semi' || token === 'anti') && tokens[solid(tokens, i + 1)] === 'join',
  );
  if (at < 0) return sql;
  const { what, alias, condition, end } = joined(tokens, solid(tokens, at + 1) + 1);
  const word = tokens[at] === 'semi' ? 'exists' : 'not exists';
  const has = `${word} (select 1 from ${what} ${alias} where ${textOf(condition)})`;
  const rest = tokens.slice(end);
  const where = endOf(rest, 0, new Set(['where', ...afterRows]));
  const before = textOf([...tokens.slice(0, at)]);
  const between = rest.slice(0, where).join('');
  if (rest[where] !== 'where') {
    return partners(`${before} ${between} where ${has} ${rest.slice(where).join('')}`);
  }
  const close = endOf(rest, where + 1, afterRows);
  const own = textOf(rest.slice(where + 1, close));
  return partners(`${before} ${between} where ${has} and (${own}) ${rest.slice(close).join('')}`);
}
