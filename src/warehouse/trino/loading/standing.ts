/** What stands on the cluster of some records: fetched into the scratch, and remembered as it was. */
import type { RecordKind } from '../../../model/index.ts';
import type { MappedSelect } from '../../../sources/staged.ts';
import { tablesOf } from '../../duckdb/loading/names.ts';
import type { Writer } from '../../duckdb/warehouse.ts';
import { workTable } from '../ground.ts';
import { tableNamed } from '../schema.ts';
import { quoted } from '../types.ts';
import { type Carrier, fetchInto, lay } from './carry.ts';

const key = { source: 'varchar', id: 'varchar' } as const;

/** The three tables of a record, by a number that tells their rows apart on the way. */
export const versionTables = (kind: RecordKind): readonly string[] => [
  kind,
  `${kind}_history`,
  `${kind}_repeats`,
];

/** Every column that any of the three has. */
const columnsOfAll = (kind: RecordKind) =>
  ({
    _part: 'integer',
    ...Object.assign({}, ...versionTables(kind).map((name) => tableNamed(name).columns)),
  }) as Readonly<Record<string, string>>;

/** As it was on the cluster before the load. */
export const formerly = (table: string): string => `was_${table}`;

/** Kinds of which there has never been anything on the cluster. */
export const untoldKinds = ({ change }: Carrier, kinds: readonly RecordKind[]): ReadonlySet<RecordKind> =>
  new Set(kinds.filter((kind) => !versionTables(kind).some((table) => change.written.has(table))));

/** Empty lists of what was there, to be called before anything is fetched. */
export async function startRemembering({ writer }: Carrier, kind: RecordKind): Promise<void> {
  for (const table of versionTables(kind))
    await writer.execute(
      `create temp table ${quoted(formerly(table))} as select * from ${quoted(table)} where false`,
    );
  await writer.execute(`create temp table ${quoted(`known_${kind}`)} (source varchar, id varchar)`);
}

/** Fetches every version of the records whose keys a statement on the scratch finds; those fetched before stay as they are. */
export async function fetchStanding(carrier: Carrier, kind: RecordKind, keys: string): Promise<void> {
  const { writer, ground } = carrier;
  const known = quoted(`known_${kind}`);
  await writer.execute(
    `create or replace temp table new_keys as select distinct source, id from (${keys}) except select source, id from ${known}`,
  );
  const asked = await lay(carrier, { name: `keys_of_${kind}`, columns: key }, 'select * from new_keys');
  const there = workTable(ground, `keys_of_${kind}`);
  if (asked > 0) {
    await bring(carrier, kind, `select source, id from ${there}`);
    await writer.execute(`insert into ${known} select * from new_keys`);
  }
  await ground.execute(`drop table ${there}`);
}

/** The same for keys that a statement on the cluster finds. */
export async function bring(carrier: Carrier, kind: RecordKind, keys: string): Promise<void> {
  const columns = columnsOfAll(kind);
  const name = `versions_of_${kind}`;
  const selects = versionTables(kind).map((table, part) => {
    const own = tableNamed(table).columns;
    const list = Object.entries(columns).map(([column, type]) => {
      if (column === '_part') return `${part} as _part`;
      return `${column in own ? `t.${quoted(column)}` : `cast(null as ${type})`} as ${quoted(column)}`;
    });
    return `select ${list.join(', ')} from ${quoted(table)} t where (t.source, t.id) in (${keys})`;
  });
  await fetchInto(carrier, { name, columns }, selects.join(' union all '));
  for (const [part, table] of versionTables(kind).entries()) {
    const list = Object.keys(tableNamed(table).columns).map(quoted).join(', ');
    for (const target of [table, formerly(table)])
      await carrier.writer.execute(
        `insert into ${quoted(target)} (${list}) select ${list} from ${quoted(name)} where _part = ${part}`,
      );
  }
  await carrier.writer.execute(`drop table ${quoted(name)}`);
}

/**
 * Sees that the versions of a file's records are in the scratch before they are settled.
 *
 * @returns whether no record stands in the table, so that none can be met in it
 */
export function meetingOf(carrier: Carrier, empty: ReadonlySet<RecordKind>) {
  return async (writer: Writer, { record, sql }: MappedSelect): Promise<boolean> => {
    if (!empty.has(record))
      await fetchStanding(
        carrier,
        record,
        `select source, id from (${sql}) where _set_aside is null and id is not null`,
      );
    const [here] = await writer.rows(`select 1 from ${tablesOf(record).standing} limit 1`);
    if (here !== undefined) return false;
    const there = await writer.rows(`select 1 from contents where record = '${record}'`);
    return there.length === 0;
  };
}
