/** Values of one column that differ between two sources: how, as far as the values themselves tell. */
import { sql } from 'kysely';
import type { Column } from '../../model/index.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Piece } from './two-sides.ts';

const quarterHour = 900;
const furthestZones = 26 * 3600;

/**
 * The reason why two values differ, as an expression; null where the values alone do not tell.
 *
 * - `missing_in_a`, `missing_in_b`: one side does not say
 * - `other_time_zone`: instants that are whole quarters of an hour apart, as zones are
 * - `rounded`: less than a minute, or less than half a unit, apart
 * - `other_unit`: one number is 60, 3600 or 86400 times the other
 * - `written_otherwise`: the same but for case and blanks
 * - `other_version`: the sides have the record as of different moments
 */
export function reasonApart(column: string, { type }: Column, fn: EngineFunctions): Piece<string | null> {
  const [a, b] = [sql.ref(`a.${column}`), sql.ref(`b.${column}`)];
  const apart = type === 'time' ? sql`abs(${fn.secondsBetween(a, b)})` : sql`abs(${a} - ${b})`;
  const byType =
    type === 'time'
      ? sql`when ${apart} < 60 then 'rounded'
          when ${apart} <= ${furthestZones} and cast(round(${apart}) as bigint) % ${quarterHour} = 0 then 'other_time_zone'`
      : type === 'text'
        ? sql`when lower(trim(${a})) = lower(trim(${b})) then 'written_otherwise'`
        : type === 'seconds' || type === 'number' || type === 'integer'
          ? sql`when ${apart} < 0.5 then 'rounded' ${times(a, b, 60)} ${times(a, b, 3600)} ${times(a, b, 86_400)}`
          : sql``;
  return sql<string | null>`case
    when ${a} is null then 'missing_in_a'
    when ${b} is null then 'missing_in_b'
    ${byType}
    when a.version_at is not null and b.version_at is not null and a.version_at <> b.version_at then 'other_version'
    end`;
}

const times = (a: Piece, b: Piece, factor: number): Piece =>
  sql`when ${a} <> 0 and ${b} <> 0 and (abs(${a} - ${factor} * ${b}) <= abs(${a}) / 1000
    or abs(${b} - ${factor} * ${a}) <= abs(${b}) / 1000) then 'other_unit'`;
