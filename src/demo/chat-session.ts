/** A chat: first the bot, then a person if one is there in time, else an answer in writing. */
import { categories } from './catalogue.ts';
import type { Chance } from './chance.ts';
import { noContact, writeContact } from './contacts.ts';
import { answerInWriting, converse, roundsOf } from './conversation.ts';
import { answer, assign, reaches, reply, turn, write } from './log.ts';
import { effort } from './pace.ts';
import { reroute } from './routing.ts';
import { actor, status, type Ticket } from './ticket.ts';
import type { World } from './world.ts';

const busyShare = 0.4;
const meanWait = 45;
const patience = 150;
/** Of those who left the queue, so many read the answer that comes by writing. */
const staysShare = 0.65;
/** Live, most matters are settled in fewer rounds. */
const settledLive = 0.5;

/** `resolved` where the bot did it alone, `ready` where a person may resolve it, `stopped` where it ends here for now. */
export function chatOn(world: World, ticket: Ticket): 'resolved' | 'ready' | 'stopped' {
  const { chance, clock } = world;
  if (!greet(world, ticket)) return 'stopped';
  if (chance.happens(categories[ticket.category]?.bot ?? 0)) return settledByBot(world, ticket);
  if (!clock.isOpen(ticket.now)) return inWriting(world, ticket);
  return queueUp(world, ticket);
}

const greet = (world: World, ticket: Ticket): boolean => {
  if (!reaches(world, ticket, ticket.now + 3)) return false;
  write(world, ticket, actor.bot, 'outbound', ['botHello']);
  return true;
};

function settledByBot(world: World, ticket: Ticket): 'resolved' | 'stopped' {
  if (!reaches(world, ticket, ticket.now + world.chance.between(5, 40))) return 'stopped';
  write(world, ticket, actor.bot, 'outbound', ['answer']);
  turn(world, ticket, status.resolved, actor.bot);
  ticket.resolvedAt = ticket.now;
  ticket.resolver = actor.bot;
  return 'resolved';
}

function inWriting(world: World, ticket: Ticket): 'ready' | 'stopped' {
  const done = answerInWriting(world, ticket) && converse(world, ticket, roundsOf(world, ticket));
  return done ? 'ready' : 'stopped';
}

function queueUp(world: World, ticket: Ticket): 'ready' | 'stopped' {
  const { chance, effects } = world;
  const queuedAt = Math.floor(ticket.now + chance.between(8, 40));
  const slower = effects.slower(ticket.day, ticket.team);
  const wait = Math.floor(waitFor(chance, meanWait * slower));
  if (wait < 0) return leaveQueue(world, ticket, queuedAt);
  ticket.lateness = Math.log((wait + 40) / 60);
  return talk(world, ticket, queuedAt, wait) ? 'ready' : 'stopped';
}

/** Seconds of waiting for someone who stays; negative for one whose patience ends first. */
function waitFor(chance: Chance, mean: number): number {
  if (!chance.happens(busyShare)) return chance.between(2, 8);
  const wait = chance.exponential(mean);
  return wait < chance.exponential(patience) ? wait : -1;
}

function leaveQueue(world: World, ticket: Ticket, queuedAt: number): 'ready' | 'stopped' {
  const waitS = Math.floor(world.chance.between(20, 240));
  if (!reaches(world, ticket, queuedAt + waitS)) return 'stopped';
  writeContact(world, {
    ...session(ticket, queuedAt),
    endedAt: ticket.now,
    waitS,
    outcome: 'abandoned_in_queue',
  });
  if (world.chance.happens(staysShare)) return inWriting(world, ticket);
  return neverServed(world, ticket);
}

/** Nobody is there any more to answer to: the system closes it the next day. */
function neverServed(world: World, ticket: Ticket): 'stopped' {
  ticket.gaveUp = true;
  if (reaches(world, ticket, ticket.now + 86_400)) {
    turn(world, ticket, status.closed, actor.system);
    ticket.closedAt = ticket.now;
  }
  return 'stopped';
}

function talk(world: World, ticket: Ticket, queuedAt: number, waitS: number): boolean {
  const { chance, roster, clock } = world;
  if (!reroute(world, ticket) || !reaches(world, ticket, queuedAt + waitS)) return false;
  const answeredAt = ticket.now;
  const until = answeredAt + 600;
  assign(
    world,
    ticket,
    roster.pickFree(chance, ticket.team, clock.dayOf(answeredAt), answeredAt, until),
    actor.system,
  );
  turn(world, ticket, status.open, ticket.owner);
  const rounds = Math.round(roundsOf(world, ticket) * settledLive);
  const work = effort(world, ticket);
  const finished = lines(world, ticket, rounds, work);
  const wrapS = Math.floor(chance.lognormal(40, 0.5));
  const talkS = ticket.now - answeredAt;
  ticket.handleS += talkS + wrapS;
  ticket.answers++;
  ticket.lastCall = writeContact(world, {
    ...session(ticket, queuedAt),
    answeredAt,
    endedAt: ticket.now,
    waitS,
    talkS,
    wrapS,
    agent: ticket.owner,
  });
  return finished;
}

/** Agent and customer in turns, spread over the time the work takes. */
function lines(world: World, ticket: Ticket, rounds: number, work: number): boolean {
  const step = work / (2 * rounds + 1);
  if (ticket.firstResponseAt < 0) ticket.firstResponseAt = ticket.now;
  for (let line = 0; line <= 2 * rounds; line++) {
    if (!reaches(world, ticket, ticket.now + step)) return false;
    if (line % 2 === 1) reply(world, ticket);
    else answer(world, ticket, ticket.owner, [line === 2 * rounds ? 'answer' : 'question']);
  }
  return true;
}

const session = (ticket: Ticket, queuedAt: number) => ({
  ...noContact,
  caseNumber: ticket.n,
  customer: ticket.customer,
  channel: ticket.channel,
  language: ticket.language,
  priority: ticket.priority,
  category: ticket.category,
  team: ticket.team,
  arrivedAt: ticket.openedAt,
  queuedAt,
});
