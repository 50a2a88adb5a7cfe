/** Makes the facts again from the records: the one thing that every load and undo ends with. */
import { sql } from 'kysely';
import type { RefreshContext, RefreshFacts } from '../refresh-context.ts';
import { askers, madeCases, refreshAsks } from './ask-facts.ts';
import { batchesOf, inBatch } from './batches.ts';
import { type CalendarDays, makeCalendarDays } from './calendar-table.ts';
import { mergedStep } from './case-dimensions.ts';
import { contactFacts, contactKeys } from './contact-facts.ts';
import { forget, makeStep, remake, run, type Sql, withSteps } from './fact-statement.ts';
import { makeFactsBeside, takePlaces, wayBeside } from './facts-beside.ts';
import { factsOfBatch } from './facts-of-batch.ts';
import { underKeptSettings } from './kept-settings.ts';
import { messageKeys } from './message-facts.ts';
import { messagesOfNoCase, numberedRecords } from './numbered-records.ts';
import { forgetRunning, setRunning } from './running-clocks.ts';
import { judgeRunning, slaKeys } from './sla-facts.ts';
import { makeLimits } from './sla-limits.ts';
import { readTraits } from './source-traits.ts';
import { stageKeys } from './stages.ts';
import { surveyFacts, surveyKeys } from './survey-facts.ts';
import { caseKeys } from './the-cases.ts';
import { takeOutOpened } from './touched-openings.ts';
import { findRecords, foundRecords } from './touched-records.ts';
import { turnKeys } from './turn-facts.ts';
import { workFacts } from './work-facts.ts';

/**
 * What comes out depends on the records alone, never on the order in which they came: events are read by time, then by
 * the source's own sequence, then by id.
 */
export const refreshFacts: RefreshFacts = async (given) => {
  const { context, keep } = await underKeptSettings(given);
  const beside = await wayBeside(context);
  if (beside !== null) await makeFactsBeside(context, beside);
  await touchOfAge(context);
  await findRecords(context);
  await readTraits(context);
  await withSteps(context, [mergedStep], () => remakeAll(context, beside !== null));
  await keep();
};

async function remakeAll(context: RefreshContext, beside: boolean): Promise<void> {
  const days = await makeCalendarDays(context);
  await (beside ? takePlaces(context) : remakeHere(context, days));
  await setRunning(context, days);
  await judgeRunning(context);
  await refreshAsks(context);
  if (!context.touched.all) await forget(context, [askers.name, madeCases.name, ...foundRecords]);
  await remake(context, 'survey_facts', surveyKeys, surveyFacts(context));
  await workFacts(context);
}

const staleKeys = {
  stages: stageKeys,
  turn_facts: turnKeys,
  sla_facts: slaKeys,
  message_facts: messageKeys,
  case_facts: caseKeys,
} as const;

/** Contacts, as messages, may name cases that nobody knows: they are made whole, not case by case. */
async function remakeHere(context: RefreshContext, days: CalendarDays | null): Promise<void> {
  await remake(context, 'contact_facts', contactKeys, contactFacts(context));
  await takeOutOpened(context, staleKeys);
  await forgetRunning(context);
  await makeLimits(context);
  await withSteps(context, numberedRecords(context), async () => {
    if (!context.touched.all) await makeStep(context, madeCases);
    for (const batch of await batchesOf(context))
      await inBatch(context, batch, () => factsOfBatch(context, days));
    if (!context.touched.all)
      await run(context, sql`insert into case_facts select * from ${sql.table(madeCases.name)}`);
    await messagesOfNoCase(context);
    if (!context.touched.all) await makeStep(context, askers);
  });
}

/**
 * When the end of the data moves, cases become old enough to be judged by what followed them, or too young again. What
 * still runs is not touched: its clocks are only set (`running-clocks`).
 */
async function touchOfAge(context: RefreshContext): Promise<void> {
  const { touched, dataThrough, dataThroughBefore, functions, settings } = context;
  if (touched.all || dataThrough === null || dataThrough === dataThroughBefore) return;
  const age = functions.secondsBetween(sql`last_resolved_at`, functions.instant(dataThrough));
  const young = sql`(${age} < ${settings.contactWindowDays * 86_400})`;
  await run(
    context,
    sql`insert into touched_cases select source, id from case_facts
      where customer_id is not null and last_resolved_at is not null
        and ${young} <> coalesce(first_contact_missing = 'too_early', false) ${passed(context, dataThrough)}`,
  );
}

/** Only what was resolved about so many days before an end of the data can pass the limit: facts lie by time, and few are read. */
function passed({ dataThroughBefore, functions, settings }: RefreshContext, dataThrough: string): Sql {
  if (dataThroughBefore === null) return sql``;
  const limits = [dataThrough, dataThroughBefore].map(
    (end) => Date.parse(end) - settings.contactWindowDays * 86_400_000,
  );
  const [from, to] = [Math.min(...limits) - 1000, Math.max(...limits) + 1000].map((instant) =>
    functions.instant(new Date(instant).toISOString()),
  );
  return sql`and last_resolved_at between ${from} and ${to}`;
}
