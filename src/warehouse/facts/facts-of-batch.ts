/** The facts of one batch of cases: every step on the way to them, and where they go. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { madeCases } from './ask-facts.ts';
import type { CalendarDays } from './calendar-table.ts';
import { caseFacts, caseSteps } from './case-facts.ts';
import { caseLog } from './case-log.ts';
import { madeIn, putIn, type Sql, withSteps } from './fact-statement.ts';
import { messageFacts } from './message-facts.ts';
import { rememberRunning } from './running-clocks.ts';
import { slaFacts, slaSteps } from './sla-facts.ts';
import { stages, stayStep } from './stages.ts';
import { turnFacts } from './turn-facts.ts';

/** Of the cases, events, messages and calls that stand under their plain names (see `batches`). */
export const factsOfBatch = (context: RefreshContext, days: CalendarDays | null): Promise<void> =>
  withSteps(context, [caseLog, stayStep(context), ...caseSteps(context, days)], async () => {
    await putIn(context, 'message_facts', messageFacts(sql.table('the_messages'), sql.table('the_cases')));
    await putIn(context, 'stages', stages(context, days));
    await putIn(context, 'case_facts', caseFacts(context), casesInto(context));
    await putIn(context, 'turn_facts', turnFacts(context));
    await rememberRunning(context);
    await promises(context, days);
  });

const casesInto = (context: RefreshContext): Sql =>
  context.touched.all ? madeIn(context, 'case_facts') : sql.table(madeCases.name);

const promises = async (context: RefreshContext, days: CalendarDays | null): Promise<void> => {
  const steps = slaSteps(context, days);
  if (steps.length > 0) await withSteps(context, steps, () => putIn(context, 'sla_facts', slaFacts(context)));
};
