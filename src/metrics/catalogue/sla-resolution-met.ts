/** How often was a case solved within the agreed time. */
import { promiseKept } from './promise-kept.ts';

export const slaResolutionMet = promiseKept('sla_resolution_met', 'resolution', {
  en: {
    name: 'Resolution within the agreement',
    question: 'How often was a case solved within the agreed time?',
  },
  it: {
    name: 'Risoluzione entro gli accordi',
    question: 'Quante volte un caso è stato risolto nei tempi concordati?',
  },
});
