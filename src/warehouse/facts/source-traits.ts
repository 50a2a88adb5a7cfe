/** What each source knows at all: a source that never tells something is unknown there, not zero. */
import { sql } from 'kysely';
import type { RecordKind } from '../../model/index.ts';
import { ofFew } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import type { Row } from '../warehouse.ts';
import { compilable, run, type Sql } from './fact-statement.ts';
import { findRecords, recordsOf } from './touched-records.ts';

/**
 * - `messages`, `contacts`: written turns, real-time contacts that name a case
 * - `responses`: first responses, stated
 * - `resolutions`: resolutions, by log or table; `table_resolves`: the table knows more of them than the log has standing
 * - `reopenings`: the log tells reopenings, as such or as changes of status; `names_reopenings`: as such
 * - `states_reopenings`: the table states when a case was reopened
 * - `statuses`: the log tells status by status; `pendings`, `holds`: it tells who is waited for
 * - `moves`, `hand_overs`: the log tells changes of owner or team, of team; `names_teams`: it names the team before
 * - `escalations`: the log tells them; `transfers`: real-time contacts that were passed on
 */
const told = {
  messages: ['messages', sql`true`],
  contacts: ['interactions', sql`case_id is not null`],
  responses: ['cases', sql`first_response_at is not null`],
  stated_resolutions: ['cases', sql`resolved_at is not null`],
  logged_resolutions: ['events', sql`kind = 'resolved' or kind = 'status_changed' and to_value = 'resolved'`],
  names_reopenings: ['events', sql`kind = 'reopened'`],
  states_reopenings: ['cases', sql`reopened_at is not null`],
  statuses: ['events', sql`kind = 'status_changed' and to_value is not null`],
  pendings: ['events', sql`kind = 'status_changed' and to_value = 'pending'`],
  holds: ['events', sql`kind = 'status_changed' and to_value = 'on_hold'`],
  assignments: ['events', sql`kind = 'assigned' and coalesce(to_value, from_value) is not null`],
  hand_overs: ['events', sql`kind = 'team_changed'`],
  names_teams: ['events', sql`kind = 'team_changed' and from_value is not null`],
  escalations: ['events', sql`kind = 'escalated'`],
  transfers: ['interactions', sql`outcome = 'transferred' or transferred_to is not null`],
} as const satisfies Readonly<Record<string, readonly [RecordKind, Sql]>>;

type Told = Readonly<Record<keyof typeof told, boolean>>;

const traits = {
  messages: (known) => known.messages,
  contacts: (known) => known.contacts,
  responses: (known) => known.responses,
  resolutions: (known) => known.stated_resolutions || known.logged_resolutions,
  table_resolves: (_, tableResolves) => tableResolves,
  reopenings: (known) => known.names_reopenings || known.statuses,
  names_reopenings: (known) => known.names_reopenings,
  states_reopenings: (known) => known.states_reopenings,
  statuses: (known) => known.statuses,
  pendings: (known) => known.pendings,
  holds: (known) => known.holds,
  moves: (known) => known.assignments || known.hand_overs,
  hand_overs: (known) => known.hand_overs,
  names_teams: (known) => known.names_teams,
  escalations: (known) => known.escalations,
  transfers: (known) => known.transfers,
} as const satisfies Readonly<Record<string, (known: Told, tableResolves: boolean) => boolean>>;

export const traitNames = Object.keys(traits);

const toldNames = Object.keys(told) as readonly (keyof Told)[];

/** The first record that tells is enough, so that a big warehouse is not read whole. */
const anywhere = (source: string, names: readonly (keyof Told)[]): Sql => {
  const found = names.map((name) => {
    const [kind, condition] = told[name];
    return sql`(select count(*) > 0 from (
      select 1 from ${sql.table(kind)} r ${ofSomeCase(kind)} where r.source = ${source} and (${condition}) limit 1) found) as ${sql.ref(name)}`;
  });
  return sql`select ${sql.join(found)}`;
};

/** What a source never told before, it tells now where a touched record does: all are asked in one pass. */
const amongTouched = (context: RefreshContext, source: string, names: readonly (keyof Told)[]): Sql => {
  const byKind = Map.groupBy(names, (name) => told[name][0]);
  const passes = [...byKind].map(([kind, ofKind]) => {
    const found = ofKind.map((name) => sql`coalesce(bool_or(${told[name][1]}), false) as ${sql.ref(name)}`);
    const any = sql.join(
      ofKind.map((name) => sql`(${told[name][1]})`),
      sql` or `,
    );
    return sql`(select ${sql.join(found)} from ${touchedOf(context, kind)} r ${ofSomeCase(kind)}
      where r.source = ${source} and (${any})) as ${sql.ref(`of_${kind}`)}`;
  });
  return sql`select * from ${sql.join(passes)}`;
};

