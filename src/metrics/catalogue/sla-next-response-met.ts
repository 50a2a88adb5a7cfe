/** How often was a further message answered within the agreed time. */
import { promiseKept } from './promise-kept.ts';

export const slaNextResponseMet = promiseKept('sla_next_response_met', 'next_response', {
  en: {
    name: 'Next response within the agreement',
    question: 'How often was a further message answered within the agreed time?',
  },
  it: {
    name: 'Risposte successive entro gli accordi',
    question: 'Quante volte un messaggio successivo ha avuto risposta nei tempi concordati?',
  },
});
