/** A text as the type of its column: numbers, durations, truth, lists; times have their own file. */
import type { ColumnType } from '../../model/index.ts';
import type { Value } from '../mapping/mapping.ts';
import type { CompiledValue, ValueContext } from './compiled.ts';
import { complaints } from './complaint.ts';
import { literal, literals } from './literal.ts';

const yes = ['true', 't', 'yes', 'y', '1', 'si', 'sì', 'sí', 'oui', 'ja', 'vrai', 'vero', 'wahr'];
const no = ['false', 'f', 'no', 'n', '0', 'non', 'nein', 'faux', 'falso', 'falsch'];

/** Any text is one. */
const always = { checks: [], dropped: null } as const;

/** `text` is the name of an expression. */
export function typedSql(
  name: string,
  type: Exclude<ColumnType, 'time'>,
  value: Value,
  text: string,
  context: ValueContext,
): CompiledValue {
  if (type === 'text') return { sql: text, ...always, local: null };
  if (type === 'texts') return { sql: listSql(text, value.separator ?? ','), ...always, local: null };
  if (type === 'boolean') return booleanSql(name, value, text, context);
  return numberSql(name, type, value, text, context);
}

function booleanSql(name: string, value: Value, text: string, { layers }: ValueContext): CompiledValue {
  const lower = `lower(${text})`;
  const sql = layers.name(
    `CASE WHEN ${lower} IN ${literals(yes)} THEN true WHEN ${lower} IN ${literals(no)} THEN false END`,
  );
  const failed = `${sql} IS NULL`;
  const says = 'is neither yes nor no';
  return {
    sql,
    ...complaints(value, { name, code: 'boolean_invalid', text, failed, says }),
    local: null,
  };
}

const listSql = (text: string, separator: string): string =>
  `list_filter(list_transform(string_split(trim(${text}, '[]'), ${literal(separator)}), lambda x: trim(x, ' "''')), lambda x: x <> '')`;

const factors: Readonly<Record<string, number>> = {
  milliseconds: 0.001,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

function numberSql(
  name: string,
  type: 'seconds' | 'number' | 'integer',
  value: Value,
  text: string,
  { layers, mapping }: ValueContext,
): CompiledValue {
  const { unit } = value;
  const clock = isClock(unit);
  const number = layers.name(quantitySql(text, unit, mapping));
  const least = value.min ?? (type === 'seconds' ? 0 : null);
  const inside = [
    `isfinite(${number})`,
    ...(least === null ? [] : [`${number} >= ${least}`]),
    ...(value.max === null ? [] : [`${number} <= ${value.max}`]),
  ].join(' AND ');
  const sql = layers.name(
    type === 'integer' ? integerSql(number, inside) : `CASE WHEN ${inside} THEN ${number} END`,
  );
  const code = type === 'seconds' ? 'duration_invalid' : 'number_invalid';
  const says = `is not ${noun(type, clock ? unit : null)}${range(least, value.max)}`;
  return {
    sql,
    ...complaints(value, { name, code, text, failed: `${sql} IS NULL`, says }),
    local: null,
  };
}

const isClock = (unit: string | null): boolean => unit === 'H:mm:ss' || unit === 'mm:ss';

/** A number, or a duration in seconds; null where the text is none. */
export function quantitySql(text: string, unit: string | null, marks: Marks): string {
  if (isClock(unit)) return clockSeconds(text, unit === 'mm:ss');
  const parsed = `try_cast(${plainNumber(text, marks)} AS DOUBLE)`;
  const factor = factors[unit ?? ''];
  return factor === undefined ? parsed : `${parsed} * ${factor}`;
}

const integerSql = (number: string, inside: string): string =>
  `CASE WHEN ${inside} AND ${number} = floor(${number}) THEN try_cast(${number} AS BIGINT) END`;

const noun = (type: ColumnType, unit: string | null): string => {
  if (unit !== null) return `a duration written ${unit}`;
  return { seconds: 'a duration', integer: 'a whole number' }[type as string] ?? 'a number';
};

const range = (min: number | null, max: number | null): string =>
  `${min === null ? '' : ` of ${min} or more`}${max === null ? '' : ` up to ${max}`}`;

interface Marks {
  readonly decimal: '.' | ',';
  readonly thousands: string;
}

/** The engine's notation. The form is checked before marks are taken out: 1.5 must not become 15. */
function plainNumber(text: string, { decimal, thousands }: Marks): string {
  if (decimal === '.' && thousands === '') return text;
  const mark = thousands === ' ' ? '[ \u00a0\u202f]' : `[${thousands}]`;
  const whole = thousands === '' ? '\\d+' : `(\\d+|\\d{1,3}(${mark}\\d{3})+)`;
  const form = literal(`[+-]?${whole}([${decimal}]\\d*)?([eE][+-]?\\d+)?`);
  const bare = thousands === '' ? text : `regexp_replace(${text}, ${literal(mark)}, '', 'g')`;
  const pointed = decimal === '.' ? bare : `replace(${bare}, ',', '.')`;
  return `CASE WHEN regexp_full_match(${text}, ${form}) THEN ${pointed} END`;
}

/** `1:02:03`, `26:10:00`, and `2:03` as minutes and seconds where told so. */
function clockSeconds(text: string, minutesFirst: boolean): string {
  const part = (index: number): string => `try_cast(split_part(${text}, ':', ${index}) AS DOUBLE)`;
  const form = minutesFirst ? '\\d+:[0-5]?\\d([.]\\d+)?' : '\\d+:[0-5]?\\d(:[0-5]?\\d([.]\\d+)?)?';
  const seconds = minutesFirst
    ? `${part(1)} * 60 + ${part(2)}`
    : `${part(1)} * 3600 + ${part(2)} * 60 + coalesce(${part(3)}, 0)`;
  return `CASE WHEN regexp_full_match(${text}, ${literal(form)}) THEN ${seconds} END`;
}
