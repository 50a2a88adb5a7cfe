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
  await writer.execute(
    'create or replace temp table named_times (source VARCHAR, begins TIMESTAMPTZ, ends TIMESTAMPTZ)',
  );
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
  for (const [kind, begins, ends] of presences) await noteTimes(writer, kind, begins, ends);
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

/** Records that say when an agent was at work, and the stretch that each is about. */
const presences = [
  ['shifts', '"from"', 'coalesce("to", "from")'],
  ['agent_states', '"from"', 'coalesce("to", "from")'],
  ['interactions', 'coalesce(answered_at, arrived_at)', 'coalesce(answered_at, arrived_at)'],
] as const;

async function noteTimes(writer: Writer, kind: RecordKind, begins: string, ends: string): Promise<void> {
  const { standing, history } = tablesOf(kind);
  for (const table of [standing, history])
    await writer.execute(
      `insert into named_times select t.source, min(${begins}), max(${ends}) from ${table} t
       semi join ${changed(kind)} c on c.source = t.source and c.id = t.id
       where ${begins} is not null group by t.source, date_trunc('day', ${begins}), date_trunc('day', ${ends})`,
    );
}

/** Above this share of all cases, making every fact again costs less than finding out which. */
const worthwhileShare = 0.25;

/** Records whose facts are made one by one; contacts first, since others hang on them. */
const closed = ['interactions', 'surveys', 'touchpoints', 'reviews', 'volumes'] as const;

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
  for (const kind of closed) await closeOver(writer, kind);
  await writer.execute(
    `create or replace temp table touched_customers as select distinct source, customer_id as id from named_customers`,
  );
  await writer.execute(
    `create or replace temp table touched_presence as select * from named_times
     union all select k.source, coalesce(answered_at, arrived_at), coalesce(answered_at, arrived_at)
     from interactions k semi join touched_interactions t on t.source = k.source and t.id = k.id`,
  );
  if (!(await tooMany(writer))) return false;
  for (const name of ['cases', 'customers', 'presence', ...closed])
    await writer.execute(`drop table touched_${name}`);
  return true;
}

/** Records of a kind that changed, and those that hang on a touched case or a touched customer. */
async function closeOver(writer: Writer, kind: RecordKind): Promise<void> {
  const names = (column: string): boolean => column in recordTable(kind).columns;
  const hangingOn = (list: string, theirs: string, ours: string): string =>
    names(ours)
      ? `union select k.source, k.id from ${kind} k semi join ${list} t on t.source = k.source and t.${theirs} = k.${ours}`
      : '';
  await writer.execute(
    `create or replace temp table touched_${kind} as
     select source, id from ${changed(kind)}
     ${hangingOn('touched_cases', 'case_id', 'case_id')}
     ${hangingOn('touched_interactions', 'id', 'interaction_id')}
     ${hangingOn('named_customers', 'customer_id', 'customer_id')}`,
  );
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
  for (const list of ['named_cases', 'named_customers', 'named_times'])
    await writer.execute(`drop table ${list}`);
}
