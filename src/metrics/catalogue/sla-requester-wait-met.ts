/** How often did a customer wait no longer than agreed. */
import { promiseKept } from './promise-kept.ts';

export const slaRequesterWaitMet = promiseKept('sla_requester_wait_met', 'requester_wait', {
  en: {
    name: 'Customer waiting within the agreement',
    question: 'How often did a customer wait for a solution no longer than agreed?',
  },
  it: {
    name: 'Attesa del cliente entro gli accordi',
    question: 'Quante volte il cliente ha atteso la soluzione non più a lungo del concordato?',
  },
});
