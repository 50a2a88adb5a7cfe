/** What the columns of shifts, states of agents, outages, reviews, orders and counts are called. */
import type { Role } from '../names.ts';
import { agent, channel, customer, role, ticket } from './shared.ts';

const queue = 'queue|queue name|skill|line|campaign|warteschlange|coda|file d attente|cola';

export const shifts: readonly Role[] = [
  role('id', 1, 'shift id|schedule id|id turno|schicht id'),
  role('agent_id', 1, agent),
  role(
    'from',
    5,
    'shift start|scheduled start|planned start|schedule start|rostered start|inizio turno|schichtbeginn|debut poste|inicio turno',
  ),
  role(
    'to',
    5,
    'shift end|scheduled end|planned end|schedule end|rostered end|fine turno|schichtende|fin poste|fin turno',
  ),
  role(
    'state',
    2,
    'activity|activity code|scheduled activity|planned activity|attivita|aktivitat|activite|actividad',
  ),
  role('queue', 0, queue),
];

export const agentStates: readonly Role[] = [
  role('id', 1, 'state id|event id'),
  role('agent_id', 1, agent),
  role(
    'state',
    6,
    'agent state|agent status|state|presence|presence status|aux code|aux state|not ready reason|pause reason|stato operatore|stato agente|agentenstatus|etat agent|estado agente',
  ),
  role(
    'from',
    2,
    'from|start|start time|state start|status start|since|begin|started at|login time|da|inizio|von|beginn|debut|desde|inicio',
  ),
  role('to', 2, 'to|end|end time|state end|status end|until|ended at|logout time|a|fine|bis|ende|fin|hasta'),
  role('queue', 0, queue),
];

export const outages: readonly Role[] = [
  role('id', 1, 'outage id|downtime id|incident id|id'),
  role('service', 5, 'service|service name|component|system|monitor|servizio|dienst|servicio'),
  role(
    'from',
    3,
    'outage start|down from|down since|downtime start|start|started at|from|inizio|beginn|debut|inicio',
  ),
  role(
    'to',
    3,
    'outage end|down until|up again|downtime end|restored at|resolved at|end|ended at|to|fine|ende|fin',
  ),
];

export const reviews: readonly Role[] = [
  role('id', 1, 'review id|evaluation id|scorecard id|id valutazione'),
  role('at', 2, 'reviewed at|review date|evaluation date|evaluated at|date|data|datum|fecha'),
  role(
    'reviewer_id',
    5,
    'reviewer|reviewer id|evaluator|evaluator id|assessor|qa analyst|valutatore|bewerter|evaluador',
  ),
  role('criterion', 4, 'criterion|criteria|question|category|section|criterio|kriterium|critere'),
  role('score', 3, 'score|points|points given|qa score|quality score|punti|punteggio|punkte|puntos'),
  role(
    'max',
    5,
    'max|max score|max points|maximum|points possible|out of|punti massimi|maximalpunkte|puntos maximos',
  ),
  role('agent_id', 1, agent),
  role('case_id', 1, ticket),
  role(
    'interaction_id',
    1,
    'call id|interaction id|contact id|session id|id chiamata|anruf id|id appel|id llamada',
  ),
];

export const touchpoints: readonly Role[] = [
  role('id', 1, 'touchpoint id|event id'),
  role('customer_id', 2, customer),
  role('at', 2, 'at|event time|event date|happened at|timestamp|date|data|datum|fecha'),
  role(
    'kind',
    5,
    'kind|touchpoint|touchpoint type|event|event type|event name|step|passaggio|ereignis|evento',
  ),
  role('value', 1, 'value|amount|total|revenue|valore|importo|betrag|montant|importe'),
];

export const volumes: readonly Role[] = [
  role(
    'from',
    2,
    'interval|interval start|from|start|start time|date|period|intervallo|intervall|intervalle|intervalo',
  ),
  role('to', 1, 'interval end|to|end|end time'),
  role('queue', 1, queue),
  role('channel', 0, channel),
  role(
    'offered',
    6,
    'offered|calls offered|contacts offered|incoming calls|offerte|angeboten|offerts|ofrecidas',
  ),
  role(
    'answered',
    3,
    'answered|calls answered|handled|calls handled|risposte|angenommen|repondus|contestadas',
  ),
  role('abandoned', 3, 'abandoned|calls abandoned|lost calls|abbandonate|verloren|abandonnes|abandonadas'),
  role(
    'handle_s_mean',
    2,
    'aht|average handle time|avg handle time|mean handle time|tempo medio di gestione|dmt|tmo',
  ),
];
