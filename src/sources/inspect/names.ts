/** How columns are called in exports of service desks, call systems and survey tools: English, Italian, German, French, Spanish. */
import type { RecordKind } from '../../model/index.ts';

/** One of our columns, the names that others give it, and how much finding it says about the kind of file. */
export interface Role {
  readonly column: string;
  readonly names: readonly string[];
  readonly weight: number;
}

const role = (column: string, weight: number, names: string): Role => ({
  column,
  weight,
  names: names.split('|').map((name) => name.trim()),
});

const version = role(
  'version_at',
  0,
  'updated at|updated|update time|updated time|last updated|last update|modified|last modified|modified at|sys updated on|lastmodifieddate|geandert am|aktualisiert|aktualisiert am|letzte aktualisierung|aggiornato|aggiornato il|data aggiornamento|ultimo aggiornamento|ultima modifica|mis a jour|mis a jour le|date de mise a jour|modifie le|derniere mise a jour|actualizado|fecha actualizacion|fecha de actualizacion|ultima actualizacion',
);
const customer =
  'customer id|customer|customer number|client|client id|contact id|contact|requester id|requester|requester email|requester name|reporter|caller|caller id|user id|account id|account|end user|opened for|source author id|kunde|kunden id|kundennummer|kunden nr|kundennr|anrufer|cliente|id cliente|codice cliente|numero cliente|richiedente|client numero|numero client|id client|code client|demandeur|solicitante|numero de cliente|codigo cliente';
const agent =
  'agent|agent id|agent name|agents|users|agents involved|operator|operator id|owner|owner id|assignee|assignee id|assignee name|assigned to|assigned agent|handled by|answered by|responder|user|server|bearbeiter|bearbeiter id|mitarbeiter|sachbearbeiter|zugewiesen an|zustandig|agente|operatore|operatore id|assegnato a|incaricato|conseiller|agent nom|attribue a|assigne a|affecte a|operador|asignado a|responsable|teleoperador|hubspot owner id';
const ticket =
  'ticket id|ticket|ticket number|ticket no|ticket nr|case id|case|case number|incident id|incident|conversation id|conversation|issue key|issue id|request id|ticketnummer|vorgang|vorgangsnummer|fall|id ticket|numero ticket|caso|numero caso|pratica|numero de ticket|n ticket|numero demande|id caso|numero de caso|incidencia|id incidencia';
const channel =
  'channel|via|via channel|source|source type|contact channel|contact type|origin|media type|medium|kanal|quelle|eingangskanal|canale|origine|canal|canal de contact|canal de entrada|origen';
const team =
  'group|group id|group name|team|team id|team name|assigned group|assignment group|support group|assignee group|gruppe|gruppe id|abteilung zustandig|gruppo|squadra|gruppo assegnato|groupe|equipe|groupe affecte|equipo|grupo|grupo asignado|hubspot team id';

