/** How often did a waiting customer hear from us as often as agreed. */
import { promiseKept } from './promise-kept.ts';

export const slaUpdateMet = promiseKept('sla_update_met', 'periodic_update', {
  en: {
    name: 'Updates within the agreement',
    question: 'How often did a waiting customer hear from us as often as agreed?',
  },
  it: {
    name: 'Aggiornamenti entro gli accordi',
    question: 'Quante volte il cliente in attesa ha avuto notizie con la frequenza concordata?',
  },
});
