/** One row per time a customer asked for help, and whether anybody served this customer in the end, here or elsewhere. */
import { sql } from 'kysely';
import type { FactName } from '../facts.ts';
import { afterwards, holdsOneOf, ofFew } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { allOf } from './batches.ts';
import { type FactStatement, putIn, run, type Sql, type Step, withSteps } from './fact-statement.ts';

const dimensions = [
  'category',
  'subcategory',
  'priority',
  'department',
  'product',
  'language',
  'segment',
  'country',
  'channel',
  'team',
  'attributes',
  'left_out',
] as const;

const carried = sql.join(dimensions.map((name) => sql.ref(name)));

/** Closed though nobody had resolved it, or never answered; a case in work is being served. */
const caseOutcome: Sql = sql`case
    when given_up and responded then 'unresolved'
    when given_up then 'unanswered'
    when resolved or responded then 'served'
    when not responded then 'unanswered' end`;

/** Whether a caller who left in the menu was helped there cannot be told. */
const contactOutcome: Sql = sql`case
    when answered then 'served'
    when not offered then null
    when outcome in ('voicemail', 'callback', 'failed') then 'unanswered'
    else 'abandoned' end`;

/** Where cases and contacts are read from, and which cases there are: all of them, or those concerned. */
interface Ground {
  readonly cases: Sql;
  readonly contacts: Sql;
  readonly known: Sql;
}

/** A contact that belongs to a case is part of what its case asks. */
const asked = ({ cases, contacts, known }: Ground): Sql => sql`
  select source, id, id as case_id, 'case' as kind, customer_id, ${carried}, coalesce(asked_at, opened_at) as asked_at,
    ${caseOutcome} as outcome, coalesce(closed_at, asked_at, opened_at) as left_at
  from ${cases} f
  union all
  select source, id, case_id, 'contact', customer_id, ${carried}, arrived_at, ${contactOutcome},
    coalesce(ended_at, arrived_at)
  from ${contacts} f
  where not exists (select 1 from ${known} c where c.source = f.source and c.id = f.case_id)`;

/** Those who were not served: few, and nobody else's services are looked at. */
const waiting = (asks: Sql): Step => ({
  name: 'waiting',
  body: sql`select source, kind, id, customer_id, left_at from ${asks} f
    where customer_id is not null and outcome <> 'served'`,
});

const theirs = (fact: FactName): Sql =>
  ofFew(fact, { list: sql.table('waiting'), name: 'customer_id', column: 'customer_id' });

/** Every moment at which a person did something for one of them, or solved what one of them asked. */
const services: Step = {
  name: 'services',
  body: sql`
    with worked as (select x.source, x.customer_id, x.first_response_at, x.last_resolved_at from ${theirs('case_facts')})
    select source, customer_id, first_response_at as moment from worked where first_response_at is not null
    union all select source, customer_id, last_resolved_at from worked where last_resolved_at is not null
    union all select x.source, x.customer_id, coalesce(x.answered_at, x.arrived_at)
      from ${theirs('contact_facts')} and x.answered
    union all select x.source, x.customer_id, x.answered_at from ${theirs('turn_facts')} and x.answered_at is not null`,
};

const servedLater: Sql = sql`
  select w.source, w.kind, w.id, s.moment from waiting w
  asof join services s on s.source = w.source and s.customer_id = w.customer_id and s.moment >= w.left_at`;

function statement({ functions }: RefreshContext, asks: Sql): FactStatement<'ask_facts'> {
  const own = Object.fromEntries(
    [...dimensions, 'source', 'id', 'case_id', 'kind', 'customer_id', 'asked_at', 'outcome'].map((name) => [
      name,
      sql.ref(`a.${name}`),
    ]),
  ) as Omit<FactStatement<'ask_facts'>['columns'], 'left_at' | 'served_s'>;
  const left = sql`case when a.outcome <> 'served' then a.left_at end`;
  return {
    columns: { ...own, left_at: left, served_s: functions.secondsBetween(left, sql`s.moment`) },
    from: sql`${asks} a left join (${servedLater}) s on s.source = a.source and s.kind = a.kind and s.id = a.id`,
  };
}

/** What a customer is served with ends every wait of this customer: all of them are made again together. */
export async function refreshAsks(context: RefreshContext): Promise<void> {
  if (context.touched.all) {
    await run(context, context.functions.emptying('ask_facts'));
    await putAsks(context, sql`(${asked(everything)})`);
    return;
  }
  await withSteps(context, touchedSteps, async () => {
    await run(
      context,
      sql`delete from ask_facts as f
        where exists (select 1 from touched_asks t where t.source = f.source and t.kind = f.kind and t.id = f.id)
          and ${holdsOneOf('f.id', { list: 'touched_asks', name: 'id', key: 'id' })}`,
    );
    await putAsks(context, sql.table('asks_now'));
  });
}

const putAsks = (context: RefreshContext, asks: Sql): Promise<void> =>
  withSteps(context, [waiting(asks), services], () => putIn(context, 'ask_facts', statement(context, asks)));

const everything: Ground = {
  cases: sql.table('case_facts'),
  contacts: sql.table('contact_facts'),
  known: sql.table('cases'),
};

/**
 * The customers of touched cases and contacts; those to whom they belonged before are among the touched customers. Asked
 * of `the_cases` while they stand, so that the facts are not searched for them.
 */
export const askers: Step = {
  name: 'touched_askers',
  body: sql`select distinct source, customer_id from (
      select source, id as customer_id from touched_customers
      union all select source, customer_id from ${sql.table(allOf('the_cases'))}
      union all select f.source, f.customer_id from contact_facts f
        semi join touched_interactions t on t.source = f.source and t.id = f.id) named
    where customer_id is not null`,
};

/** The facts of the touched cases, as they are made now: what comes after them need not look for them among all. */
export const madeCases: Step = { name: 'made_cases', body: sql`select * from case_facts limit 0` };

/** What these customers asked at other times and nobody has served: they may be served by what the load brought. */
const stillWaiting: Sql = sql`
  select x.source, x.id, x.case_id, x.kind, x.customer_id, ${sql.join(dimensions.map((name) => sql.ref(`x.${name}`)))},
    x.asked_at, x.outcome, x.left_at
  from ask_facts x semi join touched_askers t on t.source = x.source and t.customer_id = ${afterwards('x.customer_id')}
  where x.outcome <> 'served'
    and not exists (select 1 from own_asks o where o.source = x.source and o.kind = x.kind and o.id = x.id)`;

/** What is long is held against what is short, never the other way round: cases are looked up for few contacts only. */
const touchedSteps: readonly Step[] = [
  {
    name: 'own_asks',
    body: sql`select source, 'case' as kind, case_id as id from touched_cases
      union select source, 'contact', id from touched_interactions`,
  },
  {
    name: 'asking_contacts',
    body: sql`select x.* from ${ofFew('contact_facts', { list: sql.table('touched_interactions'), name: 'id', column: 'id' })}`,
  },
  {
    name: 'known_cases',
    body: sql`select c.source, c.id from cases c
      semi join asking_contacts k on k.source = c.source and k.case_id = c.id`,
  },
  {
    name: 'asks_now',
    body: sql`${asked({ cases: sql.table('made_cases'), contacts: sql.table('asking_contacts'), known: sql.table('known_cases') })}
      union all ${stillWaiting}`,
  },
  {
    name: 'touched_asks',
    body: sql`select source, kind, id from asks_now union select source, kind, id from own_asks`,
  },
];
