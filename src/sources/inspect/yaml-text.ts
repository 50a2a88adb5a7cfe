/** Small pieces of YAML on one line, quoted only where they must be. */

const plain = /^[\p{L}_][\p{L}\p{N}_ ./()+-]*$/u;
const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', '~', 'none']);

/** @example yamlText('Created at') // 'Created at'; yamlText('Ticket #') // '"Ticket #"' */
export const yamlText = (text: string): string =>
  plain.test(text) && !text.endsWith(' ') && !reserved.has(text.toLowerCase()) ? text : JSON.stringify(text);

export const yamlList = (items: readonly string[]): string => `[${items.map(yamlText).join(', ')}]`;

/** @example yamlMap([['column', 'a'], ['unit', 'minutes']]) // '{ column: a, unit: minutes }' */
export const yamlMap = (entries: readonly (readonly [string, string])[]): string =>
  `{ ${entries.map(([name, value]) => `${yamlText(name)}: ${value}`).join(', ')} }`;
