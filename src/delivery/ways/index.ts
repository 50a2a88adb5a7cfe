/** The ways a report can go: one line each. */
import type { Carrier, Surroundings } from '../carrier.ts';
import type { Way } from '../schedule.ts';
import { folder } from './folder.ts';
import { mail } from './mail.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { webhook } from './webhook.ts';

export const ways: {
  readonly [Kind in Way['kind']]: (surroundings: Surroundings) => Carrier<Extract<Way, { kind: Kind }>>;
} = { mail, folder, webhook, slack, teams };
