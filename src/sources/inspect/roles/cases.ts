/** What the columns of ticket exports are called. */
import type { Role } from '../names.ts';
import { agent, channel, customer, role, team, ticket, version } from './shared.ts';

export const cases: readonly Role[] = [
  role('id', 1, `id|number|no|nr|key|ref|reference|code|${ticket}|nummer|numero|n|codice|referencia|sys id`),
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
    5,
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
];
