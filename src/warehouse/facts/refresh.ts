/** Makes the facts again from the records: the one thing that every load and undo ends with. */
import type { RefreshFacts } from '../refresh-context.ts';
import { contactFacts, contactKeys } from './contact-facts.ts';
import { remake } from './fact-statement.ts';
import { surveyFacts, surveyKeys } from './survey-facts.ts';

/**
 * What comes out depends on the records alone, never on the order in which they came: events are read by time, then by
 * the source's own sequence, then by id.
 */
export const refreshFacts: RefreshFacts = async (context) => {
  await remake(context, 'contact_facts', contactKeys, contactFacts(context));
  await remake(context, 'survey_facts', surveyKeys, surveyFacts(context));
};
