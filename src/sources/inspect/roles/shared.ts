/** Names that several kinds of records share: people, tickets, channels, teams, versions. */
import type { Role } from '../names.ts';

export const role = (column: string, weight: number, names: string, asks?: RegExp): Role => ({
  column,
  weight,
  names: names.split('|').map((name) => name.trim()),
  ...(asks && { asks }),
});

export const version = role(
  'version_at',
  0,
  'updated at|updated|update time|updated time|last updated|last update|modified|last modified|modified at|sys updated on|lastmodifieddate|geandert am|aktualisiert|aktualisiert am|letzte aktualisierung|aggiornato|aggiornato il|data aggiornamento|ultimo aggiornamento|ultima modifica|mis a jour|mis a jour le|date de mise a jour|modifie le|derniere mise a jour|actualizado|fecha actualizacion|fecha de actualizacion|ultima actualizacion',
);
export const customer =
  'customer id|customer|customer number|client|client id|contact id|contact|requester id|requester|requester email|requester name|reporter|caller|caller id|user id|account id|account|end user|opened for|source author id|kunde|kunden id|kundennummer|kunden nr|kundennr|anrufer|cliente|id cliente|codice cliente|numero cliente|richiedente|client numero|numero client|id client|code client|demandeur|solicitante|numero de cliente|codigo cliente';
export const agent =
  'agent|agent id|agent name|agents|users|agents involved|operator|operator id|owner|owner id|assignee|assignee id|assignee name|assigned to|assigned agent|handled by|answered by|responder|user|server|bearbeiter|bearbeiter id|mitarbeiter|sachbearbeiter|zugewiesen an|zustandig|agente|operatore|operatore id|assegnato a|incaricato|conseiller|agent nom|attribue a|assigne a|affecte a|operador|asignado a|responsable|teleoperador|hubspot owner id';
export const ticket =
  'ticket id|ticket|ticket number|ticket no|ticket nr|case id|case|case number|incident id|incident|conversation id|conversation|issue key|issue id|request id|ticketnummer|vorgang|vorgangsnummer|fall|id ticket|numero ticket|caso|numero caso|pratica|numero de ticket|n ticket|numero demande|id caso|numero de caso|incidencia|id incidencia';
export const channel =
  'channel|via|via channel|source|source type|contact channel|contact type|origin|media type|medium|kanal|quelle|eingangskanal|canale|origine|canal|canal de contact|canal de entrada|origen';
export const team =
  'group|group id|group name|team|team id|team name|assigned group|assignment group|support group|assignee group|gruppe|gruppe id|abteilung zustandig|gruppo|squadra|gruppo assegnato|groupe|equipe|groupe affecte|equipo|grupo|grupo asignado|hubspot team id';
