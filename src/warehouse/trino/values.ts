/** Values on their way in (typed literals) and out (plain). */

/**
 * A value as a literal of its type: the only place where a value becomes part of a statement's text.
 *
 * @example literal("it's") // 'it''s', quotes included
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return `bigint '${value}'`;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? `bigint '${value}'` : `double '${value}'`;
  if (Array.isArray(value)) return listLiteral(value);
  throw new TypeError(`cannot bind a value of type ${typeof value}`);
}

/** Control characters are written by their numbers; a half of a pair stands for nothing, and becomes U+FFFD. */
export function textLiteral(text: string): string {
  const whole = text.toWellFormed();
  const quoted = `'${whole.replaceAll("'", "''")}'`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const control = /[\u0000-\u001f\u007f]/g;
  if (whole.search(control) < 0) return quoted;
  const byNumber = (found: string): string => `\\${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `U&${quoted.replaceAll('\\', '\\\\').replaceAll(control, byNumber)}`;
}

function listLiteral(items: readonly unknown[]): string {
  if (items.every((item) => item === null))
    return `cast(array[${items.map(literal).join(', ')}] as array(varchar))`;
  const isDouble = items.some((item) => typeof item === 'number' && !Number.isSafeInteger(item));
  const written = items.map((item) =>
    isDouble && typeof item === 'number' ? `double '${item}'` : literal(item),
  );
  return `array[${written.join(', ')}]`;
}

/** A column of an answer, as the server names its type. */
export interface TypedColumn {
  readonly name: string;
  readonly type: string;
}

/** Numbers, texts, booleans, lists and null; instants as ISO text in UTC; whole numbers beyond 2^53 as text. */
export function reader(type: string): (value: unknown) => unknown {
  const known = readings.find(([form]) => form.test(type));
  const read = known === undefined ? (value: unknown) => value : known[1](type);
  return (value) => (value === null || value === undefined ? null : read(value));
}

type Reading = (type: string) => (value: unknown) => unknown;

const readings: readonly (readonly [RegExp, Reading])[] = [
  [/^timestamp/, () => (value) => instantOf(String(value))],
  [/^(double|real|decimal)/, () => Number],
  [
    /^array\(/,
    (type) => {
      const each = reader(type.slice('array('.length, -1));
      return (value) => (Array.isArray(value) ? value.map(each) : value);
    },
  ],
];

const instantForm = /^(-?\d+-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?: (\S+))?$/;

/** Milliseconds, or all six digits where there are microseconds. Statements run in UTC: any other zone is a mistake of ours. */
function instantOf(text: string): string {
  const [, day, clock, fraction = '', zone = 'UTC'] = instantForm.exec(text) ?? [];
  if (day === undefined || (zone !== 'UTC' && zone !== '+00:00'))
    throw new RangeError(`not an instant in UTC: ${text}`);
  const digits = fraction.padEnd(6, '0').slice(0, 6);
  return `${day}T${clock}.${digits.endsWith('000') ? digits.slice(0, 3) : digits}Z`;
}

/** The body of an answer; whole numbers that a double cannot hold stay texts. */
export function parsed(body: string): unknown {
  if (!/\d{16}/.test(body)) return JSON.parse(body);
  return JSON.parse(body, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value,
  );
}
