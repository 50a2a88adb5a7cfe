/** Every metric there is: one file each, one line here. */
import type { MetricDefinition } from '../definition.ts';
import { abandonmentRate } from './abandonment-rate.ts';
import { adherence } from './adherence.ts';
import { backlog } from './backlog.ts';
import { backlogAge } from './backlog-age.ts';
import { botContainment } from './bot-containment.ts';
import { casesClosed } from './cases-closed.ts';
import { casesOpened } from './cases-opened.ts';
import { casesPerAgent } from './cases-per-agent.ts';
import { casesResolved } from './cases-resolved.ts';
import { ces } from './ces.ts';
import { churnAfterContact } from './churn-after-contact.ts';
import { clearance } from './clearance.ts';
import { contactsArrived } from './contacts-arrived.ts';
import { contactsPerCustomer } from './contacts-per-customer.ts';
import { contactsPerOrder } from './contacts-per-order.ts';
import { costPerContact } from './cost-per-contact.ts';
import { costPerResolution } from './cost-per-resolution.ts';
import { countedAbandonmentRate } from './counted-abandonment-rate.ts';
import { countedContacts } from './counted-contacts.ts';
import { csat } from './csat.ts';
import { customersContacting } from './customers-contacting.ts';
import { customersNotServed } from './customers-not-served.ts';
import { effortTime } from './effort-time.ts';
import { escalationRate } from './escalation-rate.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { firstResponseTime } from './first-response-time.ts';
import { handleTime } from './handle-time.ts';
import { holdTime } from './hold-time.ts';
import { holdTimePerContact } from './hold-time-per-contact.ts';
import { interactionsPerAgentHour } from './interactions-per-agent-hour.ts';
import { messagesLeftUnanswered } from './messages-left-unanswered.ts';
import { messagesPerAgent } from './messages-per-agent.ts';
import { messagesPerCase } from './messages-per-case.ts';
import { messagesPerOwner } from './messages-per-owner.ts';
import { messagesReceived } from './messages-received.ts';
import { multichannelRate } from './multichannel-rate.ts';
import { nextResponseTime } from './next-response-time.ts';
import { nps } from './nps.ts';
import { occupancy } from './occupancy.ts';
import { onePersonRate } from './one-person-rate.ts';
import { overtakenUrgent } from './overtaken-urgent.ts';
import { patience } from './patience.ts';
import { pingPongRate } from './ping-pong-rate.ts';
import { qualityScore } from './quality-score.ts';
import { reassignments } from './reassignments.ts';
import { referralIntent } from './referral-intent.ts';
import { referrals } from './referrals.ts';
import { reopenRate } from './reopen-rate.ts';
import { repeatContactRate } from './repeat-contact-rate.ts';
import { reroutedContacts } from './rerouted-contacts.ts';
import { resolutionRate } from './resolution-rate.ts';
import { resolutionTime } from './resolution-time.ts';
import { retention } from './retention.ts';
import { sentiment } from './sentiment.ts';
import { serviceLevel } from './service-level.ts';
import { shareOfChannel } from './share-of-channel.ts';
import { shortContacts } from './short-contacts.ts';
import { shrinkage } from './shrinkage.ts';
import { slaAgentWorkMet } from './sla-agent-work-met.ts';
import { slaAtRisk } from './sla-at-risk.ts';
import { slaNextResponseMet } from './sla-next-response-met.ts';
import { slaRequesterWaitMet } from './sla-requester-wait-met.ts';
import { slaResolutionMet } from './sla-resolution-met.ts';
import { slaResponseMet } from './sla-response-met.ts';
import { slaUpdateMet } from './sla-update-met.ts';
import { speedOfAnswer } from './speed-of-answer.ts';
import { surveyResponseRate } from './survey-response-rate.ts';
import { talkTime } from './talk-time.ts';
import { teamHandovers } from './team-handovers.ts';
import { timeToClose } from './time-to-close.ts';
import { uptime } from './uptime.ts';
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
  shareOfChannel,
  firstResponseTime,
  messagesLeftUnanswered,
  overtakenUrgent,
  nextResponseTime,
  resolutionTime,
  timeToClose,
  speedOfAnswer,
  waitTime,
  holdTime,
  holdTimePerContact,
  waitBeforeAbandoning,
  patience,
  serviceLevel,
  shortContacts,
  talkTime,
  handleTime,
  effortTime,
  resolutionRate,
  firstContactResolution,
  reopenRate,
  repeatContactRate,
  customersNotServed,
  reassignments,
  teamHandovers,
  pingPongRate,
  reroutedContacts,
  escalationRate,
  multichannelRate,
  botContainment,
  onePersonRate,
  messagesPerOwner,
  messagesPerCase,
  messagesPerAgent,
  casesPerAgent,
  csat,
  nps,
  referralIntent,
  ces,
  sentiment,
  surveyResponseRate,
  slaResponseMet,
  slaNextResponseMet,
  slaUpdateMet,
  slaResolutionMet,
  slaAgentWorkMet,
  slaRequesterWaitMet,
  slaAtRisk,
  backlog,
  backlogAge,
  interactionsPerAgentHour,
  occupancy,
  adherence,
  shrinkage,
  qualityScore,
  uptime,
  costPerContact,
  costPerResolution,
  contactsPerOrder,
  referrals,
  retention,
  churnAfterContact,
  countedContacts,
  countedAbandonmentRate,
];
