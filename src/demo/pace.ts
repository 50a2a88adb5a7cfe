/** How long things take: answers, work, a customer's reply. */
import { categories } from './catalogue.ts';
import { channelShapes, email } from './channels.ts';
import { agents } from './people.ts';
import { priority, type Ticket } from './ticket.ts';
import type { World } from './world.ts';

const hour = 3600;
const workingDay = 36_000;
/** Nobody is forgotten for longer, and no customer who still writes takes longer: every case comes to its end. */
const longestLag = 4 * workingDay;
const longestPause = 5 * 24 * hour;
const urgency: readonly number[] = (() => {
  const factors: number[] = [];
  factors[priority.urgent] = 0.15;
  factors[priority.high] = 0.5;
  factors[priority.normal] = 1;
  factors[priority.low] = 1.8;
  return factors;
})();

/** Business seconds that this case usually waits for a first written answer. */
function usualLag({ channel, category, priority: how }: Ticket): number {
  const reply = channelShapes[channel]?.replyS || (channelShapes[email]?.replyS ?? 0);
  return reply * (categories[category]?.slowness ?? 1) * (urgency[how] ?? 1);
}

/** Business seconds until the first written answer; remembers how far it is from the usual. */
export function answerLag({ chance, effects }: World, ticket: Ticket): number {
  const factor = effects.slower(ticket.day, ticket.team) * chance.lognormal(1, 0.75);
  ticket.lateness = Math.log(factor);
  return Math.min(longestLag, usualLag(ticket) * factor);
}

/** Later answers come sooner, once somebody has read the case; quick people write them sooner. */
export function nextLag({ chance, effects }: World, ticket: Ticket): number {
  const speed = Math.sqrt(agents[ticket.owner]?.speed ?? 1) * effects.slower(ticket.day, ticket.team);
  return Math.min(longestLag, usualLag(ticket) * 0.6 * speed * chance.lognormal(1, 0.7));
}

/** Seconds of work for one answer. */
export function effort({ chance, effects }: World, ticket: Ticket): number {
  const usual = categories[ticket.category]?.effort ?? 300;
  const speed = agents[ticket.owner]?.speed ?? 1;
  const ease = effects.slower(ticket.day, ticket.team) * effects.lighter(ticket.day, ticket.category);
  return usual * speed * ease * chance.lognormal(1, 0.45);
}

/** The instant of a customer's next message: hours later, and hardly ever before seven in the morning. */
export function customersTurn({ chance, clock }: World, ticket: Ticket): number {
  const at = ticket.now + 180 + Math.min(longestPause, chance.lognormal(5 * hour, 1.1));
  if (at >= clock.end) return at;
  const early = 7 * hour - clock.secondOfDay(at);
  return early > 0 ? at + early + chance.between(0, 2 * hour) : at;
}
