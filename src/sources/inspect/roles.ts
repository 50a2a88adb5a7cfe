/** How columns are called in exports of service desks, call systems and survey tools: English, Italian, German, French, Spanish. */
import type { RecordKind } from '../../model/index.ts';
import type { Role } from './names.ts';
import { cases } from './roles/cases.ts';
import { interactions } from './roles/contacts.ts';
import { events, messages } from './roles/conversations.ts';
import { surveys } from './roles/opinions.ts';
import { agents, customers } from './roles/people.ts';
import { agentStates, outages, reviews, shifts, touchpoints, volumes } from './roles/work.ts';

/** Names are written plainly: no accents, no capitals, no punctuation. */
export const roles: Readonly<Partial<Record<RecordKind, readonly Role[]>>> = {
  cases,
  interactions,
  surveys,
  messages,
  events,
  agents,
  customers,
  shifts,
  agent_states: agentStates,
  outages,
  reviews,
  touchpoints,
  volumes,
};
