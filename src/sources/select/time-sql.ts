/** Instants: dates and clocks in any notation, rolled over midnight where told, in the zone of the source. */
import type { Value } from '../mapping/mapping.ts';
import type { CompiledValue, ValueContext } from './compiled.ts';
import { complaints } from './complaint.ts';
import { literal } from './literal.ts';
import { onlyWhere, withoutUnknown } from './text-sql.ts';
import { enginePattern, hasOffset, isNamed, type NamedFormat } from './time-format.ts';
import { quantitySql } from './typed-sql.ts';

/** No service record is older or younger; what lies outside is a typing error or a placeholder. */
const earliest = "TIMESTAMPTZ '1900-01-01 00:00:00+00'";
const latest = "TIMESTAMPTZ '2200-01-01 00:00:00+00'";

/** `date` is the name of an expression. */
export function timeSql(name: string, value: Value, date: string, context: ValueContext): CompiledValue {
  const { layers } = context;
  const zone = value.zone ?? context.zone;
  const known =
    value.plus === null
      ? date
      : layers.name(`CASE WHEN ${context.row.clean(value.plus)} IS NOT NULL THEN ${date} END`);
  const [text, formats] = value.clock === null ? [known, value.formats] : withClock(value, known, context);
  const parsed = parse(text, formats, zone);
  const read = layers.name(parsed.sql);
  const local = layers.name(value.after === null ? read : rolledOver(read, context.localTime(value.after)));
  const stated = layers.name(instantSql(parsed.kind, text, local, zone));
  const instant = layers.name(later(value, stated, context));
  const outside = `${instant} IS NULL OR ${instant} < ${earliest} OR ${instant} >= ${latest}`;
  const sql = value.ifInvalid === 'unknown' ? `CASE WHEN NOT (${outside}) THEN ${instant} END` : instant;
  const says = `is not a time from 1900 to 2199 written ${written(value)}`;
  return {
    sql,
    ...complaints(value, { name, code: 'date_invalid', text, failed: outside, says }),
    local,
  };
}

const written = ({ formats, clock }: Value): string => {
  const date = formats.length === 0 ? 'YYYY-MM-DD' : formats.join(' or ');
  if (clock !== null) return `${date} ${clock.format}`;
  return formats.length === 0 ? 'YYYY-MM-DD HH:mm:ss' : date;
};

/** `local`: as it stood on the wall; `instant`: it carries an offset; `either`: ISO text, which may carry one. */
type Kind = 'local' | 'instant' | 'either';

function parse(
  text: string,
  formats: readonly string[],
  zone: string,
): { readonly sql: string; readonly kind: Kind } {
  const [format = 'iso'] = formats;
  if (formats.length <= 1 && isNamed(format)) return named(text, format);
  // The engine casts this form twice as fast as it parses it by a pattern; an offset would be right in UTC only.
  if (zone === 'UTC' && formats.length === 1 && format === 'YYYY-MM-DD HH:mm:ss')
    return { ...named(text, 'iso'), kind: 'local' };
  const patterns = formats.map((each) => literal(enginePattern(each)));
  const list = patterns.length === 1 ? patterns[0] : `[${patterns.join(', ')}]`;
  return { sql: `try_strptime(${text}, ${list})`, kind: formats.some(hasOffset) ? 'instant' : 'local' };
}

/** An ISO text has ten characters at least: the engine alone would take "2024" or "infinity" as well. */
function named(text: string, format: NamedFormat): { readonly sql: string; readonly kind: Kind } {
  if (format === 'iso') {
    return { sql: `try_cast(CASE WHEN length(${text}) >= 10 THEN ${text} END AS TIMESTAMP)`, kind: 'either' };
  }
  const number = `try_cast(replace(${text}, ',', '.') AS DOUBLE)`;
  if (format === 'excel' || format === 'excel_1904') return { sql: serial(number, format), kind: 'local' };
  const microseconds = `try_cast(round(${number} * ${format === 'unix' ? 1_000_000 : 1_000}) AS BIGINT)`;
  return { sql: `make_timestamptz(${microseconds})`, kind: 'instant' };
}

/** Days since 1899-12-30 or 1904-01-01; the first system counts a 29 February 1900 that never was. */
function serial(number: string, format: 'excel' | 'excel_1904'): string {
  const days =
    format === 'excel_1904'
      ? `${number} + 1462`
      : `CASE WHEN ${number} < 60 THEN ${number} + 1 ELSE ${number} END`;
  const seconds = `CASE WHEN ${number} BETWEEN 0 AND 200000 THEN round((${days} - 25569) * 86400) END`;
  return `make_timestamp(try_cast(${seconds} * 1000000 AS BIGINT))`;
}

function withClock(value: Value, date: string, context: ValueContext): readonly [string, readonly string[]] {
  const { columns, format } = value.clock ?? { columns: [], format: '' };
  const clocks = columns.map((name) => withoutUnknown(context.row.clean(name), value.unknownIf));
  const clock = onlyWhere(
    value,
    clocks.length === 1 ? (clocks[0] ?? '') : `coalesce(${clocks.join(', ')})`,
    context,
  );
  const dates = value.formats.length === 0 ? ['YYYY-MM-DD'] : value.formats;
  return [
    context.layers.name(`${date} || ' ' || (${clock})`),
    dates.map((each) => `${enginePattern(each)} ${enginePattern(format)}`),
  ];
}

/** A time that is stated as so long after another. */
function later({ plus, unit }: Value, time: string, { row, layers, mapping }: ValueContext): string {
  if (plus === null) return time;
  const seconds = layers.name(quantitySql(row.clean(plus), unit, mapping));
  return `${time} + to_microseconds(try_cast(round(${seconds} * 1000000) AS BIGINT))`;
}

/** A clock that seems to run back by more than half a day ran past midnight; a smaller step back is noise. */
const rolledOver = (local: string, before: string): string =>
  `CASE WHEN ${local} < ${before} - INTERVAL 12 HOUR THEN ${local} + INTERVAL 1 DAY ELSE ${local} END`;

const inUtc = (local: string): string => `make_timestamptz(epoch_us(${local}))`;

/** A cast to a plain timestamp drops an offset; the cast with a zone reads it, and a session in UTC reads none as UTC. */
function instantSql(kind: Kind, text: string, local: string, zone: string): string {
  if (kind === 'instant') return local;
  const offset = literal(':[0-9]{2}([.][0-9]+)? ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$');
  const zoned = zone === 'UTC' ? inUtc(local) : `timezone(${literal(zone)}, ${local})`;
  if (kind === 'local') return zoned;
  const read = `try_cast(CASE WHEN length(${text}) >= 10 THEN ${text} END AS TIMESTAMPTZ)`;
  return zone === 'UTC'
    ? read
    : `CASE WHEN regexp_matches(${text}, ${offset}) THEN ${read} ELSE ${zoned} END`;
}
