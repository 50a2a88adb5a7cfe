/** One row per customer and month begun as a customer: was there a contact, and did the customer stay. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import {
  compilable,
  type FactStatement,
  hasRecords,
  putIn,
  run,
  type Sql,
  type Step,
  withSteps,
} from './fact-statement.ts';
import { dataEnd, makeLocalDays, midnightAfter } from './local-days.ts';

/** Within the same months only touched customers are made again; a month more or less concerns all of them. */
export async function customerFacts(context: RefreshContext): Promise<void> {
  if (!(await hasRecords(context, 'customers'))) return run(context, sql`delete from customer_facts`);
  await makeLocalDays(
    context,
    'customer_months',
    { first: sql`min(opened_at)`, last: dataEnd(context), from: sql`cases` },
    'month',
  );
  await withSteps(context, [tellsLeaving], async () => {
    const all = context.touched.all || (await concernsAll(context));
    await run(
      context,
      sql`delete from customer_facts as f where true ${onlyTouched(all, 'f', 'customer_id')}`,
    );
    await withSteps(context, [contactsOf(all)], () =>
      putIn(context, 'customer_facts', customers(context, all)),
    );
  });
  await run(context, sql`drop table customer_months`);
}

/** A source that never tells who left does not tell who stayed either. */
const tellsLeaving: Step = {
  name: 'tells_leaving',
  body: sql`select source, count(until) > 0 as tells from customers group by source`,
};

/** Whether the months, those that are over, or what a source tells at all are others than the facts were made with. */
async function concernsAll(context: RefreshContext): Promise<boolean> {
  const { db, rows, dataThrough, dataThroughBefore } = context;
  const [now, before] = [midnightAfter(context, dataThrough), midnightAfter(context, dataThroughBefore)];
  const [row] = await rows(
    compilable(
      sql`select
        (select count(*) from customer_months m where m.ends <= ${now}) <>
          (select count(*) from customer_months m where m.ends <= ${before})
        or (select min(begins) from customer_months) is distinct from (select min(month_begins) from customer_facts)
        or (select max(begins) from customer_months) is distinct from (select max(month_begins) from customer_facts)
        or exists (select 1 from tells_leaving l
          left join (select source, count(watched_from) as n from customer_facts group by source) f on f.source = l.source
          where l.tells <> (coalesce(f.n, 0) > 0)) as changed`,
      db,
    ),
  );
  return row?.changed === true;
}

const onlyTouched = (all: boolean, alias: string, column: string): Sql =>
  all
    ? sql``
    : sql`and exists (select 1 from touched_customers t
        where t.source = ${sql.ref(`${alias}.source`)} and t.id = ${sql.ref(`${alias}.${column}`)})`;

const contactsOf = (all: boolean): Step => ({
  name: 'contacts_of',
  body: sql`
    select c.source, c.customer_id, m.day, count(*) as contacts, min(c.opened_at) as first_at
    from case_facts c join customer_months m on c.opened_at >= m.begins and c.opened_at < m.ends
      join customers k on k.source = c.source and k.id = c.customer_id
    where c.left_out is null and (k.until is null or c.opened_at < k.until) ${onlyTouched(all, 'c', 'customer_id')}
    group by c.source, c.customer_id, m.day`,
});

const customers = (context: RefreshContext, all: boolean): FactStatement<'customer_facts'> => ({
  columns: {
    source: sql`k.source`,
    id: sql`k.id || '/' || m.day`,
    left_out: sql`null`,
    attributes: sql`k.attributes`,
    customer_id: sql`k.id`,
    segment: sql`k.segment`,
    country: sql`k.country`,
    language: sql`k.language`,
    month_begins: sql`m.begins`,
    month_ends: sql`m.ends`,
    contacts: sql`coalesce(n.contacts, 0)`,
    contacted_word: sql`case when n.contacts > 0 then 'yes' else 'no' end`,
    watched_from: sql`case when l.tells then coalesce(n.first_at,
      case when k.until is null or k.until > m.begins + (m.ends - m.begins) / 2
        then m.begins + (m.ends - m.begins) / 2 end) end`,
    until: sql`k.until`,
    stayed: sql`case when l.tells and m.ends <= ${midnightAfter(context, context.dataThrough)} then k.until is null or k.until >= m.ends end`,
    value: sql`k.value`,
  },
  from: sql`customers k join customer_months m
      on (k.since is null or k.since <= m.begins) and (k.until is null or k.until > m.begins)
    join tells_leaving l on l.source = k.source
    left join contacts_of n on n.source = k.source and n.customer_id = k.id and n.day = m.day
    where true ${onlyTouched(all, 'k', 'id')}`,
});
