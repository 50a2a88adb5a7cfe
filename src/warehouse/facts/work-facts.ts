/** The facts about people, services and customers, made once those about requests are there. */
import type { RefreshContext } from '../refresh-context.ts';
import { customerFacts } from './customer-facts.ts';
import { remake } from './fact-statement.ts';
import { outageFacts } from './outage-facts.ts';
import { presenceFacts } from './presence-facts.ts';
import { reviewFacts, reviewKeys } from './review-facts.ts';
import { touchpointFacts, touchpointKeys } from './touchpoint-facts.ts';
import { volumeFacts, volumeKeys } from './volume-facts.ts';

export async function workFacts(context: RefreshContext): Promise<void> {
  await remake(context, 'touchpoint_facts', touchpointKeys, touchpointFacts(context));
  await remake(context, 'review_facts', reviewKeys, reviewFacts(context));
  await remake(context, 'volume_facts', volumeKeys, volumeFacts(context));
  await presenceFacts(context);
  await outageFacts(context);
  await customerFacts(context);
}
