/** Every metric there is: one file each, one line here. */
import type { MetricDefinition } from '../definition.ts';
import { abandonmentRate } from './abandonment-rate.ts';
import { backlog } from './backlog.ts';
import { backlogAge } from './backlog-age.ts';
import { casesClosed } from './cases-closed.ts';
import { casesOpened } from './cases-opened.ts';
import { casesPerAgent } from './cases-per-agent.ts';
import { casesResolved } from './cases-resolved.ts';
import { ces } from './ces.ts';
import { clearance } from './clearance.ts';
import { contactsArrived } from './contacts-arrived.ts';
import { contactsPerCustomer } from './contacts-per-customer.ts';
import { csat } from './csat.ts';
import { customersContacting } from './customers-contacting.ts';
import { effortTime } from './effort-time.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { firstResponseTime } from './first-response-time.ts';
import { handleTime } from './handle-time.ts';
import { holdTime } from './hold-time.ts';
import { holdTimePerContact } from './hold-time-per-contact.ts';
import { messagesPerAgent } from './messages-per-agent.ts';
import { messagesPerCase } from './messages-per-case.ts';
import { messagesPerOwner } from './messages-per-owner.ts';
import { messagesReceived } from './messages-received.ts';
import { multichannelRate } from './multichannel-rate.ts';
import { nps } from './nps.ts';
import { onePersonRate } from './one-person-rate.ts';
import { patience } from './patience.ts';
import { pingPongRate } from './ping-pong-rate.ts';
import { reassignments } from './reassignments.ts';
import { reopenRate } from './reopen-rate.ts';
import { repeatContactRate } from './repeat-contact-rate.ts';
import { reroutedContacts } from './rerouted-contacts.ts';
import { resolutionRate } from './resolution-rate.ts';
import { resolutionTime } from './resolution-time.ts';
import { serviceLevel } from './service-level.ts';
import { slaResolutionMet } from './sla-resolution-met.ts';
import { slaResponseMet } from './sla-response-met.ts';
import { speedOfAnswer } from './speed-of-answer.ts';
import { surveyResponseRate } from './survey-response-rate.ts';
import { talkTime } from './talk-time.ts';
import { teamHandovers } from './team-handovers.ts';
import { timeToClose } from './time-to-close.ts';
import { waitBeforeAbandoning } from './wait-before-abandoning.ts';
import { waitTime } from './wait-time.ts';

export const catalogue: readonly MetricDefinition[] = [
  abandonmentRate,
  casesOpened,
  contactsArrived,
  messagesReceived,
  casesResolved,
  casesClosed,
  clearance,
  customersContacting,
  contactsPerCustomer,
  firstResponseTime,
  resolutionTime,
  timeToClose,
  speedOfAnswer,
  waitTime,
  holdTime,
  holdTimePerContact,
  waitBeforeAbandoning,
  patience,
  serviceLevel,
  talkTime,
  handleTime,
  effortTime,
  resolutionRate,
  firstContactResolution,
  reopenRate,
  repeatContactRate,
  reassignments,
  teamHandovers,
  pingPongRate,
  reroutedContacts,
  multichannelRate,
  onePersonRate,
  messagesPerOwner,
  messagesPerCase,
  messagesPerAgent,
  casesPerAgent,
  csat,
  nps,
  ces,
  surveyResponseRate,
  slaResponseMet,
  slaResolutionMet,
  backlog,
  backlogAge,
];
