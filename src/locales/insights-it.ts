/** Italiano: quello che dicono le segnalazioni. */
import type { insightsEn } from './insights-en.ts';

export const insightsIt: Readonly<Record<keyof typeof insightsEn, string>> = {
  'insight.place': '{dimension} «{value}»',
  'insight.whole': 'il servizio nel suo insieme',
  'insight.sure':
    'Un cambiamento di {difference}: se nulla fosse cambiato, uno scarto così grande si vedrebbe meno di una volta su {times} periodi.',
  'insight.sureCount':
    'A parità di giorni un cambiamento di {difference}: se nulla fosse cambiato, uno scarto così grande si vedrebbe meno di una volta su {times} periodi.',
  'insight.part.rate': 'Circa il {part} viene da qui: {place}, dove il servizio è stato diverso da prima.',
  'insight.part.count': 'Circa il {part} viene da qui: {place}.',
  'insight.part.mix': 'Circa il {part} dipende dal fatto che una parte pesa più o meno di prima: {place}.',
  'insight.also': 'Lì sono cambiati anche: {which}.',
  'insight.also.one': '{metric} ({way, select, up {in aumento} other {in calo}} da {before} a {value})',

  'insight.realChange':
    '{metric}{where, select, place { – {place}} other {}}: da {before} a {value}, {way, select, up {in aumento} other {in calo}}',
  'insight.realChange.everywhere':
    'È diffuso su tutto il lavoro: nessuna parte da sola ne spiega la maggior quota.',
  'insight.realChange.look':
    'Partite da qui: {place}. Aprite i casi dietro a «{metric}» e chiedete che cosa è cambiato.',
  'insight.realChange.lookAll':
    'Cercate che cosa è cambiato ovunque ({metric}): personale, strumenti, orari.',
  'insight.realChange.keep': 'Capite che cosa si è fatto di diverso ({metric}: {place}), e mantenetelo.',
  'insight.realChange.keepAll': 'Capite che cosa ha fatto la differenza ({metric}), e mantenetelo.',
  'insight.realChange.plan':
    'Tenete conto di questo livello nella pianificazione ({metric}) e chiedete da che cosa dipende: {place}.',
  'insight.realChange.planAll':
    'Tenete conto di questo livello nella pianificazione ({metric}) e chiedete da dove viene.',
  'insight.realChange.mix':
    '{metric}: nel servizio in sé non c’è nulla da correggere, è arrivato un lavoro diverso da prima. Se è destinato a restare, tenetene conto nella pianificazione.',

  'insight.growing': 'Sempre più richieste – {place}: {metric} da {before} a {value}',
  'insight.growing.product':
    'Chiedete a chi cura il prodotto di esaminare il difetto prima del prossimo rilascio ({place}): ciò che è corretto non ha bisogno di risposte.',
  'insight.growing.category':
    'Chiedetevi che cosa spinge i clienti a scrivere ({place}): spesso basta una pagina, un messaggio o un passaggio del prodotto per eliminare la domanda.',

  'insight.word': '«{word}»',
  'insight.growing.words': 'Parole che lì ricorrono molto più spesso che altrove: {words}.',
  'insight.staff.fewer':
    'Troppo poche persone – {place}: {metric} da {before} a {value}{way, select, up {, in aumento} other {, in calo}}',
  'insight.staff.fewerAdvice':
    'Riportate le ore pianificate al livello di prima ({place}), oppure offrite di richiamare nelle ore tranquille.',
  'insight.staff.more':
    'Più contatti che persone – {place}: {metric} da {before} a {value}{way, select, up {, in aumento} other {, in calo}}',
  'insight.staff.moreAdvice':
    'Pianificate più ore quando i contatti arrivano ({place}), oppure offrite di richiamare: chi rinuncia richiama.',
  'insight.staff.longer':
    'Attese più lunghe – {place}: {metric} da {before} a {value}{way, select, up {, in aumento} other {, in calo}}',
  'insight.staff.longerAdvice':
    'Confrontate le ore pianificate con quelle in cui i clienti aspettano ({place}).',
  'insight.staff.hours':
    'Presenza media al giorno per {teams}: {now}, prima {before}; il {less} in{way, select, down { meno} other { più}}.',

  'insight.lessThere':
    '{metric} – {place}: da {before} a {value}, {way, select, up {in aumento} other {in calo}}',
  'insight.lessThere.advice':
    'Parlatene con i responsabili ({place}): rientri in ritardo dalle pause, riunioni non previste, o turni che non vanno più bene.',

  'insight.haste':
    'Più veloci, ma non meglio: {metric} – {place}: da {before} a {value}, {way, select, up {in aumento} other {in calo}}',
  'insight.haste.advice':
    'Ascoltate qualche contatto ({place}) prima di lodare i tempi più brevi: ciò che si tronca ritorna.',

  'insight.moved': 'Novità: {place}, con {value} in questo periodo',
  'insight.moved.because':
    '{metric}: {value}, nessuno nel periodo precedente. Ciò che è passato qui manca altrove.',
  'insight.moved.team':
    'Leggete questi dati come quelli di chi sta ancora imparando il lavoro ({place}), e confrontateli dal terzo mese in poi.',
  'insight.moved.other': 'Assicuratevi che qualcuno ne tenga conto nella pianificazione: {place}.',

  'insight.recorded.end': '{sign, select, minus {−} other {+}}{size}',
  'insight.recorded.worked': 'Ha funzionato: «{what}» ({day})',
  'insight.recorded.short': 'Ha funzionato, ma meno del previsto: «{what}» ({day})',
  'insight.recorded.opposite': 'È andata al contrario: «{what}» ({day})',
  'insight.recorded.nothing': 'Non ha cambiato nulla che conti: «{what}» ({day})',
  'insight.recorded.size':
    '{metric}: {difference} in{way, select, up { più} other { meno}} di quanto sarebbe stato (da {low} a {high}); il solo caso crea uno scarto così grande meno di una volta su {times}.',
  'insight.recorded.within':
    'L’effetto vero su {metric} sta tra {low} e {high}: entro ±{smallest}, il minimo che conterebbe.',
  'insight.recorded.against':
    'Confronto con il resto ({dimension}), {before} settimane prima e {after} dopo; ciò che muove entrambi è tolto.',
  'insight.recorded.alone':
    'Confronto con il solo passato, {before} settimane prima e {after} dopo: qualunque altra cosa sia successa allora è nella risposta.',
  'insight.recorded.workedAdvice': 'Mantenete «{what}», e chiedetevi dove altro la stessa cosa aiuterebbe.',
  'insight.recorded.shortAdvice': 'Mantenete «{what}», e capite che cosa lo ha frenato.',
  'insight.recorded.oppositeAdvice':
    'Decidete se correggere «{what}» o tornare indietro: non fa quello per cui è stato introdotto.',
  'insight.recorded.nothingAdvice': 'Non fate affidamento su «{what}»: decidete se vale quello che costa.',
  'insight.recorded.early': '«{what}» ({day}): è presto per dire se ha funzionato.',
  'insight.recorded.unclear':
    '«{what}» ({day}): è presto per dire che effetto ha avuto su {metric}; l’effetto vero può stare ovunque tra {low} e {high}.',

  'insight.early': 'Da tenere d’occhio: {metric} {way, select, up {in aumento} other {in calo}} – {place}',
  'insight.early.because':
    'Da {before} a circa {value} all’incirca dal {day}: uno scarto tra {low} e {high}, più del caso. Nell’insieme non si vede ancora.',
  'insight.early.missed': 'L’obiettivo per l’insieme è {target}: qui si è già dalla parte sbagliata.',
  'insight.early.kept': 'L’obiettivo per l’insieme è {target}: qui è ancora rispettato.',
  'insight.early.advice':
    'Rileggete con il team una dozzina di contatti di prima e dopo quel giorno ({place}), e rimediate prima che si veda nell’insieme.',

  'insight.towards':
    '{metric}{where, select, place { – {place}} other {}}: di questo passo l’obiettivo ({target}) sarà mancato entro il {day}',
  'insight.towards.because':
    'Secondo la tendenza delle ultime {weeks} settimane il livello è ora {now} e tra {ahead} settimane sarà {later} (tra {low} e {high}). Se non ci fosse alcuna tendenza, una così netta si vedrebbe meno di una volta su {times} periodi.',
  'insight.towards.advice':
    'L’obiettivo è ancora rispettato: decidete con il team che cosa cambiare prima del {day}, invece di spiegare poi perché è stato mancato.',

  'insight.loop': '{place}: il {share} dei casi rimbalza da un gruppo all’altro',
  'insight.loop.because':
    '{hits} casi su {all} sono tornati a un gruppo che li aveva già avuti; altrove succede al {elsewhere}.',
  'insight.loop.way': 'Il percorso più frequente: {way}.',
  'insight.loop.advice':
    'Chiedete il motivo giusto là dove il cliente scrive, oppure mandate questi casi subito a chi li risolve.',
  'insight.loop.adviceTo':
    'Chiedete il motivo giusto là dove il cliente scrive, oppure mandate questi casi subito a {last}, che alla fine li risolve.',

  'insight.misrouted': '«{last}» viene spesso preso prima per «{first}»',
  'insight.misrouted.because':
    '{n} casi di «{last}» su {all} ({share}) sono stati aperti come «{first}» e corretti in seguito.',
  'insight.misrouted.advice':
    'Offrite «{last}» come motivo a sé dove il cliente sceglie, così il caso comincia dove finisce.',

  'insight.part.surveys':
    'Circa il {part} dipende dal fatto che sono stati inviati questionari diversi da prima: a nessun tipo si risponde di più o di meno.',
  'insight.luck': 'Nessun gruppo migliore: che {team} sia primo per {metric} rientra nel caso',
  'insight.luck.because':
    'I {n} gruppi stanno tra {lowest} e {value}; gruppi tutti ugualmente bravi differirebbero altrettanto.',
  'insight.luck.advice':
    'Non lodate e non rimproverate nessuno per l’ordine dei gruppi ({metric}): la prossima volta può essere un altro.',

  'insight.teams.better': 'Un punto di forza da conservare: {team}, {metric}',
  'insight.teams.worse': 'Una formazione che renderebbe: {team}, {metric}',
  'insight.teams.because':
    'Con un lavoro di composizione media, e tolto il caso, {team} arriverebbe a {value} (da {low} a {high}); il valore medio di {teams} gruppi è {middle}. Da {n} risposte.',
  'insight.teams.betterAdvice':
    'Fate passare agli altri una giornata con {team}, e annotate che cosa fa di diverso.',
  'insight.teams.worseAdvice':
    'Formate {team} sul lavoro in cui è più debole, e riguardate tra due mesi: una semplice classifica non l’avrebbe mostrato.',

  'insight.people.liked': 'Veloci e apprezzati: {who}',
  'insight.people.disliked': 'Veloci, ma poco apprezzati: {who}',
  'insight.people.because':
    'Su un anno e con un lavoro di composizione media: {speed} {times} (valore medio {usualTime}), {liking} {shares} (valore medio {usualShare}); {people} persone a confronto, tolto il caso.',
  'insight.people.likedAdvice': 'Chiedete a {who} che cosa fanno di diverso, e fatelo imparare agli altri.',
  'insight.people.dislikedAdvice':
    'Ascoltate qualche contatto insieme a {who} prima di lodare i tempi brevi: ciò che si tronca ritorna.',

  'insight.atRisk':
    '{n, plural, one {Un impegno sta per essere mancato} other {# impegni stanno per essere mancati}}',
  'insight.atRisk.because':
    'I prossimi in scadenza: {cases}. Alla fine dei dati gran parte del tempo promesso è già trascorsa.',
  'insight.atRisk.advice': 'Oggi cominciate da questi casi: {cases}.',
  'insight.urgent':
    '{n, plural, one {Un caso urgente aspetta} other {# casi urgenti aspettano}} dietro ad altri',
  'insight.urgent.because':
    'Ancora senza risposta: {cases}. Fino a {later} casi meno urgenti, arrivati dopo, hanno avuto risposta prima.',
  'insight.urgent.advice': 'Rispondete subito a {cases}, e capite perché l’ordine di urgenza non ha tenuto.',

  'insight.holdUp': 'Casi fermi – {place}: il {share} del loro tempo è «{stage}»',
  'insight.holdUp.because':
    'Tra {low} e {high} del tempo fino alla soluzione, altrove {elsewhere}; {cases} casi, {each} ciascuno.',
  'insight.holdUp.new':
    'Fate in modo che qualcuno prenda subito i casi di «{category}»: un turno, o una regola che li assegni.',
  'insight.holdUp.on_hold':
    'Concordate i tempi con chi si aspetta per «{category}», e dite ai clienti che cosa arriverà e quando.',

  'insight.hours':
    'Persone e chiamate non coincidono per orario:{where, select, place { {place},} other {}} ore {hours}',
  'insight.hours.clock': '{hour}:00',
  'insight.hours.because':
    'In queste ore rinuncia il {share}, nelle altre il {elsewhere}. Vi arrivano {n} contatti, il {ofAll} della giornata.',
  'insight.hours.staffed': 'Chi è presente è occupato al {busy} in queste ore, al {elsewhere} nelle altre.',
  'insight.hours.advice':
    'Spostate pause, riunioni e lavoro scritto fuori dalle ore {hours}, prima di assumere qualcuno.',

  'insight.left': 'I clienti passano da {from} a {to}',
  'insight.left.because':
    'Dei {all} clienti non serviti ({from}), {n} ({share}) hanno chiesto di nuovo entro {days} giorni: {to}.',
  'insight.left.advice':
    'Indicate in {from} quanto si aspetta e dove si fa prima: ciò che arriva due volte si conta e si paga due volte.',

  'insight.messages.simple': '«{category}» è semplice e riguarda molti clienti',
  'insight.messages.simpleBecause':
    'Ne hanno scritto {customers} clienti ({share} del totale), con soli {perCustomer} messaggi ciascuno; la media è {average}.',
  'insight.messages.simpleAdvice':
    'Scrivete un articolo di aiuto su «{category}», oppure correggete nel prodotto ciò che genera la domanda.',
  'insight.messages.hard': '«{category}» riguarda pochi clienti ma è difficile',
  'insight.messages.hardBecause':
    'Ne hanno scritto solo {customers} clienti ({share} del totale), ma con {perCustomer} messaggi ciascuno; la media è {average}.',
  'insight.messages.hardAdvice':
    'Affidate «{category}» a specialisti che seguano la richiesta fino in fondo.',
  'problem.missingWrap': 'Contatti senza lavoro post-contatto, mentre altri della stessa fonte lo riportano',
  'problem.missingWrap.advice':
    'Capite perché alcuni contatti finiscono senza: il loro tempo di gestione è sconosciuto, non breve.',
  'problem.hangingUp':
    '{agents, plural, one {Un operatore ha} other {{agentsText} operatori hanno}} molte più chiamate sotto i {seconds} secondi degli altri{named, select, yes { ({who})} other {}}',
  'problem.hangingUp.advice':
    'Guardate queste chiamate prima della persona: una linea che cade sembra una chiamata chiusa apposta.',
  'problem.countsDisagree':
    'Contatti contati da un altro sistema: là {statedText}, qui {oursText} per le stesse code e lo stesso tempo',
  'problem.countsDisagree.advice':
    'Confrontate i due con «tidemark reconcile», e stabilite quale dei due vale.',
  'insight.dataProblem.because': 'Riguarda {countText} record su {ofText}.',
};
