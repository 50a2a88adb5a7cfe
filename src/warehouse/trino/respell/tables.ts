/** Tables for the length of one piece of work, and changes of rows, as this engine spells them. */
import { bare, closing, solid, textOf, tokensOf } from './tokens.ts';

export interface Names {
  /** Tables that a piece of work has made for itself. */
  readonly temporary: Set<string>;
  /** The table of the work schema of this name. */
  readonly place: (name: string) => string;
  /** Whether the warehouse has a table of this name. */
  readonly isKept: (name: string) => boolean;
}

/** One statement, or several to be run one after the other; a table that is changed is named. */
export interface Respelled {
  readonly statements: readonly string[];
  readonly changes: string | null;
}

const word = String.raw`("[^"]+"|\w+)`;
const making = new RegExp(`^\\s*create or replace temp (table|view) ${word}\\s*(as\\s|\\()`, 's');
const replacing = new RegExp(`^\\s*create or replace table ${word}\\s*(as\\s+|\\()(.*)$`, 's');
const keeping = new RegExp(`^\\s*create table if not exists ${word}`, 's');
const dropping = new RegExp(`^\\s*drop (?:table|view)(?: if exists)? ${word}`, 's');
const deleting = new RegExp(`^\\s*delete from ${word}(?:\\s+as ${word})?(?:\\s+(where.*))?$`, 's');
const updating = new RegExp(`^\\s*update ${word}\\s+as ${word}\\s+set\\s+(.*)$`, 's');
const changing = new RegExp(`^\\s*(?:insert into|update) ${word}`, 's');

export function respellTables(sql: string, names: Names): Respelled {
  const { temporary, place, isKept } = names;
  const made = making.exec(sql);
  if (made !== null) {
    const name = bare(made[2] ?? '');
    const rest = placed(sql.slice(made[0].length - (made[3] ?? '').length), names);
    temporary.add(name);
    return { statements: [`create or replace ${made[1]} ${place(name)} ${rest}`], changes: null };
  }
  const dropped = dropping.exec(sql);
  // What was made for the work goes with it: nothing waits for one table after the other.
  if (dropped !== null) return { statements: [], changes: null };
  const replaced = replacing.exec(sql);
  if (replaced !== null) {
    const name = bare(replaced[1] ?? '');
    // What is only looked up to save work is looked for again instead.
    if (!isKept(name)) return respellTables(sql.replace('replace table', 'replace temp table'), names);
    const filled = replaced[2] === '(' ? [] : [`insert into ${name} ${placed(replaced[3] ?? '', names)}`];
    return { statements: [`delete from ${name}`, ...filled], changes: name };
  }
  const kept = keeping.exec(sql);
  if (kept !== null) {
    if (!isKept(bare(kept[1] ?? ''))) throw new Error(`a warehouse has no table ${kept[1]}`);
    return { statements: [], changes: null };
  }
  const { text, target } = changed(sql);
  const name = target === null ? null : bare(target);
  return { statements: [placed(text, names)], changes: name !== null && isKept(name) ? name : null };
}

/** What is changed has no short name here; what is changed by other rows is merged with them. */
function changed(sql: string): { text: string; target: string | null } {
  const deleted = deleting.exec(sql);
  if (deleted !== null) {
    const [, name = '', alias, where = ''] = deleted;
    const own = alias === undefined ? where : renamed(where, alias, name);
    return { text: `delete from ${name} ${own}`, target: name };
  }
  const updated = updating.exec(sql);
  if (updated !== null) return { text: merged(updated), target: updated[1] ?? null };
  return { text: sql, target: changing.exec(sql)?.[1] ?? null };
}

const renamed = (sql: string, alias: string, name: string): string => {
  const tokens = tokensOf(sql);
  return tokens
    .map((token, at) =>
      bare(token) === bare(alias) && tokens[at + 1] === '.' && tokens[at - 1] !== '.' ? name : token,
    )
    .join('');
};

/** `update t as f set … from (…) u where …` */
function merged([sql, name, alias, rest = '']: RegExpExecArray): string {
  const tokens = tokensOf(rest);
  const depth: number[] = [];
  let level = 0;
  for (const token of tokens) {
    depth.push(level);
    if (token === '(') level += 1;
    if (token === ')') level -= 1;
  }
  const from = tokens.findIndex((token, at) => token === 'from' && depth[at] === 0);
  if (from < 0) throw new Error(`an update without other rows needs no short name: ${sql}`);
  const open = solid(tokens, from + 1);
  const last = tokens[open] === '(' ? closing(tokens, open) : open;
  const where = tokens.findIndex((token, at) => token === 'where' && at > last && depth[at] === 0);
  const source = textOf(tokens.slice(open, where));
  return `merge into ${name} ${alias} using ${source} on ${textOf(tokens.slice(where + 1))}
    when matched then update set ${textOf(tokens.slice(0, from))}`;
}

/** After these words a table is named. */
const before = new Set(['from', 'join', 'into', 'update', 'using']);

/** Tables of the work are named with their place. */
function placed(sql: string, { temporary, place }: Names): string {
  const tokens = tokensOf(sql);
  let last = '';
  return tokens
    .map((token) => {
      const names = before.has(last) && temporary.has(bare(token)) ? place(bare(token)) : token;
      if (!/^\s+$/.test(token)) last = token;
      return names;
    })
    .join('');
}
