/** Tells the cluster what a load changed: the difference between what was fetched and what came of it. */
import type { RecordKind } from '../../../model/index.ts';
import { workTable } from '../ground.ts';
import { tableNamed } from '../schema.ts';
import { quoted } from '../types.ts';
import { append, type Carrier, laying, type Work } from './carry.ts';
import { formerly, versionTables } from './standing.ts';

/** Rows of a table that went, and that came, as temporary tables; where nothing was fetched everything came. */
const went = (table: string): string => `went_${table}`;
const came = (table: string): string => `came_${table}`;

/** Makes both lists for the tables of a record; whether there is anything in any of them. */
export async function compare({ writer }: Carrier, kind: RecordKind, fetched: boolean): Promise<boolean> {
  let any = false;
  for (const table of versionTables(kind)) {
    const [now, before] = [quoted(table), quoted(formerly(table))];
    const list = Object.keys(tableNamed(table).columns).map(quoted).join(', ');
    const rows = (of: string): string => `select ${list} from ${of}`;
    const change = (of: string, without: string): string =>
      fetched ? `${rows(of)} except all ${rows(without)}` : rows(of);
    await writer.execute(`create or replace temp table ${quoted(came(table))} as ${change(now, before)}`);
    await writer.execute(
      `create or replace temp table ${quoted(went(table))} as ${fetched ? change(before, now) : `${rows(now)} where false`}`,
    );
    const [found] = await writer.rows(
      `select exists (from ${quoted(came(table))}) or exists (from ${quoted(went(table))}) as any`,
    );
    any ||= found?.['any'] === true;
  }
  return any;
}

/**
 * Rows are known by their keys: of a key of which any row went all rows go, and those that stay come again. So a table is
 * written to at most twice, and what only grew is only added to.
 */
export async function publish(carrier: Carrier, kind: RecordKind): Promise<readonly Work[]> {
  const works: Work[] = [];
  for (const table of versionTables(kind)) works.push(...(await publishTable(carrier, table)));
  return works;
}

async function publishTable(carrier: Carrier, table: string): Promise<readonly Work[]> {
  const { writer, ground, change } = carrier;
  const goneKeys = `select distinct source, id from ${quoted(went(table))}`;
  const [any] = await writer.rows(`select 1 from ${quoted(went(table))} limit 1`);
  if (any === undefined) return append(carrier, table, `select * from ${quoted(came(table))}`);
  const name = `gone_from_${table}`;
  const lay = await laying(carrier, { name, columns: { source: 'varchar', id: 'varchar' } }, goneKeys);
  const add = await append(
    carrier,
    table,
    `select * from ${quoted(table)} semi join (${goneKeys}) g using (source, id)
     union all select * from ${quoted(came(table))} anti join (${goneKeys}) g using (source, id)`,
  );
  change.touch(table);
  const replace = async (): Promise<void> => {
    await lay();
    await ground.execute(
      `delete from ${quoted(table)} where (source, id) in (select source, id from ${workTable(ground, name)})`,
    );
    for (const work of add) await work();
  };
  return [replace];
}