/** Names are compared without accents, case and punctuation. */
export const roles: Readonly<Partial<Record<RecordKind, readonly Role[]>>> = {
  cases: [
    role(
      'id',
      1,
      `id|number|no|nr|key|ref|reference|code|${ticket}|nummer|numero|n|codice|referencia|sys id`,
    ),
    role(
      'opened_at',
      2,
      'created at|created|created time|created date|createdate|create date|creation date|creation time|date created|opened|opened at|open time|date opened|open date|submitted|submitted at|reported|reported on|received|sys created on|erstellt|erstellt am|erstelldatum|angelegt|angelegt am|eroffnet|eroffnet am|eingang|eingangsdatum|creato|creato il|data creazione|data apertura|aperto il|apertura|ricevuto il|cree le|cree|date de creation|date creation|ouvert le|date d ouverture|date ouverture|creado|creado el|fecha creacion|fecha de creacion|fecha apertura|fecha de apertura|abierto|abierto el',
    ),
    role(
      'first_response_at',
      3,
      'first response at|first responded at|first response|first reply at|first reply|first agent reply date|first replied at|first contact reply created at|initial response time|initial response|first response date|first response time|erste antwort|erste antwort am|erstantwort|prima risposta|data prima risposta|premiere reponse|date premiere reponse|primera respuesta|fecha primera respuesta',
    ),
    role(
      'resolved_at',
      3,
      'resolved at|resolved|resolved time|resolved date|resolution date|date resolved|resolve time|solved at|solved|date solved|resolved on|gelost am|gelost|losungsdatum|erledigt am|risolto il|risolto|data risoluzione|data soluzione|resolu le|resolu|date de resolution|date resolution|resuelto|resuelto el|fecha resolucion|fecha de resolucion|solucionado el',
    ),
    role(
      'closed_at',
      2,
      'closed at|closed|closed time|closed date|close time|close date|date closed|closed on|geschlossen am|geschlossen|abgeschlossen am|abschlussdatum|chiuso il|chiuso|data chiusura|ferme le|cloture le|date de cloture|date cloture|date de fermeture|cerrado|cerrado el|fecha cierre|fecha de cierre',
    ),
    role(
      'reopened_at',
      2,
      'reopened at|reopen time|reopened|reopen date|riaperto il|wiedereroffnet am|rouvert le|reabierto el',
    ),
    version,
    role(
      'status',
      2,
      'status|state|ticket status|case status|issue status|ticket state|incident state|pipeline stage|stato|stato ticket|zustand|statut|etat|estado',
    ),
    role(
      'priority',
      2,
      'priority|ticket priority|case priority|prioritat|prioritaet|priorita|priorite|prioridad|severity|urgency|dringlichkeit|urgenza|urgence|urgencia',
    ),
    role('channel', 1, channel),
    role(
      'category',
      1,
      'category|type|ticket type|case type|issue type|ticket category|topic|reason|contact reason|problem type|intent|kategorie|thema|typ|anliegen|categoria|tipologia|tipo|motivo|categorie|motif|type de demande|tema|tipo de incidencia|tipo di richiesta',
    ),
    role(
      'subcategory',
      1,
      'subcategory|sub category|item|unterkategorie|sottocategoria|sous categorie|subcategoria',
    ),
    role('owner_id', 1, agent),
    role('team', 1, `${team}|queue|queue name|warteschlange|coda|cola`),
    role(
      'department',
      1,
      'department|division|business unit|abteilung|reparto|dipartimento|departement|departamento',
    ),
    role(
      'product',
      1,
      'product|product name|brand|brand id|component|produkt|prodotto|produit|producto|marchio|marca|marque',
    ),
    role('customer_id', 1, `${customer}|email|organization id`),
    role(
      'subject',
      3,
      'subject|title|summary|short description|betreff|titel|kurzbeschreibung|oggetto|titolo|objet|sujet|titre|asunto|titulo|resumen',
    ),
    role('tags', 1, 'tags|labels|label|schlagworte|etichette|tag|etiquettes|etiquetas'),
    role('language', 0, 'language|locale|sprache|lingua|langue|idioma'),
    role('sla_policy', 1, 'sla policy|sla|sla name|sla policy name'),
    role('is_public', 0, 'is public'),
    role(
      'handle_s',
      1,
      'handle time|time spent|total time spent|time tracked|time worked|effort|bearbeitungszeit|aufwand|tempo lavorazione|tempo di lavorazione|temps passe|temps de traitement|tiempo dedicado',
    ),
    role('reassignments', 1, 'reassignments|reassignment count|x reassignments|number of reassignments'),
    role('reopens', 1, 'reopens|reopen count|reopened count|times reopened|number of reopens'),
  ],
  interactions: [
    role(
      'id',
      1,
      'call id|call number|contact id|interaction id|session id|conversation id|chat id|segment id|unique id|uniqueid|ucid|id|anruf id|anruf nr|gesprach id|id chiamata|chiamata|id appel|numero appel|id llamada|call sid|call',
    ),
    role(
      'arrived_at',
      2,
      'start time|start|started at|call start|call start time|call started|call date|call time|date time|datetime|timestamp|arrived|arrived at|arrival|arrival time|offered at|received at|initiated|initiation timestamp|contact start|conversation start|calldate|date|created at|vru entry|beginn|anrufbeginn|startzeit|zeitpunkt|datum|datum uhrzeit|anrufzeit|inizio|ora inizio|data ora|data e ora|inizio chiamata|data chiamata|data|debut|heure de debut|heure debut|date appel|date heure|date et heure|inicio|hora inicio|hora de inicio|fecha|fecha hora|fecha y hora|fecha llamada',
    ),
    role(
      'queued_at',
      3,
      'queue start|queued at|enqueue time|queue entry|queue entry time|entered queue|q start|enqueued at|in warteschlange seit|ingresso in coda|entree en file|entrada en cola',
    ),
    role(
      'answered_at',
      3,
      'answered at|answer time|answered time|connect time|connected at|connected to agent|agent start|ser start|pickup time|angenommen um|angenommen am|ora risposta|risposto alle|heure de reponse|heure decroche|repondu a|hora respuesta|hora de respuesta|atendida a',
    ),
    role(
      'ended_at',
      2,
      'end time|end|ended at|call end|call ended|disconnect time|disconnect timestamp|hangup time|ser exit|completed at|ende|endzeit|gesprachsende|fine|ora fine|fine chiamata|fin|heure de fin|heure fin|hora fin|hora de fin|final',
    ),
    version,
    role(
      'wait_s',
      4,
      'wait time|waiting time|wait|total queue|queue time|time in queue|queue wait time|queue wait|duration in queue|speed of answer|asa|answer speed|ring time|q time|wait duration|wartezeit|wartedauer|tempo attesa|tempo di attesa|attesa|temps d attente|temps attente|attente|duree attente|tiempo espera|tiempo de espera|espera',
    ),
    role(
      'talk_s',
      3,
      'talk time|talk|talk duration|conversation time|conversation duration|speaking time|agent talk time|call duration|duration|billsec|ser time|service time|gesprachsdauer|gesprachszeit|sprechzeit|dauer|tempo conversazione|tempo di conversazione|conversazione|durata|durata chiamata|temps de conversation|duree conversation|duree|duree appel|tiempo conversacion|tiempo de conversacion|duracion',
    ),
    role(
      'hold_s',
      3,
      'hold time|hold|hold duration|customer hold time|haltezeit|halten|tempo hold|temps de garde|mise en garde|duree garde|tiempo retencion|tiempo en espera|retenida',
    ),
    role(
      'wrap_s',
      3,
      'wrap up time|wrap up|wrapup|wrap time|wrapup time|after call work|after call work time|acw|acw time|after contact work|nachbearbeitung|nachbearbeitungszeit|post chiamata|tempo post chiamata|lavoro post chiamata|post appel|temps post appel|post llamada|tiempo post llamada',
    ),
    role('ivr_s', 3, 'ivr time|ivr duration|menu time|vru time|time in ivr'),
    role(
      'outcome',
      2,
      'outcome|disposition|result|call result|call status|call outcome|status|answered|abandoned|disconnect type|ergebnis|angenommen|esito|risultato|stato|stato chiamata|risposta|resultat|issue|statut|resultado|estado|contestada|atendida',
    ),
    role('agent_id', 1, agent),
    role(
      'queue',
      2,
      'queue|queue name|skill|skill group|line|hunt group|workgroup|vq|warteschlange|linie|coda|linea|file|file d attente|cola|servicio|service',
    ),
    role(
      'direction',
      2,
      'direction|call direction|call type|richtung|anrufrichtung|direzione|verso|sens|sens appel|direccion|sentido',
    ),
    role('channel', 1, channel),
    role(
      'customer_id',
      1,
      `${customer}|ani|from|from number|phone|phone number|caller number|calling number|src|rufnummer|telefonnummer|chiamante|numero chiamante|telefono|appelant|numero appelant|telephone|llamante|numero llamante`,
    ),
    role(
      'category',
      1,
      'type|category|reason|call reason|contact reason|wrap up code|wrapup code|wrap up|grund|anrufgrund|motivo|motivo chiamata|motif|motif appel|motivo llamada',
    ),
    role('priority', 1, 'priority|prioritat|priorita|priorite|prioridad'),
    role('team', 1, team),
    role(
      'transferred_to',
      2,
      'transferred to|transfer to|transfer target|weitergeleitet an|trasferita a|transfere a|transferida a',
    ),
    role('case_id', 1, ticket),
  ],
  surveys: [
    role(
      'id',
      1,
      'response id|survey response id|survey id|respondent id|answer id|id|antwort id|id risposta|id reponse|id respuesta',
    ),
    role(
      'score',
      6,
      'nps|nps score|score|rating|csat|csat score|csat rating|satisfaction|satisfaction score|overall satisfaction|survey score|customer effort score|ces|ces score|recommend|likelihood to recommend|how likely are you to recommend us|bewertung|note|zufriedenheit|weiterempfehlung|punteggio|voto|valutazione|soddisfazione|note satisfaction|recommandation|puntuacion|calificacion|satisfaccion|valoracion|stars|sterne|stelle|etoiles',
    ),
    role(
      'answered_at',
      1,
      'answered at|responded at|response date|response time|responded|submitted at|submitted|completed at|survey date|date|created at|rated at|recorded date|datum|beantwortet am|antwortdatum|data|data risposta|date de reponse|date reponse|fecha|fecha respuesta|timestamp|end date',
    ),
    role(
      'sent_at',
      2,
      'sent at|sent|sent on|send date|invited at|invitation date|survey sent|gesendet am|versendet am|inviato il|data invio|envoye le|date envoi|enviado el|fecha envio|start date',
    ),
    version,
    role(
      'comment',
      2,
      'comment|comments|feedback|explanation|explication|verbatim|reason for score|open answer|why|kommentar|anmerkung|begrundung|commento|motivazione|commentaire|commentaires|comentario|comentarios|remarks|free text',
    ),
    role('case_id', 1, ticket),
    role(
      'interaction_id',
      1,
      'call id|interaction id|contact id|session id|id chiamata|anruf id|id appel|id llamada',
    ),
    role('agent_id', 1, agent),
    role('customer_id', 1, `${customer}|email|respondent`),
    role('channel', 0, channel),
  ],
  messages: [
    role(
      'id',
      1,
      'message id|comment id|utterance id|part id|id|nachricht id|id messaggio|id message|id mensaje',
    ),
    role('case_id', 2, `${ticket}|chat id|thread id|engagement id`),
    role(
      'at',
      1,
      'created at|created|sent at|sent|timestamp|date|time|datetime|posted at|updated at|datum|gesendet am|data|inviato il|date envoi|envoye le|fecha|enviado el|created time',
    ),
    role(
      'author_id',
      2,
      'author id|author|user id|user|sender|sender id|from|actor id|absender|autor|mittente|autore|auteur|expediteur|remitente',
    ),
    role(
      'author_kind',
      3,
      'author type|sender type|author role|role|from type|actor type|user type|is agent|absendertyp|tipo mittente|type auteur|tipo remitente',
    ),
    role('direction', 1, 'direction|incoming|richtung|direzione|sens|direccion'),
    role('is_public', 2, 'public|is public|private|visible|offentlich|pubblico|publico'),
    role(
      'body',
      4,
      'body|message|text|content|body text|utterance|comment|message text|nachricht|messaggio|testo|contenu|texte|mensaje|texto|note body|html body',
    ),
    role('channel', 0, channel),
  ],
  events: [
    role(
      'id',
      1,
      'event id|activity id|activity number|incident activity number|history id|log id|id|audit id',
    ),
    role('case_id', 2, `${ticket}|chat id`),
    role(
      'at',
      1,
      'timestamp|date|at|time|created at|created|updated|updated at|changed at|event time|data stamp|date stamp|event date|complete timestamp|start timestamp|zeitpunkt|datum|data|data ora|date heure|fecha|fecha hora|time timestamp',
    ),
    role(
      'kind',
      4,
      'activity|activity type|incident activity type|event|event type|action|field|field name|change type|changed field|aktivitat|aktion|ereignis|attivita|azione|evento|activite|action effectuee|evenement|actividad|accion|concept name',
    ),
    role(
      'from_value',
      3,
      'from|from value|old value|previous value|before|alter wert|valore precedente|ancienne valeur|valor anterior',
    ),
    role(
      'to_value',
      3,
      'to|to value|new value|value|after|neuer wert|nuovo valore|nouvelle valeur|valor nuevo',
    ),
    role('actor_id', 1, `user id|user|actor|actor id|by|changed by|updated by|${agent}`),
  ],
  agents: [
    role('id', 1, 'id|agent id|user id|employee id|owner id|admin id|personalnummer|matricola|matricule'),
    role('name', 2, 'name|agent name|full name|employee name|display name|nome|nom|nombre'),
    role('team', 2, team),
    role('department', 1, 'department|abteilung|reparto|departement|departamento'),
    role('role', 2, 'role|job title|position|rolle|ruolo|poste|puesto'),
    role(
      'hired_on',
      4,
      'hired on|hire date|hired|start date|eintritt|eintrittsdatum|data assunzione|date embauche|fecha alta',
    ),
    role(
      'left_on',
      4,
      'left on|leave date|end date|termination date|austritt|data uscita|date depart|fecha baja',
    ),
    role('manager_id', 2, 'manager|manager id|supervisor|team lead|vorgesetzter|responsabile'),
    role('country', 0, 'country|land|paese|pays|pais'),
    role('skills', 2, 'skills|competenze|competences'),
  ],
  customers: [
    role('id', 1, `id|company id|contact id|${customer}`),
    role(
      'segment',
      4,
      'segment|customer segment|customer type|tier|plan name|industry|segmento|kundensegment',
    ),
    role('country', 2, 'country|land|paese|pays|pais'),
    role('language', 1, 'language|locale|browser language|sprache|lingua|langue|idioma'),
    role(
      'since',
      2,
      'customer since|since|signed up at|created at|registration date|createdate|kunde seit|cliente dal|client depuis|cliente desde',
    ),
    role('until', 2, 'churned at|left at|until|cancelled at|kundigung am'),
    role(
      'value',
      2,
      'value|annual revenue|annualrevenue|revenue|monthly spend|mrr|arr|umsatz|fatturato|chiffre d affaires|ingresos',
    ),
  ],
};

