/** Italiano. Every message of English, in the words that people in Italian service teams use. */
import type { en } from './en.ts';

export const it: Readonly<Record<keyof typeof en, string>> = {
  'report.title.whole_picture': 'Il servizio clienti nel suo insieme',
  'report.page.one': 'In sintesi',
  'report.page.two': 'Perché',
  'report.page.behind': 'Dietro i numeri',
  'report.period.all': 'tutti i dati disponibili',
  'report.period.undated': 'senza data',
  'report.period.quarter': '{quarter}º trimestre {year}',
  'report.period.range': 'dal {from} al {to}',
  'report.source': '{record}: {text}',
  'record.cases': 'casi',
  'record.events': 'eventi',
  'record.messages': 'messaggi',
  'record.interactions': 'contatti',
  'record.surveys': 'questionari inviati e compilati',
  'record.customers': 'clienti',
  'record.agents': 'operatori',
  'record.touchpoints': 'ordini e altri passaggi',
  'record.changes': 'modifiche registrate',
  'record.other': 'record',
  'report.through.undated': 'I dati non riportano date',
  'report.missingDays': '{n, plural, one {# giorno} other {# giorni}} senza dati: {days}',
  'report.foot':
    'Tidemark {version} · versione dei dati {data} · definizioni {definitions} · si rigenera con: tidemark report --period {period} --lang {language}',

  'paper.skip': 'Vai al rapporto',
  'paper.period': 'Periodo',
  'paper.dataThrough': 'Dati fino al',
  'paper.missingDays': 'Giorni mancanti',
  'paper.sources': 'Fonti',
  'paper.contact': 'Contatto',
  'paper.asTable': 'Gli stessi dati in tabella',
  'paper.definition': 'Definizione',
  'paper.rows': 'Le righe che la compongono',
  'paper.effect': 'Effetto',
  'paper.owner': 'Responsabile',
  'paper.by': 'Entro',
  'paper.advice': 'Che cosa fare',
  'paper.audience': 'Per',
  'paper.rules': 'Regole',
  'paper.close': 'Chiudi',
  'paper.page': 'Pagina {page} di {pages}',

  'verdict.signal': 'Cambiato',
  'verdict.no_change_bigger_than': 'Stabile',
  'verdict.cannot_tell_yet': 'Presto per dirlo',

  'unit.points': '{value} punti',
  'interval.both': 'da {low} a {high}',
  'interval.atLeast': 'almeno {low}',
  'interval.atMost': 'al massimo {high}',
  'figure.of': 'n = {n}',
  'name.statistic': '{metric}, {stat}',
  'stat.mean': 'media',
  'stat.median': 'mediana',
  'stat.p75': '3 su 4 entro',
  'stat.p90': '9 su 10 entro',
  'stat.p95': '95 su 100 entro',
  'stat.geometric_mean': 'valore tipico (media geometrica)',
  'stat.max': 'il più lungo',
  'stat.other': 'altro',

  'column.figure': 'Indicatore',
  'column.thisPeriod': 'Questo periodo',
  'column.target': 'Obiettivo',
  'column.before': 'Periodo precedente',
  'column.lastYear': 'Stesso periodo, anno scorso',
  'column.verdict': 'È cambiato davvero?',
  'column.verdictOn': '{name}: è cambiato davvero?',
  'column.period': 'Periodo',
  'column.low': 'Almeno',
  'column.high': 'Al massimo',
  'column.shareOfWork': 'Quota del lavoro',
  'column.shareOfVolume': 'Quota dei volumi',
  'column.problem': 'Che cosa è emerso',
  'column.records': 'Record',
  'column.value': 'Valore',
  'column.lower': 'Di solito, almeno',
  'column.middle': 'Di solito',
  'column.upper': 'Di solito, al massimo',
  'column.signal': 'Più del caso',
  'column.share': 'Quota',

  'answer.arrived': 'Sono arrivati {parts}.',
  'answer.contacts': '{n, plural, one {{text} contatto} other {{text} contatti}}',
  'answer.cases': '{n, plural, one {{text} caso} other {{text} casi}}',
  'answer.surveys': '{n, plural, one {{text} questionario compilato} other {{text} questionari compilati}}',
  'answer.nothing':
    '{n, plural, one {L’unico indicatore confrontato non è cambiato} other {Dei # indicatori confrontati nessuno è cambiato}} più di quanto farebbe il caso.',
  'answer.rose': '{name}: da {from} a {to}, in aumento',
  'answer.fell': '{name}: da {from} a {to}, in calo',
  'answer.changed': 'Dei {all} indicatori confrontati, quelli cambiati davvero sono {n}: {which}.',
  'answer.first': 'La prima cosa da guardare: {advice}',
  'answer.noAdvice': 'Non emerge nulla che richieda un intervento.',

  'flow.contacts_arrived': '{n, plural, one {{text} contatto arrivato} other {{text} contatti arrivati}}',
  'flow.cases_opened': '{n, plural, one {{text} caso aperto} other {{text} casi aperti}}',
  'flow.cases_resolved': '{n, plural, one {{text} risolto} other {{text} risolti}}',
  'flow.backlog':
    '{n, plural, one {{text} ancora aperto} other {{text} ancora aperti}} alla fine del periodo',
  'flow.compared': '{text} ({difference} a parità di giorni: {verdict})',
  'flow.oldest': 'il caso aperto più vecchio è {id}, del {date}',

  'block.headline': 'Gli indicatori che contano',
  'block.headline.legend':
    'Cambiato: più di quanto farebbe il caso. Stabile: nessun cambiamento abbastanza grande da contare. Presto per dirlo: i dati non bastano ancora.',
  'block.note': 'Nota dell’autore',
  'block.decisions': 'Che cosa vi chiediamo di decidere',
  'block.decisions.none': 'Questa volta non c’è nulla da decidere.',
  'block.insights.none': 'In questo periodo nulla si distingue dal caso.',
  'block.reasons': 'Su che cosa si lavora',
  'block.reasons.summary': '{first} assorbe il {work} del lavoro e il {volume} dei volumi.',
  'block.reasons.note': 'Il lavoro è volume × {time}.',
  'block.trend.summary': '{name}: tra {low} e {high}; l’ultimo valore è {last}.',
  'block.trend.band': 'La fascia è l’intervallo al 95% di ciascun valore.',
  'block.watch': 'Che cosa sorveglia l’allarme',
  'block.watch.quiet': 'In nessuno di questi c’è più del caso.',
  'block.watch.limits':
    'Ciascuno è giudicato per settimana e per giorno. I limiti contengono tutti i punti di un servizio in cui nulla accade in 19 grafici simili su 20; si tiene conto di giorni della settimana, asimmetria e memoria.',
  'block.rhythm': 'Quando arrivano',
  'block.rhythm.summary': 'L’ora più intensa è {day} dalle {hour}:00, con {text}.',
  'block.promise': 'Che cosa possiamo promettere',
  'block.promise.item': '{channel}: 9 su 10 ricevono risposta entro {time}',
  'block.voices': 'Le parole dei clienti',
  'block.voices.from': '{score} su {max}',
  'block.by': 'Per {dimension}',
  'block.by.more':
    '{n, plural, one {Un’altra riga è} other {Altre # righe sono}} nell’esportazione per {dimension}.',
  'block.undecided': 'Che cosa non possiamo ancora dire',
  'block.undecided.missing': '{name}: nessun valore. {reason}',
  'block.undecided.more': '{name}: servono circa {more} casi in più per parte.',
  'block.undecided.among':
    '{name}: da solo risulterebbe cambiato, ma tra tanti indicatori un cambiamento così è atteso per caso.',
  'block.undecided.unclear': '{name}: i dati non lo chiariscono.',
  'block.quality': 'Qualità dei dati',
  'block.quality.none': 'Nessun record è stato messo da parte e nulla è in contraddizione.',
  'block.quality.gaps':
    '{n, plural, one {Un giorno non ha alcun record ed è lasciato vuoto} other {# giorni non hanno alcun record e sono lasciati vuoti}}: {days}.',
  'definition.text': '{question} {formula}. Esclusi: {countedOut}',
  'block.definitions': 'Definizioni',
  'block.howMade': 'Come è fatto questo rapporto',
  'block.howMade.intervals': 'Ogni intervallo contiene il valore vero in 95 casi su 100. Metodi: {methods}.',
  'block.howMade.verdicts':
    'Un confronto è Stabile quando il suo intervallo sta entro il più piccolo cambiamento che conterebbe, Cambiato quando l’intervallo esclude lo zero, altrimenti è Presto per dirlo.',
  'block.howMade.noFamily': 'Nulla è stato confrontato, quindi non ci sono falsi allarmi da attendersi.',
  'block.howMade.family':
    '{n, plural, one {Il confronto della prima pagina è stato valutato da solo} other {I # confronti della prima pagina sono stati valutati insieme}}, e così i {behind} che stanno dietro (Benjamini–Hochberg): tra quelli detti Cambiato, i falsi allarmi attesi sono al massimo circa il {share}.',
  'block.howMade.alarm':
    '{n, plural, one {Un grafico è sorvegliato} other {# grafici sono sorvegliati}} da un solo allarme che tiene conto di giorni della settimana, asimmetria e memoria: in un servizio in cui nulla accade, circa una pagina simile su {pages} mostra un falso allarme.',
  'block.howMade.noPeople': 'Nessun dato riguarda una singola persona.',
  'block.howMade.people': 'I dati per persona sono prodotti per questo scopo: {purpose}',

  'compare.rose':
    '{name}: in aumento da {before} a {value} ({difference}, intervallo al 95% da {low} a {high}).',
  'compare.fell':
    '{name}: in calo da {before} a {value} ({difference}, intervallo al 95% da {low} a {high}).',
  'compare.chance':
    'È più del caso: se nulla fosse cambiato, uno scarto così grande si vedrebbe meno di una volta su {times} confronti simili.',
  'compare.steady':
    '{name}: stabile, {value} contro {before}. Se si è mosso, non più di quanto conti ({smallest}): l’intervallo della differenza va da {low} a {high}.',
  'compare.unclear':
    '{name}: {value} contro {before}. Troppo presto per dirlo: la differenza vera può stare ovunque tra {low} e {high}.',
  'compare.more': 'Circa {more} in più per parte basterebbero a deciderlo, se ciò che si vede resta com’è.',
  'compare.dayForDay': 'a parità di giorni {difference}',
  'compare.higher':
    '{name}: qui più alto, {value} contro {before} ({difference}, intervallo al 95% da {low} a {high}).',
  'compare.lower':
    '{name}: qui più basso, {value} contro {before} ({difference}, intervallo al 95% da {low} a {high}).',
  'compare.chanceApart':
    'È più del caso: se le due parti fossero uguali, uno scarto così grande si vedrebbe meno di una volta su {times} confronti simili.',
  'compare.alike':
    '{name}: uguale dalle due parti, {value} contro {before}. Se differiscono, non più di quanto conti ({smallest}): l’intervallo della differenza va da {low} a {high}.',
  'compare.noMore': 'Nessun numero di casi lo deciderebbe finché i due valori sono così vicini.',
  'compare.missing': '{name}: nulla da confrontare. {reason}',
  'compare.noEnd': 'nessun limite',

  'watch.rose':
    '{name}: in aumento da {before} a {after} (tra {low} e {high}) verso il {day}, tra il {earliest} e il {latest}.',
  'watch.fell':
    '{name}: in calo da {before} a {after} (tra {low} e {high}) verso il {day}, tra il {earliest} e il {latest}.',
  'watch.spike': '{name}: {value} al {day} si stacca dal solito {usual}.',
  'watch.whole': 'La serie nel suo insieme: {text}.',
  'watch.quiet': '{name}: nient’altro che il caso.',
  'watch.cause.shift': 'nuovo livello',
  'watch.cause.spike': 'fuori dal solito',
  'watch.cause.other': '{text}',
  'watch.falseAlarms':
    'Su una pagina simile in cui nulla accade sono da attendersi {expected} falsi allarmi: uno ogni {pages} pagine circa.',
  'watch.flagged':
    'Dei grafici di questa lunghezza in cui nulla accade, queste regole ne segnalano circa {share}.',
  'watch.trial':
    'Il livello più recente poggia su {n, plural, one {un solo punto} other {soli # punti}}: può ancora muoversi.',

  'people.title': '{name} per {dimension}, a parità di lavoro',
  'people.allChance': 'Tutte le differenze qui sono frutto del caso: chi è primo o ultimo lo è per fortuna.',
  'people.some':
    'Su {all}, {n, plural, =0 {nessuno è} one {uno è} other {# sono}} davvero lontano dal centro ({middle}); gli altri non se ne distinguono ancora, o sono troppo vicini perché conti.',
  'people.spread': 'Di che cosa è fatta la dispersione: {parts}.',
  'people.part': '{name} {share}',
  'people.part.chance': 'caso',
  'people.part.day': 'giorno',
  'people.read':
    'Le stime tengono conto di {mix} e sono avvicinate al centro dove i dati sono pochi. Il posto 1 è il valore più alto; {better}.',
  'people.nothing': 'null’altro',
  'people.better.up': 'più alto è meglio',
  'people.better.down': 'più basso è meglio',
  'people.better.neither': 'nessuno dei due estremi è meglio in sé',
  'people.extreme':
    'Chi viene scelto perché primo o ultimo, la prossima volta sarà più vicino al centro: le stime dicono già di quanto.',
  'people.apart': 'Lontano dal centro',
  'people.close': 'Vicino al centro',
  'people.unclear': 'Troppo presto per dirlo',

  'change.title': '«{what}» ({day})',
  'change.more':
    '{change} ha portato un aumento: {name} è {difference} sopra a quanto sarebbe stato (da {low} a {high}).',
  'change.less':
    '{change} ha portato un calo: {name} è {difference} sotto a quanto sarebbe stato (da {low} a {high}).',
  'change.chance': 'Il solo caso produce uno scarto così grande meno di una volta su {times}.',
  'change.nothing':
    '{change} non ha cambiato nulla che conti in {name}: l’effetto vero sta tra {low} e {high}, entro {smallest}.',
  'change.unclear':
    '{change}: troppo presto per dirlo per {name}. L’effetto vero può stare ovunque tra {low} e {high}.',
  'change.weeks':
    '{n, plural, one {Circa un’altra settimana} other {Circa altre # settimane}} per parte basterebbero a deciderlo, se ciò che si vede resta com’è.',
  'change.against':
    'Confrontato con il resto per {dimension}, {before} settimane prima e {after} dopo; ciò che muove entrambi è tolto.',
  'change.alone':
    'Confrontato solo con il proprio passato, {before} settimane prima e {after} dopo: nella risposta c’è anche ogni altra cosa accaduta allora.',
  'change.drifted': 'I due si allontanavano già prima del cambiamento: la risposta va presa con cautela.',

  'insight.realChange.everywhere':
    'È diffuso su tutto il lavoro: nessuna parte da sola ne spiega la maggior quota.',
  'insight.realChange.rate':
    'Circa il {part} viene da {dimension} «{segment}», gestito in modo diverso da prima.',
  'insight.realChange.count': 'Circa il {part} viene da {dimension} «{segment}».',
  'insight.realChange.mix':
    'Circa il {part} viene dal diverso peso di {dimension} «{segment}» rispetto a prima.',
  'insight.realChange.rose': '{metric}: da {before} a {value}, in aumento',
  'insight.realChange.fell': '{metric}: da {before} a {value}, in calo',
  'insight.realChange.chance':
    'Un cambiamento di {difference}: se nulla fosse cambiato, uno scarto così grande si vedrebbe meno di una volta su {p} periodi.',
  'insight.realChange.chanceCount':
    'A parità di giorni un cambiamento di {difference}: se nulla fosse cambiato, uno scarto così grande si vedrebbe meno di una volta su {p} periodi.',
  'insight.realChange.look':
    'Partite da {dimension} «{segment}»: aprite i casi che ci stanno dietro e chiedete che cosa è cambiato.',
  'insight.realChange.lookAll': 'Cercate una causa che tocchi tutto: personale, strumenti, orari.',
  'insight.realChange.keep': 'Capite che cosa ha fatto di diverso {dimension} «{segment}», e mantenetelo.',
  'insight.realChange.keepAll': 'Capite che cosa ha fatto la differenza, e mantenetelo.',
  'insight.realChange.plan':
    'Tenetene conto nella pianificazione e chiedete che cosa sta dietro a {dimension} «{segment}».',
  'insight.realChange.planAll': 'Tenetene conto nella pianificazione e chiedete da dove viene.',
  'size.seconds': '{text} in tutto',
  'figure.helpdesk': 'ciò che mostra il vostro helpdesk: {value}',
  'figure.also': '{stat} {value}',
  'insight.messages.simple': '«{category}» è semplice e riguarda molti clienti',
  'insight.messages.simpleBecause':
    'Ne hanno scritto {customersText} clienti ({share} del totale), con soli {perCustomer} messaggi ciascuno; la media è {average}.',
  'insight.messages.simpleAdvice':
    'Scrivete un articolo di aiuto su «{category}», oppure correggete nel prodotto ciò che genera la domanda.',
  'insight.messages.hard': '«{category}» riguarda pochi clienti ma è difficile',
  'insight.messages.hardBecause':
    'Ne hanno scritto solo {customersText} clienti ({share} del totale), ma con {perCustomer} messaggi ciascuno; la media è {average}.',
  'insight.messages.hardAdvice':
    'Affidate «{category}» a specialisti che seguano la richiesta fino in fondo.',
  'insight.dataProblem.because': 'Riguarda {countText} record su {ofText}.',

  'audience.team': 'team di servizio',
  'audience.product': 'prodotto',
  'audience.marketing': 'marketing',
  'audience.sales': 'vendite',
  'audience.planning': 'pianificazione',
  'audience.data': 'dati',
  'size.customers': '{n, plural, one {{text} cliente} other {{text} clienti}}',
  'size.cases': '{n, plural, one {{text} caso} other {{text} casi}}',
  'size.contacts': '{n, plural, one {{text} contatto} other {{text} contatti}}',
  'size.records': '{text} record',

  'problem.quarantined': 'Record illeggibili, messi da parte e conservati per la correzione',
  'problem.quarantined.advice': 'Elencateli con «tidemark quarantine list», correggeteli e ricaricateli.',
  'problem.unmappedWords': 'Parole che nessuna mappatura conosce: {words}',
  'problem.unmappedWords.advice':
    'Aggiungete le parole alla mappatura, così saranno contate al posto giusto.',
  'problem.reopensDisagree':
    'Riaperture: il registro ne indica {logText} in {logCasesText} casi, la tabella dei casi {tableText} in {tableCasesText} casi; vale il registro',
  'problem.reopensDisagree.advice': 'Chiedete a chi gestisce il sistema quale dei due è corretto.',
  'problem.reassignmentsDisagree':
    'Riassegnazioni: il registro ne indica {logText}, la tabella dei casi {tableText}; vale il registro',
  'problem.reassignmentsDisagree.advice': 'Chiedete a chi gestisce il sistema quale dei due è corretto.',
  'problem.orphans':
    '{record, select, events {Eventi} messages {Messaggi} interactions {Contatti} surveys {Questionari} other {Record}} che citano un caso assente',
  'problem.orphans.advice':
    'Esportate anche i casi mancanti, o correggete il numero di caso nella mappatura.',
  'problem.unknownAgent': 'Contatti risposti di cui non si sa chi li ha presi',
  'problem.unknownAgent.advice': 'Fate registrare al sistema telefonico chi prende la chiamata.',
  'problem.unknownCustomer': '{record, select, cases {Casi} other {Contatti}} senza un cliente noto',
  'problem.unknownCustomer.advice':
    'Per questi i contatti ripetuti non si vedono: fate registrare il numero cliente.',
  'problem.noAfterWork':
    'Contatti senza attesa in linea e lavoro successivo registrati: al posto del tempo di gestione si mostra il tempo di conversazione',
  'problem.noAfterWork.advice': 'Esportate attesa in linea e lavoro successivo, se il sistema li registra.',
  'problem.undatedSurveys': 'Risposte ai questionari senza data',
  'problem.undatedSurveys.advice':
    'Esportate la data della risposta: senza, nulla si può dire sui cambiamenti.',
  'problem.other': 'Un altro problema nei dati ({count})',

  'missing.no_data': 'Non ci sono dati.',
  'missing.no_cases': 'Nel periodo non è registrato nulla del genere.',
  'missing.no_earlier_period': 'nessun periodo precedente',
  'missing.no_earlier_period.sentence':
    'Non c’è un periodo precedente con cui confrontare, quindi nulla si dice sui cambiamenti.',
  'missing.no_cases_recorded': 'Non è registrato alcun caso.',
  'missing.no_contacts_recorded': 'Non è registrato alcun contatto.',
  'missing.no_surveys_recorded': 'Non è registrato alcun questionario.',
  'missing.no_messages': 'Non è noto alcun messaggio.',
  'missing.no_stages_recorded': 'Non è registrato alcun cambio di stato.',
  'missing.no_customer_known': 'Non si sa chi ha scritto.',
  'missing.no_customer_no_messages': 'Non si conoscono né chi ha scritto né i messaggi.',
  'missing.no_invitations_known': 'Non si sa quanti siano stati invitati.',
  'missing.never_reached': 'Troppo pochi sono conclusi per dirlo.',
  'missing.did_not_wait': 'Nessuno ha dovuto attendere.',
  'missing.not_closed': 'Nulla è stato chiuso.',
  'missing.bot_or_internal': 'Si trovano solo bot o note interne.',
  'missing.not_in_base': 'Nulla rientra in questa regola.',
  'missing.not_recorded': 'La fonte non lo registra.',
  'missing.not_answered': 'Nessuno ha ricevuto risposta.',
  'missing.not_resolved': 'Nulla è stato risolto.',
  'missing.not_asked': 'Non risulta che qualcuno sia stato interpellato.',
  'missing.no_answer': 'Nessuno ha risposto.',
  'missing.no_target': 'Nessun accordo è impostato.',
  'missing.scale_unknown': 'La scala non ha un massimo convenuto.',
  'missing.too_early': 'È troppo presto per dirlo.',
  'missing.not_offered': 'Nessun contatto è arrivato al team.',
  'missing.earlier_period_incomplete': 'il periodo precedente è incompleto',
  'missing.partial_period': 'il periodo non è concluso',
  'missing.other': 'Non noto.',

  'dimension.channel': 'canale',
  'dimension.category': 'categoria',
  'dimension.subcategory': 'sottocategoria',
  'dimension.priority': 'priorità',
  'dimension.team': 'team',
  'dimension.department': 'reparto',
  'dimension.product': 'prodotto',
  'dimension.language': 'lingua',
  'dimension.segment': 'segmento di clienti',
  'dimension.country': 'paese',
  'dimension.queue': 'coda',
  'dimension.source': 'fonte',
  'dimension.weekday': 'giorno della settimana',
  'dimension.agent': 'operatore',
  'dimension.owner': 'assegnatario',
  'dimension.resolver': 'chi ha risolto',
  'dimension.first_responder': 'chi ha risposto per primo',
  'dimension.author': 'autore',
  'dimension.other': 'gruppo',
  'segment.unknown': 'non noto',
  'segment.other': '{value}',
  'segment.channel.phone': 'Telefono',
  'segment.channel.email': 'E-mail',
  'segment.channel.chat': 'Chat',
  'segment.channel.messaging': 'Messaggistica',
  'segment.channel.social': 'Social',
  'segment.channel.web_form': 'Modulo web',
  'segment.channel.sms': 'SMS',
  'segment.channel.in_person': 'Di persona',
  'segment.channel.bot': 'Bot',
  'segment.channel.other': 'Altro canale',
  'segment.priority.urgent': 'Urgente',
  'segment.priority.high': 'Alta',
  'segment.priority.normal': 'Normale',
  'segment.priority.low': 'Bassa',

  'method.wilson': 'quote con l’intervallo di Wilson',
  'method.newcombe': 'differenze di quote secondo Newcombe',
  'method.nps_mover_wilson': 'NPS con MOVER sugli intervalli di Wilson',
  'method.order_statistics': 'percentili con le statistiche d’ordine',
  'method.kaplan_meier_log_log': 'tempi con casi aperti secondo Kaplan–Meier',
  'method.ratio_delta': 'rapporti con il metodo delta sui clienti',
  'method.cox': 'medie di tempi asimmetrici secondo Cox',
  'method.cox_t': 'medie di tempi asimmetrici secondo Cox',
  'method.t': 'medie con la t di Student',
  'method.welch': 'differenze di medie secondo Welch',
  'method.garwood': 'conteggi secondo Garwood',
  'method.garwood_quasi_poisson': 'conteggi secondo Garwood, allargati se i giorni variano più del caso',
  'method.rate_ratio_conditional': 'rapporti di conteggi con l’intervallo condizionato esatto',
  'method.rate_ratio_conditional_quasi_poisson':
    'rapporti di conteggi con l’intervallo condizionato, allargato se i giorni variano più del caso',
  'method.mover': 'le loro differenze con MOVER ({of})',
  'method.other': '{name}',
};
