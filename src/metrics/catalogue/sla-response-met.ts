/** How often was the first answer within the agreed time. */
import { promiseKept } from './promise-kept.ts';

export const slaResponseMet = promiseKept('sla_response_met', 'first_response', {
  en: {
    name: 'First response within the agreement',
    question: 'How often was the first answer within the agreed time?',
  },
  it: {
    name: 'Prima risposta entro gli accordi',
    question: 'Quante volte la prima risposta è arrivata nei tempi concordati?',
  },
});
