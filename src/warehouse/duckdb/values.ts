/** Values on their way in (bound) and out (plain). */
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';

export interface Bound {
  readonly values: DuckDBValue[];
  readonly types: DuckDBType[];
}

/** Every value with the engine's type for it, so that nothing depends on guessing. */
export function bind(parameters: readonly unknown[]): Bound {
  const pairs = parameters.map(boundValue);
  return { values: pairs.map(([value]) => value), types: pairs.map(([, type]) => type) };
}

function boundValue(value: unknown): readonly [DuckDBValue, DuckDBType] {
  if (value === null || value === undefined) return [null, SQLNULL];
  if (typeof value === 'string') return [value, VARCHAR];
  if (typeof value === 'boolean') return [value, BOOLEAN];
  if (typeof value === 'bigint') return [value, BIGINT];
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? [BigInt(value), BIGINT] : [value, DOUBLE];
  if (Array.isArray(value)) return boundList(value);
  throw new TypeError(`cannot bind a value of type ${typeof value}`);
}

function boundList(items: readonly unknown[]): readonly [DuckDBValue, DuckDBType] {
  const pairs = items.map(boundValue);
  const types = new Set(pairs.map(([, type]) => type));
  const type = types.has(DOUBLE) ? DOUBLE : (pairs[0]?.[1] ?? VARCHAR);
  return [
    listValue(items.map((item, index) => (type === DOUBLE ? Number(item) : (pairs[index]?.[0] ?? null)))),
    LIST(type),
  ];
}

/** Numbers, texts, booleans, lists and null; instants as ISO text in UTC; whole numbers beyond 2^53 as text. */
export function plain(value: DuckDBValue): unknown {
  if (value === null || typeof value !== 'object')
    return typeof value === 'bigint' ? wholeNumber(value) : value;
  if (value instanceof DuckDBTimestampTZValue || value instanceof DuckDBTimestampValue)
    return iso(value.micros);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, plain(entry)]));
  return value.toString();
}

const wholeNumber = (value: bigint): number | string => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
};

/** Milliseconds, or all six digits where there are microseconds; null for what no calendar holds. */
function iso(micros: bigint): string | null {
  const rest = ((micros % 1000n) + 1000n) % 1000n;
  const date = new Date(Number((micros - rest) / 1000n));
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return rest === 0n ? text : `${text.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}
