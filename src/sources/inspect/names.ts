/** Compares the names of columns with the names that our columns go by elsewhere. */

/** One of our columns, the names that others give it, and how much finding it says about the kind of file. */
export interface Role {
  readonly column: string;
  readonly names: readonly string[];
  readonly weight: number;
  /** How a question to customers is worded that stands as a column's name; on plain names. */
  readonly asks?: RegExp;
}

/** Words that say what a column belongs to and not what it is. */
const fillers = new Set(
  'total avg average property hs the a of ticket case call issue incident survey utc gmt local field custom fields date time seconds second secs sec s minutes mins min hours hrs h in ms milliseconds sekunden sek minuten secondi minuti secondes segundos minutos'.split(
    ' ',
  ),
);

/** @example plainName('Createdürfen_At (UTC)') // 'createdurfen at utc' */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const withoutFillers = (plain: string): string =>
  plain
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');

/** How well a column's name fits a role: 3 = so called, 2 = so called but for words that say little, 1 = it asks so, 0 = not. */
export function nameFit({ names, asks }: Role, name: string): number {
  const plain = plainName(name);
  const place = names.indexOf(plain);
  if (place >= 0) return 3 - place / 1000;
  const bare = withoutFillers(plain);
  const stripped = plain
    .split(' ')
    .filter((word) => word !== 'property' && word !== 'hs')
    .join(' ');
  if (names.includes(stripped)) return 2.8;
  if (bare !== '' && names.includes(bare)) return 2;
  if (bare !== '' && names.some((each) => withoutFillers(each) === bare)) return 1.5;
  return asks?.test(plain) === true ? 1 : 0;
}
