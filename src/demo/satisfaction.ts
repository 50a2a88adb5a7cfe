/** How satisfied a customer really is when a case is done, on the five steps of the survey. */
import { categories } from './catalogue.ts';
import { channelShapes } from './channels.ts';
import { agents } from './people.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

const usual = 1.75;
const botQuality = -0.2;
/** Log-odds at which each step from 2 to 5 is reached, above the line of being satisfied (4). */
const steps = [-1.7, -0.85, 0, 1.15] as const;

/** Log-odds of being satisfied: who did it, what it was about, and what the customer went through. */
function logOdds({ effects }: World, ticket: Ticket): number {
  const category = categories[ticket.category];
  const surprise = Math.max(0, ticket.furtherTurns - Math.ceil(category?.turns ?? 0));
  return (
    usual +
    (category?.liking ?? 0) +
    (channelShapes[ticket.channel]?.liking ?? 0) +
    (agents[ticket.resolver]?.quality ?? botQuality) +
    effects.liking(ticket.day, ticket) -
    0.25 * Math.max(-1.5, Math.min(2.5, ticket.lateness)) -
    0.2 * Math.min(4, surprise) -
    0.35 * ticket.handovers -
    0.8 * ticket.reopens -
    (ticket.comesBack ? 0.5 : 0)
  );
}

/** 1 to 5; 4 and 5 are satisfied. The number of steps that log-odds and luck together reach. */
export function trueScore(world: World, ticket: Ticket): number {
  const felt = logOdds(world, ticket) + world.chance.logistic();
  return 1 + steps.filter((step) => felt > step).length;
}

/** What a customer would complain about first. */
export function grievance(
  ticket: Ticket,
  faulty: boolean,
): 'faulty' | 'slow' | 'passedOn' | 'repeated' | 'complaint' {
  if (faulty) return 'faulty';
  if (ticket.handovers > 1) return 'passedOn';
  if (ticket.comesBack) return 'repeated';
  if (ticket.lateness > 0.6) return 'slow';
  return 'complaint';
}
