/** What people write in Italian. `{product}`, `{order}`, `{mail}` and `{phone}` are filled in; all of it is made up. */
import type { Phrases } from './phrasebook.ts';

export const italian: Phrases = {
  hello: ['Buongiorno,', 'Salve,', 'Ciao,', 'Gentile assistenza,', 'Buonasera,', 'Spett.le Cima & Fell,'],
  bye: [
    'Grazie, saluti.',
    'Cordiali saluti',
    'Grazie in anticipo',
    'Resto in attesa, grazie.',
    'Buona giornata',
  ],
  detail: [
    "L'ordine è {order}.",
    'Numero ordine {order}, del mese scorso.',
    'Ho ordinato {product} con {order}.',
    'Trovate tutto nel mio profilo, ordine {order}.',
  ],
  contact: ['Mi trovate a {mail}.', 'Potete chiamarmi al {phone}.', 'Il mio altro indirizzo è {mail}.'],
  ask: {
    order_status: [
      'dov\'è il mio ordine? Da giorni risulta "in preparazione".',
      'quando arriva il pacco? Il tracciamento è fermo.',
      "vorrei cambiare l'indirizzo di un ordine non ancora partito.",
    ],
    delivery_problem: [
      'il pacco con {product} è arrivato schiacciato e strappato.',
      "il corriere dice di aver consegnato, ma qui non c'è nulla.",
      "manca metà dell'ordine nella scatola.",
    ],
    invoice: [
      'dove trovo la fattura del mio ordine?',
      'potete inviarmi una copia della fattura in PDF?',
      "sulla fattura c'è il vecchio indirizzo della ditta.",
    ],
    account_access: [
      'non riesco ad accedere, il link per la password risulta scaduto.',
      'la pagina della password mi fa girare in tondo.',
      'credo di avere due profili, potete unirli?',
    ],
    return_exchange: [
      "vorrei cambiare {product} con un'altra taglia.",
      'come posso restituire {product}? È nuovo.',
      "l'etichetta di reso non si stampa.",
    ],
    refund: [
      'avete il mio reso da due settimane e il rimborso non è arrivato.',
      "l'importo rimborsato è inferiore a quello pagato.",
      'il rimborso per {product} non è mai arrivato sulla carta.',
    ],
    warranty_fault: [
      'dopo due uscite {product} mi ha già abbandonato.',
      'una cucitura di {product} si è aperta.',
      'ho un difetto su {product}, si può riparare?',
    ],
    size_advice: [
      'che taglia di {product} mi consigliate? Sono a metà fra due.',
      '{product} veste piccolo?',
      'porto il 43 da corsa, che numero devo prendere per gli scarponi?',
    ],
    product_advice: [
      '{product} è abbastanza caldo per ottobre a 2000 metri?',
      'come si lava {product} senza rovinarlo?',
      "che differenza c'è fra {product} e quello dell'anno scorso?",
    ],
    payment_failed: [
      'la carta viene rifiutata anche se è coperta.',
      'mi avete addebitato due volte lo stesso ordine.',
      'la pagina di pagamento si blocca dopo la conferma della banca.',
    ],
    club_points: [
      "mancano i punti dell'ultimo ordine.",
      'per quanto tempo valgono i punti del club?',
      'posso usare i punti insieme a un buono?',
    ],
    partner_integration: [
      'da stamattina il file delle giacenze è vuoto, il nostro negozio mostra tutto esaurito.',
      "l'interfaccia ordini rifiuta le conferme con codice 422, allego il registro.",
      "siamo passati alla nuova versione dell'interfaccia e le bolle non corrispondono più agli ordini.",
    ],
  },
  fault: [
    "dall'ultimo aggiornamento il mio Vetta GPS watch è scarico ogni mattina.",
    "l'orologio Vetta perde tutta la batteria di notte con il firmware 4.2.",
    "dopo l'aggiornamento l'orologio non dura un giorno, in montagna è pericoloso.",
  ],
  more: [
    'Grazie, ma il problema non è risolto.',
    'Ecco la foto richiesta.',
    'Ho provato, ma è uguale a prima.',
    'Scusate il ritardo, ecco i dati.',
    'Sì, esatto. E adesso?',
    'Potete ricontrollare? Qualcosa ancora non torna.',
    'Ve lo avevo già mandato la settimana scorsa.',
    'Si tratta di {product}, ordine {order}.',
  ],
  again: [
    'vi riscrivo perché non è cambiato nulla.',
    'è la seconda volta che vi contatto per questo.',
    'purtroppo si è ripresentato lo stesso problema.',
  ],
  thanks: ['Grazie!', 'Ottimo, grazie mille!', 'Perfetto, grazie molte.', 'Tutto risolto, grazie!'],
  answerOpen: [
    'Buongiorno e grazie per averci scritto.',
    'Salve, grazie del messaggio.',
    'Ciao, ho controllato.',
  ],
  tell: {
    order_status: [
      "l'ordine {order} parte oggi dal magazzino.",
      'lo ha il corriere, arriva entro due giorni.',
    ],
    delivery_problem: [
      'rispediamo {product} a nostre spese.',
      'abbiamo aperto una pratica con il corriere e vi facciamo sapere.',
    ],
    invoice: ['la trova in "I miei ordini", accanto a ogni ordine.', 'in allegato la fattura di {order}.'],
    account_access: ["le ho inviato un nuovo link, valido un'ora.", 'i due profili ora sono uno solo.'],
    return_exchange: [
      "ecco l'etichetta; spediamo l'altra taglia appena il pacco è registrato.",
      'può lasciare {product} in qualsiasi punto di ritiro con il codice qui sotto.',
    ],
    refund: [
      "l'importo sarà sul suo conto entro tre giorni lavorativi.",
      'ho chiesto alla banca di rintracciare il rimborso di {order}.',
    ],
    warranty_fault: [
      'il laboratorio ripara {product} gratuitamente.',
      'il ricambio per {product} parte questa settimana.',
    ],
    size_advice: [
      'tra due taglie di {product} prenderemmo la più grande.',
      '{product} veste regolare, con spazio per una calza spessa.',
    ],
    product_advice: [
      'con uno strato caldo {product} va bene fino a meno cinque.',
      'lavi {product} a trenta gradi, senza ammorbidente.',
    ],
    payment_failed: [
      'il secondo addebito era solo prenotato e si libera entro domani.',
      'riprovi pure, la pagina funziona di nuovo.',
    ],
    club_points: [
      'ho aggiunto i punti mancanti.',
      'i punti valgono due anni e si possono usare con i buoni.',
    ],
    partner_integration: [
      'il file è di nuovo attivo, lo riscarichi e confronti i totali.',
      'il campo deliveryNote è obbligatorio dalla versione 3, in allegato un esempio.',
    ],
  },
  question: [
    "Può inviarci una foto e il numero d'ordine?",
    'Può dirci quale versione utilizza?',
    'A quale indirizzo dobbiamo spedire?',
    'Può riprovare e dirci che cosa vede?',
  ],
  answerClose: ['Per qualsiasi cosa risponda pure qui.', 'Cordiali saluti, Cima & Fell', 'Buone camminate!'],
  spam: [
    'Primi su tutti i motori di ricerca, solo oggi!',
    'Follower a poco prezzo per il vostro negozio.',
    'Il vostro dominio scade oggi.',
  ],
  received: ['Abbiamo ricevuto il suo messaggio, le rispondiamo appena possibile.'],
  botHello: ["Salve, sono Ridge, l'assistente. Vediamo subito."],
  note: [
    'Cliente al telefono, spiegato e confermato.',
    'Sentito il magazzino, attendo risposta.',
    'Non è nostro: passato al gruppo giusto.',
    'Chiesta al corriere la prova di consegna.',
    'Cliente arrabbiato, attenzione.',
  ],
  praise: [
    'Veloci e gentili.',
    'Molto disponibili, risolto subito!',
    'Il miglior servizio da molto tempo.',
    'Risposta chiara, grazie.',
    "La persona si è presa il tempo e conosceva l'attrezzatura.",
    'Gentilissimi, comprerò ancora.',
  ],
  praiseMore: [
    'Solo la pagina potrebbe essere più chiara.',
    'Veloce anche il pacco.',
    "L'ho detto agli amici del CAI.",
  ],
  complaintMore: [
    'Non eravate così.',
    'Ci penserò due volte prima di riordinare.',
    'Leggete prima di rispondere.',
  ],
  middling: [
    'Tutto sommato bene.',
    'Risolto, ma con calma.',
    'Gentili, ma ho dovuto chiedere due volte.',
    'Così così.',
  ],
  complaint: [
    'Nessuno ha letto quello che ho scritto.',
    'Risposta copiata, nessun aiuto.',
    'Ancora non risolto.',
    'Sgarbati e di fretta.',
    'Rivoglio i miei soldi.',
  ],
  slow: [
    'Attesa troppo lunga.',
    'Giorni per una risposta semplice.',
    "Mezz'ora in attesa, poi è caduta la linea.",
  ],
  passedOn: ["Rimandato da un ufficio all'altro.", 'Terza persona, e ho dovuto rispiegare tutto.'],
  repeated: ['Ho dovuto ricontattarvi per la stessa cosa.', 'Seconda volta, stesso problema.'],
  faulty: [
    "L'orologio è ancora inutilizzabile e mi dite di aspettare.",
    'Mi avete venduto un orologio che muore di notte.',
  ],
};
