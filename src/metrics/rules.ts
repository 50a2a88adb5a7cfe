/** The rules that could give another answer: tokens, their values and their words. */

interface RuleWords {
  readonly en: string;
  readonly it: string;
}

export interface RuleDefinition {
  readonly words: RuleWords;
  /** The closed list of values; absent where the rule is a time. */
  readonly values?: Readonly<Record<string, RuleWords>>;
}

export const rules = {
  anchor: {
    words: {
      en: 'the moment that places a row in a period',
      it: 'il momento che colloca una riga nel periodo',
    },
    values: {
      opened: { en: 'when the case was opened', it: 'apertura del caso' },
      answered: { en: 'when it was first answered', it: 'prima risposta' },
      resolved: { en: 'when it was resolved', it: 'risoluzione' },
      closed: { en: 'when it was closed', it: 'chiusura' },
      arrived: { en: 'when the contact arrived', it: 'arrivo del contatto' },
      rated: { en: 'when the rating was given', it: 'valutazione ricevuta' },
      sent: { en: 'when it was sent', it: 'invio' },
      worked: { en: 'the day of work', it: 'il giorno di lavoro' },
      day: { en: 'the day itself', it: 'il giorno stesso' },
      happened: { en: 'when it happened', it: 'quando è avvenuto' },
      reviewed: { en: 'when it was reviewed', it: 'valutazione del contatto' },
      month: { en: 'the beginning of the month', it: "l'inizio del mese" },
      began: { en: 'when the counting began', it: "l'inizio del conteggio" },
      started: { en: 'when its clock started', it: 'avvio del conteggio' },
      asked: { en: 'when the customer asked', it: 'richiesta del cliente' },
    },
  },
  clock: {
    words: { en: 'which hours count', it: 'quali ore contano' },
    values: {
      business: { en: 'opening hours only', it: 'solo gli orari di apertura' },
      calendar: { en: 'around the clock', it: 'giorno e notte' },
    },
  },
  open_cases: {
    words: { en: 'cases that are not finished yet', it: 'casi non ancora conclusi' },
    values: {
      included: {
        en: 'included: they have waited at least this long (Kaplan–Meier)',
        it: 'inclusi: hanno atteso almeno questo tempo (Kaplan–Meier)',
      },
      finished_only: {
        en: 'left out: what your helpdesk shows',
        it: 'esclusi: è il dato mostrato dal vostro helpdesk',
      },
    },
  },
  bots: {
    words: { en: 'what starts the wait for a person', it: "da quando decorre l'attesa di una persona" },
    values: {
      from_first_message: { en: "from the customer's first message", it: 'dal primo messaggio del cliente' },
      from_handover: {
        en: 'from the moment a bot passed the case on; where no bot took part, from the first message',
        it: 'da quando un bot ha passato il caso; senza bot, dal primo messaggio',
      },
    },
  },
  credit: {
    words: { en: 'who gets the credit', it: 'a chi va il merito' },
    values: {
      resolver: { en: 'whoever resolved it', it: 'chi lo ha risolto' },
      first_responder: { en: 'whoever answered first', it: 'chi ha risposto per primo' },
      owner_now: { en: 'whoever owns it now', it: 'chi lo ha in carico ora' },
      shared: {
        en: 'everybody who worked on it, the whole of it to each',
        it: 'chiunque ci abbia lavorato, per intero a ciascuno',
      },
    },
  },
  first_contact: {
    words: {
      en: 'what counts as solved at first contact',
      it: 'che cosa vale come risolto al primo contatto',
    },
    values: {
      one_touch: {
        en: 'one human answer, no transfer, no reopening, no new case on the same subject within 7 days',
        it: 'una sola risposta umana, nessun trasferimento, nessuna riapertura, nessun nuovo caso sullo stesso tema entro 7 giorni',
      },
      not_again: {
        en: 'resolved, not reopened, and the customer did not come back within 7 days',
        it: 'risolto, non riaperto, e il cliente non è tornato entro 7 giorni',
      },
      closed_once: { en: 'resolved and never reopened', it: 'risolto e mai riaperto' },
    },
  },
  contact_again: {
    words: { en: 'what counts as contacting again', it: 'che cosa vale come nuovo contatto' },
    values: {
      same_category: { en: 'a new case on the same subject', it: 'un nuovo caso sullo stesso tema' },
      any: { en: 'any new case', it: 'un nuovo caso qualsiasi' },
    },
  },
  given_up_window: {
    words: {
      en: 'nobody served them, or answered, within',
      it: 'nessuno li ha serviti, né ha risposto, entro',
    },
  },
  'churn.of': {
    words: { en: 'which customers are followed', it: 'quali clienti si seguono' },
    values: {
      contacted: { en: 'those with a contact in the month', it: 'chi ha avuto un contatto nel mese' },
      not_contacted: { en: 'those without one', it: 'chi non ne ha avuti' },
      everyone: { en: 'all of them', it: 'tutti' },
    },
  },
  'churn.within': { words: { en: 'left within', it: 'perso entro' } },
  'contact_again.within': { words: { en: 'within', it: 'entro' } },
  offered: {
    words: {
      en: 'which contacts were offered to the team',
      it: 'quali contatti sono stati offerti al servizio',
    },
    values: {
      connected_or_queued: {
        en: 'connected or queued: who left in the menu was not offered',
        it: 'collegati o messi in coda: chi ha riagganciato nel menu non è contato',
      },
      all: { en: 'all that arrived', it: 'tutti quelli arrivati' },
    },
  },
  'abandonment.base': {
    words: { en: 'abandoned out of', it: 'abbandoni su' },
    values: {
      offered: { en: 'all contacts offered', it: 'tutti i contatti offerti' },
      queued: { en: 'those who waited more than 0 s', it: 'chi ha atteso più di 0 s' },
      without_short: {
        en: 'contacts offered, short abandons left out above and below',
        it: 'contatti offerti, senza gli abbandoni brevi sopra e sotto',
      },
    },
  },
  'abandonment.short': { words: { en: 'an abandon is short up to', it: 'un abbandono è breve fino a' } },
  'service_level.base': {
    words: { en: 'answered in time out of', it: 'risposte in tempo su' },
    values: {
      answered_or_abandoned_late: {
        en: 'answered, plus abandoned after the limit',
        it: 'risposti, più abbandonati dopo il limite',
      },
      answered: { en: 'answered', it: 'risposti' },
      offered: { en: 'offered', it: 'offerti' },
      arrived: { en: 'arrived, the menu included', it: 'arrivati, menu compreso' },
    },
  },
  'short_contacts.under': { words: { en: 'short means under', it: 'brevissimo significa meno di' } },
  'service_level.within': { words: { en: 'in time means within', it: 'in tempo significa entro' } },
  satisfied: {
    words: { en: 'who counts as satisfied', it: 'chi vale come soddisfatto' },
    values: {
      top_two: {
        en: 'the top two of 5 or 7, 9–10 of 10, thumbs up',
        it: 'i due voti più alti su 5 o 7, 9–10 su 10, pollice in su',
      },
      top_box: { en: 'the best answer only, on any scale', it: 'solo il voto più alto, su qualsiasi scala' },
      above_middle: {
        en: 'any answer above the middle of its scale',
        it: 'ogni voto sopra la metà della scala',
      },
    },
  },
  resolved_at: {
    words: { en: 'which resolution counts', it: 'quale risoluzione conta' },
    values: {
      last: { en: 'the last one', it: "l'ultima" },
      first: { en: 'the first one', it: 'la prima' },
    },
  },
} as const satisfies Record<string, RuleDefinition>;

export type RuleToken = keyof typeof rules;

export const ruleTokens = Object.keys(rules) as readonly RuleToken[];

/** A rule by token, widened so that callers can walk over its values. */
export const ruleOf = (token: RuleToken): RuleDefinition => rules[token];
