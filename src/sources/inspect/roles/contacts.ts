/** What the columns of call logs are called. */
import type { Role } from '../names.ts';
import { agent, channel, customer, role, team, ticket, version } from './shared.ts';

export const interactions: readonly Role[] = [
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
];
