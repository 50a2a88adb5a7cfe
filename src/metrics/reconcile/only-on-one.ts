/** Records that only one of two sources has: why the other has not. */
import { sql } from 'kysely';
import { recordTable } from '../../model/index.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import { keyedRows, type Piece, plainKey, type Sides, timeOf } from './two-sides.ts';

/**
 * The rows of side `here` whose key the other side lacks, each with its reason or null:
 *
 * - what the source says of it itself (`deleted`, `merged`, `spam`, `test` …), `merged` also by an event
 * - `key_written_otherwise`: there under a key that differs in blanks, case or leading zeros
 * - `duplicate`: the same record stands here once more, under a key that the other side has
 * - `set_aside`: the other side's file had it, and the door did not let it in
 * - `not_yet_loaded`, `before_first`: from after the other side's last record, or before its first
 */
export function onlyHere(sides: Sides, here: 'a' | 'b', fn: EngineFunctions): Piece {
  const there = here === 'a' ? 'b' : 'a';
  const time = timeOf(sides.record);
  const other = sides[there];
  return sql`
    with here as (select * from ${keyedRows(sides, here, fn)} h where nth = 1),
      there as (select * from ${keyedRows(sides, there, fn)} t where nth = 1)
      ${time === null ? sql`` : sql`, reach as (select min(${sql.ref(time)}) as first, max(${sql.ref(time)}) as last from there)`}
    select h.k, h.id, case
      ${saidItself(sides)}
      when exists (select 1 from there t where ${plainKey(sql.ref('t.k'))} = ${plainKey(sql.ref('h.k'))}) then 'key_written_otherwise'
      ${twin(sides)}
      when exists (select 1 from set_aside s where s.source = ${other} and s.replayed_by is null and strpos(s.raw, h.k) > 0) then 'set_aside'
      ${time === null ? sql`` : sql`when h.${sql.ref(time)} > (select last from reach) then 'not_yet_loaded' when h.${sql.ref(time)} < (select first from reach) then 'before_first'`}
      end as reason
    from here h where not exists (select 1 from there t where t.k = h.k)`;
}

function saidItself({ record }: Sides): Piece {
  if (record !== 'cases') return sql``;
  return sql`when h.left_out is not null then h.left_out
    when exists (select 1 from events e where e.source = h.source and e.case_id = h.id and e.kind = 'merged') then 'merged'`;
}

/** Who, when and about what: enough to know the same record again. */
function twin({ record }: Sides): Piece {
  const time = timeOf(record);
  const who = ['customer_id', 'case_id', 'agent_id'].find((name) => name in recordTable(record).columns);
  if (time === null || who === undefined) return sql``;
  return sql`when exists (select 1 from here o join there t on t.k = o.k where o.k <> h.k
    and o.${sql.ref(who)} = h.${sql.ref(who)} and o.${sql.ref(time)} = h.${sql.ref(time)}) then 'duplicate'`;
}
