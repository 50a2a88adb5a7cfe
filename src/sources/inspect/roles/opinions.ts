/** What the columns of surveys are called. */
import type { Role } from '../names.ts';
import { agent, channel, customer, role, ticket, version } from './shared.ts';

/** "How satisfied were you with …?", "Quanto è probabile che ci consigli?": survey tools name columns by their questions. */
const opinionAsked =
  /\b(satisf\w*|zufrieden\w*|soddisf\w*|recommend\w*|\w*empfehl\w*|raccomand\w*|consigli\w*|recomend\w*|recommand\w*|how (likely|easy|would you rate|do you rate)|rate (us|our|your|the)|wie (wahrscheinlich|einfach|bewerten)|quanto e stato facile|come valut\w*|comment evalu\w*|como (valora|califica)\w*)\b/;

export const surveys: readonly Role[] = [
  role(
    'id',
    1,
    'response id|survey response id|survey id|respondent id|answer id|id|antwort id|id risposta|id reponse|id respuesta',
  ),
  role(
    'score',
    4,
    'nps|nps score|score|rating|csat|csat score|csat rating|satisfaction|satisfaction score|overall satisfaction|survey score|customer effort score|ces|ces score|recommend|likelihood to recommend|how likely are you to recommend us|bewertung|note|zufriedenheit|weiterempfehlung|punteggio|voto|valutazione|soddisfazione|note satisfaction|recommandation|puntuacion|calificacion|satisfaccion|valoracion|stars|sterne|stelle|etoiles',
    opinionAsked,
  ),
  role(
    'answered_at',
    1,
    'answered at|answered on|answered|responded at|responded on|completed on|submitted on|date answered|date submitted|response date|response time|responded|submitted at|submitted|completed at|survey date|date|created at|rated at|recorded date|datum|beantwortet am|antwortdatum|data|data risposta|date de reponse|date reponse|fecha|fecha respuesta|timestamp|end date',
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
];
