/**
 * Makes the facts of all cases beside those that stand, by several hands. The engine gives the room of a temporary table back
 * only when its transaction ends, reads the tables of a running one with one thread, and does not know how large they are:
 * in one transaction ten million cases would take more memory and room than most machines have, and twice the time. So each
 * statement is a transaction, and the facts take their place all at once.
 */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { batchesOf, inBatch } from './batches.ts';
import { type CalendarDays, makeCalendarDays } from './calendar-table.ts';
import { mergedStep } from './case-dimensions.ts';
import { contactFacts } from './contact-facts.ts';
import { besideIt, compilable, forget, makeStep, putIn, run } from './fact-statement.ts';
import { factsOfBatch } from './facts-of-batch.ts';
import { countAsStale } from './kept-settings.ts';
import { messagesOfNoCase, numberedRecords } from './numbered-records.ts';
import { makeClocks } from './running-clocks.ts';
import { makeLimits } from './sla-limits.ts';
import { readTraits } from './source-traits.ts';

const madeBeside = [
  'contact_facts',
  'message_facts',
  'stages',
  'case_facts',
  'turn_facts',
  'sla_facts',
  'running_clocks',
] as const;

/** What a process that died may have left. */
export const leftBeside: readonly string[] = madeBeside.map(besideIt);

/** The way to several hands, where all facts are made of more than one batch; null where it is not worth it, or there is none. */
export async function wayBeside({
  touched,
  beside,
  batchCases = Number.MAX_SAFE_INTEGER,
  rows,
  db,
}: RefreshContext): Promise<WayBeside | null> {
  if (!touched.all || beside === undefined) return null;
  const [found] = await rows(compilable(sql`select count(*) as n from cases`, db));
  return Number(found?.n) > batchCases ? beside : null;
}

type WayBeside = NonNullable<RefreshContext['beside']>;

/**
 * Commits what was done so far; until the new facts have taken their place, those that stand count as made by an earlier
 * version, so that whoever comes after a crash makes them again.
 */
export async function makeFactsBeside(context: RefreshContext, beside: WayBeside): Promise<void> {
  await countAsStale(context);
  await makeClocks(context);
  for (const name of madeBeside)
    await run(
      context,
      sql`create or replace table ${sql.table(besideIt(name))} as select * from ${sql.table(name)} limit 0`,
    );
  await beside(async ({ first, each }) => {
    const all: RefreshContext = { ...context, ...first, hand: 'first' };
    const days = await layOut(all);
    await each(await batchesOf(all), async (hand, batch) => {
      const one: RefreshContext = { ...context, ...hand, hand: 'one_of_many' };
      await inBatch(one, batch, () => factsOfBatch(one, days));
    });
  });
}

async function layOut(all: RefreshContext): Promise<CalendarDays | null> {
  await readTraits(all);
  await makeStep(all, mergedStep);
  await makeLimits(all);
  const days = await makeCalendarDays(all);
  await putIn(all, 'contact_facts', contactFacts(all));
  for (const step of numberedRecords(all)) {
    await makeStep(all, step);
    await forget(all, step.last ?? []);
  }
  await messagesOfNoCase(all);
  return days;
}

/** The new facts take the place of those that stand: when the transaction commits, all at once. */
export async function takePlaces(context: RefreshContext): Promise<void> {
  for (const name of madeBeside) {
    await run(context, sql`drop table ${sql.table(name)}`);
    await run(context, sql`alter table ${sql.table(besideIt(name))} rename to ${sql.table(name)}`);
  }
}
