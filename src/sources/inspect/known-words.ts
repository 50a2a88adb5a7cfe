/** Words that exports use for our closed lists: English, Italian, German, French, Spanish. */

type Words = Readonly<Record<string, string>>;

const words = (entries: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([ours, theirs]) => theirs.split('|').map((each) => [each, ours])),
  );

const answered =
  'answered|answer|agent|connected|completed|complete|handled|served|success|yes|true|1|risposta|risposto|gestita|evasa|angenommen|beantwortet|ja|repondu|repondue|traite|traitee|decroche|oui|contestada|atendida|respondida|si';
const left =
  'abandoned|abandon|abandoned in queue|hang|hangup|hung up|missed|no answer|noanswer|lost|unanswered|no|false|0|abbandonata|abbandonato|persa|non risposta|aufgelegt|verloren|nicht angenommen|verpasst|nein|abandonne|abandonnee|perdu|perdue|manque|non|abandonada|perdida|no contestada|no atendida';

/** By our column; the texts on the left of each are plain names (no accents, no case, no punctuation). */
export const knownWords: Readonly<Record<string, Words>> = {
  status: words({
    new: 'new|to do|todo|backlog|submitted|created|unassigned|nuovo|da assegnare|neu|nouveau|nuevo',
    open: 'open|opened|waiting for support|in progress|assigned|active|work in progress|processing|reopened|escalated|started|aperto|aperta|in lavorazione|in corso|assegnato|in carico|offen|in bearbeitung|zugewiesen|in arbeit|ouvert|ouverte|en cours|en traitement|assigne|affecte|abierto|abierta|en curso|en proceso|asignado',
    pending:
      'pending|waiting|waiting on customer|waiting for customer|awaiting customer|awaiting reply|waiting for reply|pending customer|pending user|awaiting user info|snoozed|waiting on contact|in attesa|in attesa cliente|in attesa del cliente|wartend|wartet auf kunde|warten auf kunde|warten auf kunden|ruckfrage|en attente|en attente client|attente client|pendiente|esperando cliente|pendiente del cliente',
    on_hold:
      'on hold|hold|onhold|waiting on third party|waiting for third party|pending vendor|awaiting vendor|awaiting problem|awaiting change|waiting for approval|waiting on us|sospeso|in sospeso|in attesa fornitore|zuruckgestellt|pausiert|wartet auf dritte|suspendu|en attente fournisseur|en espera|en pausa|suspendido',
    resolved:
      'resolved|solved|done|fixed|completed|risolto|risolta|gelost|erledigt|resolu|resolue|resuelto|resuelta|solucionado|solved pending',
    closed:
      'closed|archived|cancelled|canceled|closed complete|closed incomplete|chiuso|chiusa|annullato|geschlossen|abgeschlossen|storniert|ferme|fermee|clos|cloture|annule|cerrado|cerrada|cancelado',
  }),
  priority: words({
    urgent:
      'urgent|critical|highest|p1|blocker|emergency|immediate|very high|1 critical|1 urgent|urgente|critico|critica|bloccante|massima|dringend|kritisch|sehr hoch|critique|tres haute|bloquant',
    high: 'high|p2|major|important|2 high|alta|alto|elevata|hoch|haute|eleve|elevee',
    normal:
      'normal|medium|p3|moderate|standard|default|3 moderate|3 medium|media|medio|normale|mittel|moyenne|moyen|regular',
    low: 'low|p4|p5|minor|trivial|lowest|very low|planning|4 low|5 planning|bassa|basso|niedrig|gering|basse|faible|baja|bajo',
  }),
  channel: words({
    phone:
      'phone|call|voice|telephone|inbound call|phone call|voicemail|telefono|chiamata|telefon|anruf|appel|llamada|phone call inbound|phone call outbound|talk',
    email: 'email|e mail|mail|posta|posta elettronica|courriel|correo|correo electronico',
    chat: 'chat|live chat|livechat|web chat|webchat|online chat|conversation|native messaging',
    messaging:
      'messaging|whatsapp|messenger|facebook messenger|telegram|signal|wechat|line|any channel|sunshine conversations api',
    social:
      'social|facebook|twitter|instagram|x|linkedin|facebook post|tweet|reseaux sociaux|redes sociales|social media',
    web_form:
      'web|web form|webform|form|portal|customer portal|self service|selfservice|self service portal|website|web widget|widget|help center|feedback widget|portale|modulo web|sito|formulaire|formulaire web|portail|site|formulario|portal web|kontaktformular|webformular|webseite|internet',
    sms: 'sms|text|text message',
    in_person:
      'in person|walk in|counter|branch|visit|sportello|di persona|filiale|vor ort|guichet|en personne|en persona|oficina',
    bot: 'bot|chatbot|virtual agent|answer bot',
    other:
      'other|api|letter|fax|post|chat bot api|altro|lettera|sonstige|andere|brief|autre|lettre|otro|carta|mobile|mobile sdk|trigger|closed ticket|outbound email',
  }),
  state: words({
    available:
      'available|ready|idle|waiting|free|not busy|online|disponibile|pronto|libero|bereit|verfugbar|frei|disponible|libre',
    talking:
      'talking|on call|busy|in call|in conversation|on contact|in chiamata|occupato|in conversazione|gesprach|im gesprach|besetzt|en appel|occupe|en llamada|ocupado',
    wrap: 'wrap|wrap up|after call|after call work|acw|post call|lavoro post chiamata|nachbearbeitung|post appel|tipificacion',
    break: 'break|pause|rest|coffee|pausa|mittagspause|pause dejeuner|descanso',
    training:
      'training|coaching|meeting|team meeting|formazione|riunione|schulung|besprechung|formation|reunion|formacion',
    absent:
      'absent|sick|sickness|vacation|holiday|leave|time off|pto|assente|malattia|ferie|krank|urlaub|abwesend|malade|conges|enfermo|vacaciones|ausente',
    away: 'away|lunch|lunch break|offline|logged out|unavailable|not ready|personal|lontano|pranzo|non pronto|abwesend vom platz|mittag|absent du poste|almuerzo|no disponible',
  }),
  outcome: words({
    answered,
    abandoned_in_queue: left,
    abandoned_in_menu:
      'abandoned in ivr|ivr abandon|ivr abandoned|ivr hangup|abandoned in menu|ivr|abbandonata in ivr|im menu aufgelegt|abandon svi',
    voicemail:
      'voicemail|voice mail|left voicemail|segreteria|mailbox|anrufbeantworter|messagerie|buzon de voz',
    callback: 'callback|call back|callback requested|richiamata|ruckruf|rappel|devolucion de llamada',
    transferred: 'transferred|transfer|trasferita|weitergeleitet|transfere|transferee|transferida',
    failed:
      'failed|busy|error|congestion|rejected|declined|occupato|fallita|besetzt|fehlgeschlagen|occupe|echec|ocupado|fallida',
  }),
  direction: words({
    inbound: 'inbound|incoming|in|received|entrante|in entrata|eingehend|entrant|true|1',
    outbound: 'outbound|outgoing|out|made|uscente|in uscita|ausgehend|sortant|saliente|false|0',
    internal: 'internal|interno|interna|intern|interne',
  }),
  author_kind: words({
    agent:
      'agent|admin|operator|staff|support|employee|teammate|business|operatore|bearbeiter|mitarbeiter|agente|conseiller|true',
    customer:
      'customer|user|end user|enduser|lead|contact|visitor|requester|client|cliente|utente|kunde|nutzer|usuario|false',
    bot: 'bot|chatbot|automation|assistant',
    system: 'system|trigger|sistema|systeme',
  }),
  kind: words({
    opened:
      'open|opened|created|create|creation|ticket created|new|aperto|creato|eroffnet|erstellt|ouverture|creation ticket|apertura',
    assigned:
      'assigned|assignment|assign|assignee|assignee id|owner|owner id|assegnato|assegnazione|zuweisung|zugewiesen|affectation|asignacion',
    team_changed:
      'reassignment|reassigned|group|group id|team|assignment group|transfer|group changed|team changed|riassegnazione|weiterleitung|reaffectation|reasignacion',
    status_changed:
      'status|status change|status changed|state|state change|update status|stato|statut|estado',
    priority_changed:
      'priority|priority change|priority changed|impact change|urgency change|priorita|prioritat|priorite|prioridad',
    category_changed: 'category|type|category changed|ticket form id|kategorie|categoria|categorie',
    escalated: 'escalated|escalation|escalate|escalation applied|escalato|eskaliert|escalade|escalado',
    resolved: 'resolved|resolve|solved|resolution|risolto|gelost|resolu|resuelto',
    reopened: 'reopen|reopened|riaperto|wiedereroffnet|rouvert|reabierto',
    closed: 'closed|close|closing|chiuso|geschlossen|cloture|cerrado',
    merged: 'merged|merge',
    sla_applied: 'sla|sla policy applied|sla applied',
    other:
      'update|comment|note|operator update|update from customer|communication with customer|other|caused by ci|quality indicator',
  }),
};

