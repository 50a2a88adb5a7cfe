/** What the columns of tables of people and companies are called. */
import type { Role } from '../names.ts';
import { customer, role, team } from './shared.ts';

export const agents: readonly Role[] = [
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
];

export const customers: readonly Role[] = [
  role('id', 1, `id|company id|contact id|${customer}`),
  role('segment', 4, 'segment|customer segment|customer type|tier|plan name|industry|segmento|kundensegment'),
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
];
