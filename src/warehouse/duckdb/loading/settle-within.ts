/** Leaves one row a key among those of a file: the newest by its own date, else the last. */
import type { Writer } from '../warehouse.ts';

export interface Within {
  readonly identical: number;
  readonly older: number;
  readonly clashing: number;
}

/** Works on `incoming`; notes in `lost` the places whose record gave way, since the other records of the row give way with it. */
export async function settleWithin(writer: Writer, primary: boolean): Promise<Within> {
  await writer.execute(
    'create or replace temp table repeated as select source, id from incoming group by source, id having count(*) > 1',
  );
  await writer.execute(losers);
  const [counts] = await writer.rows(
    `select count(*) filter (same) as identical, count(*) filter (not same) as older,
       count(*) filter (not same and undated) as clashing from losers`,
  );
  if (primary) await writer.execute('insert into lost select _place, null from losers');
  await writer.execute('delete from incoming where rowid in (select row from losers)');
  await writer.execute('drop table losers');
  await writer.execute('drop table repeated');
  return {
    identical: Number(counts?.['identical']),
    older: Number(counts?.['older']),
    clashing: Number(counts?.['clashing']),
  };
}

const losers = `
  create or replace temp table losers as
  select i.rowid as row, i._place,
    i._hash = first_value(i._hash) over best as same,
    i.version_at is not distinct from first_value(i.version_at) over best as undated
  from incoming i semi join repeated r on r.source = i.source and r.id = i.id
  window best as (partition by i.source, i.id order by i.version_at desc nulls last, i._place desc nulls last, i._hash)
  qualify row_number() over best > 1`;
