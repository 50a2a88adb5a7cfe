/** Everything that the facts of cases are made of, read once and under the numbers of the cases. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { allOf } from './batches.ts';
import { recordSteps } from './case-records.ts';
import { putIn, type Sql, type Step } from './fact-statement.ts';
import { messageFacts } from './message-facts.ts';
import { nextCases } from './next-cases.ts';
import { theCases } from './the-cases.ts';

/** Needs `contact_facts`, `source_traits` and `merged_cases`. */
export const numberedRecords = (context: RefreshContext): readonly Step[] => [
  ...theCases(context),
  nextCases(context),
  ...recordSteps(context),
];

const ofNoCase: Sql = sql`(select * from ${sql.table(allOf('the_messages'))} where case_no is null)`;

/** Messages that name a case which nobody knows are messages all the same. */
export const messagesOfNoCase = (context: RefreshContext): Promise<void> =>
  putIn(context, 'message_facts', messageFacts(ofNoCase, sql.table(allOf('the_cases'))));
