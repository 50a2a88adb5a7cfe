/** Takes the rows of one SELECT of a mapping into its record table, each key once. */
import type { RecordKind } from '../../../model/index.ts';
import type { MappedSelect } from '../../../sources/staged.ts';
import type { Writer } from '../warehouse.ts';
import { followPrimary } from './follow-primary.ts';
import { type Arrival, columnsOf, hashOf, tablesOf } from './names.ts';
import { settleAgainst } from './settle-against.ts';
import { settleWithin } from './settle-within.ts';

/** What became of the rows that were not set aside. */
export interface Accepted {
  readonly loaded: number;
  readonly identical: number;
  readonly older: number;
  /** Rows that say something else about a key of the same file, and nothing says which of them is newer. */
  readonly clashing: number;
}

/**
 * Into an empty table, hoping that every key is there once: one pass over the file and one over the keys.
 * null where a key came twice; then nothing has changed.
 */
export async function acceptFresh(
  writer: Writer,
  select: MappedSelect,
  { load, file }: Arrival,
): Promise<Accepted | null> {
  const { standing } = tablesOf(select.record);
  const columns = columnsOf(select.record);
  const loaded = await writer.execute(
    `insert into ${standing} (${columns}, _load, _file, _place)
     select ${columns}, ${load}, ${file}, _place from (${select.sql}) where ${belongs}`,
  );
  const [keys] = await writer.rows(`select count(distinct hash(source, id)) as keys from ${standing}`);
  if (keys?.['keys'] === loaded) return { loaded, identical: 0, older: 0, clashing: 0 };
  await writer.execute(`delete from ${standing}`);
  return null;
}

const belongs = '_set_aside is null and _present and id is not null';

/** Sees that what stands of a file's records can be met; whether the whole table is empty. */
export type Meeting = (writer: Writer, select: MappedSelect) => Promise<boolean>;

/** All that stands is in this very warehouse. */
export const meetingHere: Meeting = async (writer, { record }) =>
  (await writer.rows(`select 1 as found from ${tablesOf(record).standing} limit 1`)).length === 0;

/** The same with versions: within the file, then against what stands. Needs rows that know their place. */
export async function acceptVersions(
  writer: Writer,
  select: MappedSelect,
  arrival: Arrival,
  of: RecordKind,
): Promise<Accepted> {
  const { record, primary } = select;
  await writer.execute(
    `create or replace temp table incoming as
     select ${columnsOf(record)}, _place, ${hashOf(record)} as _hash from (${select.sql}) where ${belongs}`,
  );
  if (!primary) await followPrimary(writer, select, arrival, of);
  const within = await settleWithin(writer, primary);
  const against = await settleAgainst(writer, record, arrival, primary);
  const loaded = await insertRest(writer, record, arrival);
  await writer.execute('drop table incoming');
  return {
    loaded,
    identical: within.identical + against.identical,
    older: within.older + against.older,
    clashing: within.clashing,
  };
}

function insertRest(writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<number> {
  const columns = columnsOf(kind);
  return writer.execute(
    `insert into ${tablesOf(kind).standing} (${columns}, _load, _file, _place)
     select ${columns}, ${load}, ${file}, _place from incoming`,
  );
}
