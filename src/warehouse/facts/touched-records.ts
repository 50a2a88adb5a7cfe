/** The records that the touched cases hang on, read once: a warehouse of millions is not searched again for every step. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { onlyTouched, putIn, run, type Sql, takeOut, valuesOf } from './fact-statement.ts';
import { messageFacts, messageKeys } from './message-facts.ts';

const names = ['the_events', 'the_messages', 'the_message_facts'] as const;
type Name = (typeof names)[number];

/** Where everything is made again, a name is only another word for the whole table. */
const whole = (context: RefreshContext, name: Name, table: string): Promise<void> =>
  run(context, sql`create or replace temp view ${sql.table(name)} as select * from ${sql.table(table)}`);

const part = (context: RefreshContext, name: Name, body: Sql): Promise<void> =>
  run(context, sql`create or replace temp table ${sql.table(name)} as ${body}`);

/**
 * Makes `message_facts`, and gives the work `the_events`, `the_messages` and `the_message_facts`: of touched cases only,
 * unless everything is touched.
 */
export async function withTouchedRecords(context: RefreshContext, work: () => Promise<void>): Promise<void> {
  const { touched } = context;
  if (touched.all) await readWhole(context);
  else await readTouched(context);
  await work();
  const kind = touched.all ? sql`view` : sql`table`;
  for (const name of names) await run(context, sql`drop ${kind} ${sql.table(name)}`);
}

async function readWhole(context: RefreshContext): Promise<void> {
  await whole(context, 'the_events', 'events');
  await whole(context, 'the_messages', 'messages');
  await takeOut(context, 'message_facts', messageKeys);
  await putIn(context, 'message_facts', messageFacts);
  await whole(context, 'the_message_facts', 'message_facts');
}

async function readTouched(context: RefreshContext): Promise<void> {
  const only = onlyTouched(context, 'r', messageKeys);
  await part(context, 'the_events', sql`select * from events r where true ${only}`);
  await part(context, 'the_messages', sql`select * from messages r where true ${only}`);
  await takeOut(context, 'message_facts', messageKeys);
  const { columns, values } = valuesOf(messageFacts);
  await part(context, 'the_message_facts', sql`select ${values} from ${messageFacts.from}`);
  await run(context, sql`insert into message_facts (${columns}) select ${columns} from the_message_facts`);
}