const touchedOf = (context: RefreshContext, kind: RecordKind): Sql => {
  if (kind === 'cases' || kind === 'events') return recordsOf(context, kind);
  const key = kind === 'interactions' ? 'id' : 'case_id';
  const list = sql.table(kind === 'interactions' ? 'touched_interactions' : 'touched_cases');
  return sql`(select x.* from ${ofFew(kind, { list, name: key, column: key })})`;
};

/** @param before what the source was known to tell; where nothing is known everything is looked for everywhere */
async function toldBy(context: RefreshContext, source: string, before: Row | undefined): Promise<Told> {
  const { rows, db } = context;
  const found: Row = {};
  const ask = async (names: readonly (keyof Told)[], question: Sql): Promise<void> => {
    if (names.length > 0) Object.assign(found, (await rows(compilable(question, db)))[0]);
  };
  const isNew = (name: keyof Told): boolean => before !== undefined && before[name] === false;
  const [old, fresh] = [toldNames.filter((name) => !isNew(name)), toldNames.filter(isNew)];
  await ask(old, anywhere(source, old));
  await ask(fresh, amongTouched(context, source, fresh));
  return Object.fromEntries(toldNames.map((name) => [name, found[name] === true])) as unknown as Told;
}

/** What hangs on a case that is not there tells nothing of any case. Joined, so that the first row found is enough. */
const ofSomeCase = (kind: RecordKind): Sql =>
  kind === 'cases'
    ? sql``
    : sql`anti join (select source, ref from dangling where record = ${kind} and "column" = 'case_id') d
        on d.source = r.source and d.ref = r.case_id`;

/** Counted only where both tell of resolutions. */
async function tableResolves({ rows, db }: RefreshContext, source: string, known: Told): Promise<boolean> {
  if (!known.stated_resolutions || !known.logged_resolutions) return known.stated_resolutions;
  const [row] = await rows(
    compilable(
      sql`select (select count(resolved_at) from cases where source = ${source}) > (
        select count_if(kind <> 'reopened') - count_if(kind = 'reopened') from events where source = ${source}
          and (kind in ('resolved', 'reopened') or kind = 'status_changed' and to_value = 'resolved')) as more`,
      db,
    ),
  );
  return row?.['more'] === true;
}

const flags = (names: readonly string[]): Sql => sql.join(names.map((name) => sql`${sql.ref(name)} boolean`));

async function noteTraits(context: RefreshContext): Promise<void> {
  await run(context, sql`create or replace temp table traits_now (source varchar, ${flags(traitNames)})`);
  const before = await toldBefore(context);
  await run(context, sql`create or replace table source_tells (source varchar, ${flags(toldNames)})`);
  for (const source of await sourcesOf(context, before)) {
    const known = await toldBy(context, source, before.get(source));
    const more = await tableResolves(context, source, known);
    const values = Object.values(traits).map((trait) => sql`${trait(known, more)}`);
    await run(context, sql`insert into traits_now values (${source}, ${sql.join(values)})`);
    const tells = toldNames.map((name) => sql`${known[name]}`);
    await run(context, sql`insert into source_tells values (${source}, ${sql.join(tells)})`);
  }
}

/** What each source was found to tell last, by source; nothing where that cannot be built on. */
async function toldBefore({ touched, rows, db }: RefreshContext): Promise<ReadonlyMap<string, Row>> {
  if (touched.all) return new Map();
  const kept = sql`select 1 from information_schema.tables where table_name = 'source_tells'`;
  if ((await rows(compilable(kept, db))).length === 0) return new Map();
  const found = await rows(compilable(sql`select * from source_tells`, db));
  return new Map(found.map((row) => [String(row['source']), row]));
}

async function sourcesOf(
  { rows, db }: RefreshContext,
  before: ReadonlyMap<string, Row>,
): Promise<readonly string[]> {
  const lists =
    before.size > 0 ? ['touched_cases', 'touched_interactions'] : ['cases', 'events', 'interactions'];
  const each = lists.map((list) => sql`select source from ${sql.table(list)}`);
  const found = await rows(compilable(sql.join(each, sql` union `), db));
  return [...new Set([...before.keys(), ...found.map(({ source }) => String(source))])];
}

/**
 * Brings the table `source_traits` up to date. Where a source turns out to know more or less than before, all its cases
 * and surveys count as touched.
 */
export async function readTraits(context: RefreshContext): Promise<void> {
  await noteTraits(context);
  if (!context.touched.all && (await touchChanged(context))) await findRecords(context);
  await run(context, sql`create or replace table source_traits as select * from traits_now`);
  await run(context, sql`drop table traits_now`);
}

async function touchChanged(context: RefreshContext): Promise<boolean> {
  const changed = sql`(select source from (select * from traits_now except select * from source_traits) changed)`;
  if ((await context.rows(compilable(changed, context.db))).length === 0) return false;
  const touch = (table: string, kind: string): Promise<void> =>
    run(
      context,
      sql`insert into ${sql.table(table)} select source, id from ${sql.table(kind)} where source in ${changed}`,
    );
  await touch('touched_cases', 'cases');
  await touch('touched_surveys', 'surveys');
  await touch('touched_interactions', 'interactions');
  return true;
}
