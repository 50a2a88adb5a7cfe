/** What the columns of messages and of histories are called. */
import type { Role } from '../names.ts';
import { agent, channel, role, ticket } from './shared.ts';

export const messages: readonly Role[] = [
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
];

export const events: readonly Role[] = [
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
];