/** Words that say what a column belongs to and not what it is. */
const fillers = new Set([
  'total',
  'avg',
  'average',
  'property',
  'hs',
  'the',
  'a',
  'of',
  'ticket',
  'case',
  'call',
  'issue',
  'incident',
  'survey',
  'utc',
  'gmt',
  'local',
  'field',
  'custom',
  'fields',
  'date',
  'time',
  'seconds',
  'second',
  'secs',
  'sec',
  's',
  'minutes',
  'mins',
  'min',
  'hours',
  'hrs',
  'h',
  'in',
  'ms',
  'milliseconds',
  'sekunden',
  'sek',
  'minuten',
  'secondi',
  'minuti',
  'secondes',
  'segundos',
  'minutos',
]);

/** @example plainName('Createdürfen_At (UTC)') // 'createdurfen at utc' */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const withoutFillers = (plain: string): string =>
  plain
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');

/** How well a column's name fits a role: 3 = so called, 2 = so called but for words that say little, 0 = not. */
export function nameFit({ names }: Role, name: string): number {
  const plain = plainName(name);
  const place = names.indexOf(plain);
  if (place >= 0) return 3 - place / 1000;
  const bare = withoutFillers(plain);
  const stripped = plain
    .split(' ')
    .filter((word) => word !== 'property' && word !== 'hs')
    .join(' ');
  if (names.includes(stripped)) return 2.8;
  if (bare !== '' && names.includes(bare)) return 2;
  return bare !== '' && names.some((each) => withoutFillers(each) === bare) ? 1.5 : 0;
}
