/** What follows a resolution: reopening, thanks, the survey, closing, and coming back with the same matter. */
import { categories } from './catalogue.ts';
import { phone } from './channels.ts';
import { daysUntilBack } from './comes-again.ts';
import { speakLater } from './conversation.ts';
import { reaches, turn, write } from './log.ts';
import { agents } from './people.ts';
import { story } from './story.ts';
import { askAfterwards } from './survey.ts';
import { actor, never, status, type Ticket } from './ticket.ts';
import type { World } from './world.ts';

const day = 86_400;
/** The system closes what was resolved so long ago. */
const closingDays = 5;
const closedAtOnceShare = 0.5;
const thanksShare = 0.2;
const sameMatterShare = 0.8;
const callsInsteadShare = 0.3;
const mostReopenings = 2;

/** The owner resolves it. */
export function resolve(world: World, ticket: Ticket): void {
  turn(world, ticket, status.resolved, ticket.owner);
  ticket.resolvedAt = ticket.now;
  ticket.resolver = ticket.owner;
}

/** Everything after a first resolution. */
export function afterwards(world: World, ticket: Ticket): void {
  const { chance, customers } = world;
  if (ticket.channel === phone && chance.happens(closedAtOnceShare)) closeAtOnce(world, ticket);
  while (ticket.status === status.resolved && comesBackOpen(world, ticket)) resolve(world, ticket);
  if (ticket.resolvedAt < 0) return;
  const felt = askAfterwards(world, ticket);
  if (ticket.customer >= 0) customers.remember(ticket.customer, ticket.day, felt);
  planReturn(world, ticket);
  if (ticket.status === status.closed) return;
  if (ticket.channel !== phone && chance.happens(thanksShare)) thank(world, ticket);
  closeLater(world, ticket);
}

/** True where the customer had it reopened and got another answer. */
function comesBackOpen(world: World, ticket: Ticket): boolean {
  const { chance } = world;
  const skill = Math.exp(-0.5 * (agents[ticket.resolver]?.quality ?? 0));
  const likely = (categories[ticket.category]?.reopen ?? 0) * skill * (1 + ticket.reopens);
  if (ticket.owner < 0 || ticket.reopens >= mostReopenings || !chance.happens(likely)) return false;
  if (!reaches(world, ticket, ticket.now + chance.between(0.1, closingDays - 0.5) * day)) return false;
  write(world, ticket, actor.customer, 'inbound', ['again']);
  ticket.furtherTurns++;
  turn(world, ticket, status.open, actor.customer);
  ticket.reopens++;
  ticket.reopenedAt = ticket.now;
  ticket.resolvedAt = never;
  return speakLater(world, ticket);
}

function thank(world: World, ticket: Ticket): void {
  const later = world.chance.between(120, 0.9 * day);
  if (reaches(world, ticket, ticket.now + later)) write(world, ticket, actor.customer, 'inbound', ['thanks']);
}

function closeAtOnce(world: World, ticket: Ticket): void {
  if (reaches(world, ticket, ticket.now + 45)) close(world, ticket, ticket.owner);
}

function closeLater(world: World, ticket: Ticket): void {
  if (reaches(world, ticket, ticket.resolvedAt + closingDays * day)) close(world, ticket, actor.system);
}

function close(world: World, ticket: Ticket, who: number): void {
  turn(world, ticket, status.closed, who);
  ticket.closedAt = ticket.now;
}

/** Some are back within days, more of them after hard matters, poor answers and hurried calls. */
function planReturn({ chance, clock, comesAgain }: World, ticket: Ticket): void {
  if (ticket.customer < 0) return;
  const skill = Math.exp(-0.4 * (agents[ticket.resolver]?.quality ?? 0));
  const hurried =
    ticket.resolver === story.speedWithoutService.agent ? story.speedWithoutService.comesAgainTimes : 1;
  if (!chance.happens((categories[ticket.category]?.again ?? 0) * skill * hurried)) return;
  comesAgain.plan(clock.dayOf(ticket.resolvedAt) + daysUntilBack(chance), {
    secondOfDay: chance.between(8.1, 17.9) * 3600,
    customer: ticket.customer,
    category: chance.happens(sameMatterShare) ? ticket.category : chance.below(categories.length - 1),
    product: ticket.product,
    channel: chance.happens(callsInsteadShare) ? phone : ticket.channel,
    mergedInto: never,
  });
}
