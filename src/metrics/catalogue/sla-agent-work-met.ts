/** How often did a case take no more of the team's time than agreed. */
import { promiseKept } from './promise-kept.ts';

export const slaAgentWorkMet = promiseKept('sla_agent_work_met', 'agent_work', {
  en: {
    name: 'Agent work within the agreement',
    question: 'How often was a case with the team no longer than agreed?',
  },
  it: {
    name: 'Lavorazione entro gli accordi',
    question: 'Quante volte un caso è rimasto al servizio non più a lungo del concordato?',
  },
});
