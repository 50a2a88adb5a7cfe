/** What kind of values a column holds, judged from a sample. */
import { type DateShape, dateShape, type Hints } from './date-shape.ts';
import { plainName } from './names.ts';

export type ValueType =
  | 'empty'
  | 'time'
  | 'clock'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'words'
  | 'id'
  | 'text';

export interface ValueShape {
  readonly type: ValueType;
  readonly date: DateShape | null;
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly distinct: number;
  /** Values that did not fit, of the sample. */
  readonly misfits: readonly string[];
}

/** So many of the values must fit; the rest is what a mapping will set aside, and it is shown. */
const share = 0.95;

export function valueShape(name: string, values: readonly string[], hints: Hints): ValueShape {
  const distinct = new Set(values);
  const base = {
    date: null,
    decimal: '.',
    thousands: '',
    min: null,
    max: null,
    distinct: distinct.size,
    misfits: [],
  } as const;
  if (values.length === 0) return { ...base, type: 'empty' };
  const dated = mostly(values, (some) => dateShape(some, isDateName(name), hints));
  if (dated !== null) {
    const type = dated.found.hasDate ? 'time' : 'clock';
    return { ...base, type, date: dated.found, misfits: dated.misfits };
  }
  const number = numberShape(values, name);
  if (number !== null) return { ...base, ...number };
  const yes = new Set([
    'true',
    'false',
    'yes',
    'no',
    'y',
    'n',
    't',
    'f',
    'ja',
    'nein',
    'oui',
    'non',
    'si',
    'sì',
    'sí',
  ]);
  if (distinct.size <= 2 && [...distinct].every((value) => yes.has(value.toLowerCase())))
    return { ...base, type: 'boolean' };
  const lengths = values.map((value) => value.length);
  const longest = lengths.reduce((most, each) => Math.max(most, each), 0);
  if (distinct.size <= Math.max(12, Math.min(60, values.length / 10)) && longest <= 60)
    return { ...base, type: 'words' };
  const prose =
    values.filter((value) => value.length > 40 || /\s\S+\s/.test(value)).length > values.length / 4;
  return { ...base, type: prose ? 'text' : 'id' };
}

const isDateName = (name: string): boolean =>
  /\b(date|day|datum|tag|data|giorno|jour|fecha|dia)\b/.test(plainName(name));

/** The shape of nearly all values: of all, or of those that look like most of them. */
function mostly<T>(
  values: readonly string[],
  shapeOf: (some: readonly string[]) => T | null,
): { found: T; misfits: readonly string[] } | null {
  const whole = shapeOf(values);
  if (whole !== null) return { found: whole, misfits: [] };
  const groups = Map.groupBy(values, outline);
  const main = [...groups].sort((a, b) => b[1].length - a[1].length)[0];
  if (main === undefined) return null;
  const fitting = [...groups]
    .filter(([, group]) => shapeOf([...main[1], ...group]) !== null)
    .flatMap(([, group]) => group);
  const found = fitting.length < values.length * share ? null : shapeOf(fitting);
  if (found === null) return null;
  const inside = new Set(fitting);
  return { found, misfits: [...new Set(values.filter((value) => !inside.has(value)))].slice(0, 5) };
}

const outline = (value: string): string =>
  value
    .slice(0, 40)
    .replace(/[A-Za-z]+/g, 'a')
    .replace(/\d+/g, '9');

const plain = /^[+-]?\d+([.]\d+)?([eE][+-]?\d+)?$/;
const comma = /^[+-]?\d+,\d+$|^[+-]?\d+$/;
const grouped: readonly (readonly [RegExp, '.' | ',', string])[] = [
  [/^[+-]?\d{1,3}(\.\d{3})*(,\d+)?$/, ',', '.'],
  [/^[+-]?\d{1,3}(,\d{3})*(\.\d+)?$/, '.', ','],
  [/^[+-]?\d{1,3}([ {2}\u202f]\d{3})*(,\d+)?$/, ',', ' '],
  [/^[+-]?\d{1,3}('\d{3})*(\.\d+)?$/, '.', "'"],
];

type NumberFields = Pick<ValueShape, 'type' | 'decimal' | 'thousands' | 'min' | 'max' | 'misfits'>;

function numberShape(values: readonly string[], name: string): NumberFields | null {
  const fits = (pattern: RegExp): string[] => values.filter((value) => pattern.test(value));
  const forms: readonly (readonly [RegExp, '.' | ',', string])[] = [
    [plain, '.', ''],
    [comma, ',', ''],
    ...grouped,
  ];
  for (const [pattern, decimal, thousands] of forms) {
    const found = fits(pattern);
    if (found.length < values.length * share) continue;
    if (thousands !== '' && !found.some((value) => value.includes(thousands) || value.includes(decimal)))
      continue;
    const numbers = found.map((value) =>
      Number((thousands === '' ? value : value.replaceAll(thousands, '')).replace(',', '.')),
    );
    const inside = new Set(found);
    return {
      type: typeOf(found, numbers, name),
      decimal,
      thousands,
      min: numbers.reduce((low, each) => Math.min(low, each), Number.POSITIVE_INFINITY),
      max: numbers.reduce((high, each) => Math.max(high, each), Number.NEGATIVE_INFINITY),
      misfits: [...new Set(values.filter((value) => !inside.has(value)))].slice(0, 5),
    };
  }
  return null;
}

/** Long whole numbers, and those with zeros in front, are names of things and no quantities. */
function typeOf(texts: readonly string[], numbers: readonly number[], name: string): ValueType {
  const spoilt = texts.filter((text) => /^\d([.,]\d+)?[eE]\+\d+$/.test(text)).length;
  const whole = texts.filter((text) => /^[+-]?\d+$/.test(text)).length;
  if (spoilt > 0 && whole + spoilt === texts.length && spoilt < whole / 10) return 'id';
  if (!numbers.every(Number.isInteger) || whole < texts.length) return 'number';
  const coded = texts.some((text) => text.length > 11 || /^0\d/.test(text));
  return coded && !/time|date|stamp/.test(plainName(name)) ? 'id' : 'integer';
}
