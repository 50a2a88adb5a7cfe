/** Records that name another one which is not there, counted on the cluster: only of names that a load can have changed. */
import type { RecordKind } from '../../../model/index.ts';
import { type Reference, references, somebody } from '../../duckdb/loading/dangling.ts';
import { workTable } from '../ground.ts';
import { tableNamed } from '../schema.ts';
import { literal, quoted } from '../types.ts';
import { type Carrier, lay } from './carry.ts';

const nameColumns = { record: 'varchar', column: 'varchar', source: 'varchar', ref: 'varchar' } as const;

/** What a change of records means for one reference. */
interface Concern {
  readonly reference: Reference;
  /** Every name of it is looked up again; else the names that came or went. */
  readonly whole: boolean;
}

/**
 * @param changed the kinds whose standing records came or went; the scratch has the lists of both
 * @param fresh those of them of which nothing had stood before
 */
export async function noteDangling(
  carrier: Carrier,
  changed: ReadonlySet<RecordKind>,
  fresh: ReadonlySet<RecordKind>,
): Promise<void> {
  const concerns = references
    .filter(({ record, targets }) => [record, ...targets].some((kind) => changed.has(kind)))
    .map((reference) => ({ reference, whole: wholly(reference, changed, fresh) }));
  if (concerns.length === 0) return;
  const { ground, change } = carrier;
  const partly = concerns.filter(({ whole }) => !whole);
  const names = workTable(ground, 'names_now');
  await lay(carrier, { name: 'names_now', columns: nameColumns }, namesOf(partly, changed));
  const own = ({ reference }: Concern): string =>
    `(record = ${literal(reference.record)} and "column" = ${literal(reference.column)})`;
  const of = [
    `(record, "column", source, ref) in (select record, "column", source, ref from ${names})`,
    ...concerns.filter(({ whole }) => whole).map(own),
  ];
  change.touch('dangling');
  await ground.execute(`delete from dangling where ${of.join(' or ')}`);
  const unknown = await unknownNames(carrier, partly, names);
  const again = concerns.filter(({ whole, reference }) => whole || unknown.has(keyOf(reference)));
  if (again.length === 0) return;
  const columns = Object.keys(tableNamed('dangling').columns).map(quoted).join(', ');
  await ground.execute(
    `insert into dangling (${columns}) ${again.map((concern) => counting(concern, names)).join(' union all ')}`,
  );
}

const keyOf = ({ record, column }: Pick<Reference, 'record' | 'column'>): string => `${record}.${column}`;

/** Where a source begins or ceases to list its people, every name of it is missed or no longer missed. */
const wholly = (
  { record, targets, optional }: Reference,
  changed: ReadonlySet<RecordKind>,
  fresh: ReadonlySet<RecordKind>,
): boolean =>
  (changed.has(record) && fresh.has(record)) || (optional && targets.some((target) => changed.has(target)));

/** In the scratch: what came or went is named, and names. */
function namesOf(concerns: readonly Concern[], changed: ReadonlySet<RecordKind>): string {
  const lists = concerns.flatMap(({ reference: { record, column, targets } }) => {
    const tagged = `${literal(record)} as record, ${literal(column)} as "column"`;
    const own = changed.has(record)
      ? ['came', 'went'].map(
          (list) =>
            `select ${tagged}, source, ${quoted(column)} as ref from ${quoted(`${list}_${record}`)} where ${somebody(column)}`,
        )
      : [];
    const theirs = targets
      .filter((target) => changed.has(target))
      .flatMap((target) =>
        ['came', 'went'].map(
          (list) => `select ${tagged}, source, id as ref from ${quoted(`${list}_${target}`)}`,
        ),
      );
    return [...own, ...theirs];
  });
  const none = "select '' as record, '' as \"column\", '' as source, '' as ref where false";
  return lists.length === 0 ? none : lists.join(' union ');
}

/** The references of which some name names nothing: only for these the many records are read again. */
async function unknownNames(
  { ground }: Carrier,
  concerns: readonly Concern[],
  names: string,
): Promise<ReadonlySet<string>> {
  if (concerns.length === 0) return new Set();
  const asked = concerns.map(
    ({ reference }) => `select ${literal(keyOf(reference))} as name, count(*) as unknown
      from ${names} n where ${tagOf(reference)} and ${absent(reference, 'n', 'ref')}`,
  );
  const found = await ground.rows(asked.join(' union all '));
  return new Set(found.filter(({ unknown }) => Number(unknown) > 0).map(({ name }) => String(name)));
}

const tagOf = ({ record, column }: Reference): string =>
  `n.record = ${literal(record)} and n."column" = ${literal(column)}`;

/** Sources need not list their people: a name is only missed where the source lists any. */
function absent({ targets, optional }: Reference, alias: string, ref: string): string {
  const gone = targets.map(
    (target) =>
      `not exists (select 1 from ${quoted(target)} t where t.source = ${alias}.source and t.id = ${alias}.${quoted(ref)})`,
  );
  const listed = optional
    ? targets.map((target) => `${alias}.source in (select source from ${quoted(target)})`)
    : [];
  return [...gone, ...listed].join(' and ');
}

function counting({ reference, whole }: Concern, names: string): string {
  const { record, column, targets } = reference;
  const [name, ref] = [quoted(column), `r.${quoted(column)}`];
  const asked = whole
    ? ''
    : `and (r.source, ${ref}) in (select n.source, n.ref from ${names} n where ${tagOf(reference)})`;
  return `select ${literal(record)}, ${literal(column)}, ${literal(targets.join(' '))}, r.source, ${ref}, count(*)
    from (select * from ${quoted(record)} where ${name} is not null and ${somebody(column)}) r
    where ${absent(reference, 'r', column)} ${asked} group by r.source, ${ref}`;
}