/** Rows with such a state are no requests; they are kept out of every figure and counted. */
export const leftOutWords: Words = words({
  deleted: 'deleted|geloscht|eliminato|supprime|eliminado',
  spam: 'spam|suspended|junk',
  merged: 'merged|duplicate|zusammengefuhrt|unito|fusionne',
  test: 'test',
});

/** Outcomes that are no calls. */
export const noCallWords = new Set(['phantom', 'test', 'test call', 'internal test', 'prova', 'testanruf']);

/** Words that stand for nobody where a person or a customer is named. */
export const nobodyWords = new Set([
  '0',
  'none',
  'null',
  'nobody',
  'unassigned',
  'unknown',
  'anonymous',
  'no agent',
  'no group',
  'no server',
  'no owner',
  'n a',
  'na',
  'system',
  'non assegnato',
  'sconosciuto',
  'anonimo',
  'nicht zugewiesen',
  'unbekannt',
  'anonym',
  'non assigne',
  'non affecte',
  'inconnu',
  'anonyme',
  'sin asignar',
  'desconocido',
  'withheld',
  'private',
  'not available',
]);

/** Words for a missing value. Those of the first list mean nothing else; the others only where the rest has a type. */
export const missingWords = [
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  'NULL',
  'null',
  '(null)',
  '\\N',
  'NaN',
  'nan',
] as const;
export const perhapsMissing = [
  '-',
  '--',
  '?',
  'None',
  'none',
  '.',
  'unknown',
  'n.a.',
  'k.A.',
  'n.d.',
  's/d',
] as const;
