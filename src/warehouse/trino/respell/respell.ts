/**
 * The statements that make the facts, in this engine's spelling. They are written once, for the embedded engine, whose speed
 * is everybody's; where the two differ is the list below, each with its reason.
 */
import { besideTheKnown, ofTheKnown } from './calls.ts';
import { nearest, partners } from './joins.ts';
import { type Names, type Respelled, respellTables } from './tables.ts';
import { tokensOf } from './tokens.ts';

type Rule = (sql: string) => string;

/** Words that are called otherwise, wherever they are words of the language. */
const words: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp(6) with time zone',
  list: 'array_agg',
};

const otherWords: Rule = (sql) => {
  const tokens = tokensOf(sql);
  return tokens.map((token, at) => (tokens[at - 1] === '.' ? token : (words[token] ?? token))).join('');
};

/** A length of time has its unit outside the quotes. */
const lengths: Rule = (sql) => sql.replaceAll(/interval '(\d+) (\w+)'/g, "interval '$1' $2");

/** That unknown values are passed over is said behind the brackets. */
const passingOver: Rule = (sql) => sql.replaceAll(' ignore nulls)', ') ignore nulls');

/** A row's number takes no frame of a window; the count of the rows up to it is the same number. */
const numbers: Rule = (sql) =>
  sql.replaceAll(/row_number\(\) over (\w+)/g, (whole, window: string) =>
    new RegExp(`\\b${window} as \\([^()]*rows between unbounded preceding and current row\\)`, 's').test(sql)
      ? `count(*) over ${window}`
      : whole,
  );

/** What is written behind a text has to be a text. */
const written: Rule = (sql) =>
  sql.replaceAll(/\|\| (\w+\.\w+)/g, (_, column: string) => `|| cast(${column} as varchar)`);

const rules: readonly Rule[] = [
  otherWords,
  lengths,
  passingOver,
  numbers,
  written,
  besideTheKnown,
  ofTheKnown,
  nearest,
  partners,
];

/**
 * @param sql without bound values: these are written out before
 * @example respell('drop table turns', names).statements // []
 */
export const respell = (sql: string, names: Names): Respelled =>
  respellTables(
    rules.reduce((text, rule) => rule(text), sql),
    names,
  );
