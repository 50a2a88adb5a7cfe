/** Which facts have to be made again: those of the records that changed, and of the records that hang on them. */
import { type RecordKind, recordKinds, recordTable } from '../../../model/index.ts';
import type { Writer } from '../warehouse.ts';
import { tablesOf } from './names.ts';

const changed = (kind: RecordKind): string => `changed_${kind}`;

/** Starts an empty list of changed keys for every table, and of the cases and customers that they name. */
export async function startTouching(writer: Writer): Promise<void> {
  for (const kind of recordKinds)
    await writer.execute(`create or replace temp table ${changed(kind)} (source VARCHAR, id VARCHAR)`);
  await writer.execute('create or replace temp table named_cases (source VARCHAR, case_id VARCHAR)');
  await writer.execute('create or replace temp table named_customers (source VARCHAR, customer_id VARCHAR)');
}

/** Lists every key of which a load brought, repeated or took away a version. */
export async function touchLoad(writer: Writer, load: number): Promise<void> {
  for (const kind of recordKinds) {
    const { standing, history, repeats } = tablesOf(kind);
    await writer.execute(
      `insert into ${changed(kind)} select source, id from ${standing} where _load = ${load}
       union select source, id from ${history} where _load = ${load}
       union select source, id from ${repeats} where _load = ${load}`,
    );
  }
  await touchNamed(writer);
}

/** Lists what the changed records name now and named in other versions. To be done before and after a change. */
export async function touchNamed(writer: Writer): Promise<void> {
  for (const kind of recordKinds) {
    if ('case_id' in recordTable(kind).columns) await noteNames(writer, kind, 'case_id', 'named_cases');
    if ('customer_id' in recordTable(kind).columns)
      await noteNames(writer, kind, 'customer_id', 'named_customers');
  }
  await writer.execute('insert into named_cases select source, id from changed_cases');
  await writer.execute('insert into named_customers select source, id from changed_customers');
}

async function noteNames(writer: Writer, kind: RecordKind, column: string, list: string): Promise<void> {
  const { standing, history } = tablesOf(kind);
  for (const table of [standing, history])
    await writer.execute(
      `insert into ${list} select distinct t.source, t.${column} from ${table} t
       semi join ${changed(kind)} c on c.source = t.source and c.id = t.id where t.${column} is not null`,
    );
}

/** Above this share of all cases, making every fact again costs less than finding out which. */
const worthwhileShare = 0.25;

/**
 * Makes the tables `touched_…` that the making of facts goes by.
 *
 * @returns whether every fact is to be made again instead; then there are no tables
 */
export async function closeTouched(writer: Writer): Promise<boolean> {
  await writer.execute(
    `create or replace temp table touched_cases as
     select source, case_id from named_cases
     union select k.source, k.id from cases k semi join named_customers n on n.source = k.source and n.customer_id = k.customer_id`,
  );
  for (const kind of ['interactions', 'surveys'] as const)
    await writer.execute(
      `create or replace temp table touched_${kind} as
       select source, id from ${changed(kind)}
       union select k.source, k.id from ${kind} k semi join touched_cases t on t.source = k.source and t.case_id = k.case_id
       union select k.source, k.id from ${kind} k semi join named_customers n on n.source = k.source and n.customer_id = k.customer_id`,
    );
  if (!(await tooMany(writer))) return false;
  for (const name of ['cases', 'interactions', 'surveys']) await writer.execute(`drop table touched_${name}`);
  return true;
}

async function tooMany(writer: Writer): Promise<boolean> {
  const [row] = await writer.rows(
    `select (select count(*) from touched_cases) > ${worthwhileShare} * (select count(*) from cases)
       and (select count(*) from touched_interactions) >= ${worthwhileShare} * (select count(*) from interactions) as many,
       (select count(*) from changed_agents) > 0 as people`,
  );
  return row?.['many'] === true || row?.['people'] === true;
}

export async function endTouching(writer: Writer): Promise<void> {
  for (const kind of recordKinds) await writer.execute(`drop table ${changed(kind)}`);
  for (const list of ['named_cases', 'named_customers']) await writer.execute(`drop table ${list}`);
}
