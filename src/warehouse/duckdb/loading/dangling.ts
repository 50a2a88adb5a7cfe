/** Records that name another one which is not there: counted while loading, so that no report has to look for them. */
import { sql } from 'kysely';
import { type RecordKind, recordKinds, recordTable } from '../../../model/index.ts';
import { ofFew } from '../../of-few.ts';
import { literal, quoted } from '../types.ts';
import type { Writer } from '../warehouse.ts';
import { tablesOf } from './names.ts';

export interface Reference {
  readonly record: RecordKind;
  readonly column: string;
  /** Where the named record may be: in any of them. */
  readonly targets: readonly RecordKind[];
  /** Sources need not list their people: a name is only missed where the source lists any. */
  readonly optional: boolean;
}

const targetsOf: Readonly<Record<string, Pick<Reference, 'targets' | 'optional'>>> = {
  case_id: { targets: ['cases'], optional: false },
  interaction_id: { targets: ['interactions'], optional: true },
  customer_id: { targets: ['customers'], optional: true },
  owner_id: { targets: ['agents'], optional: true },
  agent_id: { targets: ['agents'], optional: true },
  author_id: { targets: ['agents', 'customers'], optional: true },
};

export const references: readonly Reference[] = recordKinds.flatMap((record) =>
  Object.keys(recordTable(record).columns).flatMap((column) => {
    const named = targetsOf[column];
    return named === undefined ? [] : [{ record, column, ...named }];
  }),
);

/** Placeholders name nobody, and no list of people holds a bot. */
export const somebody = (column: string): string =>
  `${quoted(column)} not in ('', '0')${column === 'author_id' ? ` and coalesce(author_kind, 'agent') in ('agent', 'customer')` : ''}`;

/** The named record's key, as `source` and `ref`. */
const absent = ({ targets, optional }: Reference): string => {
  const gone = targets.map(
    (target, i) => `anti join ${quoted(target)} t${i} on t${i}.source = r.source and t${i}.id = r.ref`,
  );
  const listed = targets.map((target) => `r.source in (select distinct source from ${quoted(target)})`);
  return `${gone.join(' ')}${optional ? ` where ${listed.join(' and ')}` : ''}`;
};

const insertion = (reference: Reference, names: string): string => {
  const { record, column, targets } = reference;
  return `insert into dangling
     select ${literal(record)}, ${literal(column)}, ${literal(targets.join(' '))}, r.source, r.ref, count(*)
     from (select source, ${quoted(column)} as ref from ${quoted(record)} where ${somebody(column)}) r
     ${names} ${absent(reference)} group by r.source, r.ref`;
};

/** Every reference looked up again. */
export const danglingFromScratch: readonly string[] = [
  'delete from dangling',
  ...references.map((reference) => insertion(reference, '')),
];

/**
 * Brings the counts up to date after a load. Only the names are looked up that the load brought, took away or might have
 * answered; the records themselves are read again only where one of those names nothing.
 */
export async function noteDangling(
  writer: Writer,
  load: number,
  { all }: { readonly all: boolean },
): Promise<void> {
  if (all) {
    for (const statement of danglingFromScratch) await writer.execute(statement);
    return;
  }
  const changed = await changedKinds(writer);
  for (const reference of references) {
    const touched = [reference.record, ...reference.targets].some((kind) => changed.has(kind));
    if (touched) await noteOne(writer, load, reference, changed);
  }
}

async function changedKinds(writer: Writer): Promise<ReadonlySet<RecordKind>> {
  const any = recordKinds.map((kind) => `exists (from changed_${kind}) as ${quoted(kind)}`);
  const [row] = await writer.rows(`select ${any.join(', ')}`);
  return new Set(recordKinds.filter((kind) => row?.[kind] === true));
}

async function noteOne(
  writer: Writer,
  load: number,
  reference: Reference,
  changed: ReadonlySet<RecordKind>,
): Promise<void> {
  const { record, column, targets, optional } = reference;
  const own = `record = ${literal(record)} and "column" = ${literal(column)}`;
  if (optional && targets.some((target) => changed.has(target))) {
    await writer.execute(`delete from dangling where ${own}`);
    await writer.execute(insertion(reference, ''));
    return;
  }
  await writer.execute(`create or replace temp table names_now as ${namesOf(reference, load)}`);
  await writer.execute(
    `delete from dangling where ${own} and (source, ref) in (select (source, ref) from names_now)`,
  );
  await forgetFound(writer, reference);
  if ((await writer.rows('select 1 from names_now limit 1')).length > 0)
    await writer.execute(
      insertion(reference, 'semi join names_now n on n.source = r.source and n.ref = r.ref'),
    );
  await writer.execute('drop table names_now');
}

/** Leaves the names that name nothing. The few names are the side that is kept in memory, never the many records. */
async function forgetFound(writer: Writer, { targets, optional }: Reference): Promise<void> {
  for (const target of targets) {
    const found = ofFew(target, { list: sql.table('names_now'), name: 'ref', column: 'id' });
    const forgotten = sql`delete from names_now where (source, ref) in (select (x.source, x.id) from ${found})`;
    await writer.execute({ compile: () => forgotten.compile(writer.db) });
  }
  for (const target of optional ? targets : [])
    await writer.execute(
      `delete from names_now where source not in (select distinct source from ${quoted(target)})`,
    );
}

/** What the load's records name, what older versions of them named, and the records that came or went. */
function namesOf({ record, column, targets }: Reference, load: number): string {
  const { standing, history } = tablesOf(record);
  const ref = quoted(column);
  return [
    `select source, ${ref} as ref from ${standing} where _load = ${load} and ${somebody(column)}`,
    `select h.source, h.${ref} from ${history} h semi join changed_${record} c on c.source = h.source and c.id = h.id
     where ${somebody(column)}`,
    ...targets.map((target) => `select source, id from changed_${target}`),
  ].join(' union ');
}
