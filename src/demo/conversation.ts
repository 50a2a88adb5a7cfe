/** Written answers: the first one, and the rounds of question and reply that some matters take. */
import { categories } from './catalogue.ts';
import { answer, assign, handOver, note, reaches, reply, turn, write, writingChannel } from './log.ts';
import { answerLag, customersTurn, effort, nextLag } from './pace.ts';
import { agents } from './people.ts';
import { reroute } from './routing.ts';
import { actor, priority, status, type Ticket } from './ticket.ts';
import { nothing, priorityWords, wordAt } from './words.ts';
import type { World } from './world.ts';

const day = 86_400;
const workingDay = 36_000;
/** After so long everybody wants to see the end of it. */
const longestTalk = 25 * day;
const silentShare = 0.012;
const silentDays = 10;
const unansweredShare = 0.3;
const raisedShare = 0.015;
const escalatedShare = 0.25;

/** From the waiting line to the first written answer; false where the year ends before it. */
export function answerInWriting(world: World, ticket: Ticket): boolean {
  const { chance, clock, roster } = world;
  if (!reroute(world, ticket)) return false;
  const lag = answerLag(world, ticket);
  const answerAt = clock.addBusiness(ticket.now, lag);
  if (!reaches(world, ticket, clock.addBusiness(ticket.now, lag * chance.between(0.1, 0.8)))) return false;
  assign(world, ticket, roster.pick(chance, ticket.team, clock.dayOf(ticket.now)), actor.system);
  turn(world, ticket, status.open, ticket.owner);
  if (chance.happens(raisedShare)) raise(world, ticket);
  return reaches(world, ticket, answerAt) && speak(world, ticket);
}

/** So many further rounds; false where the case stops before its end: the year is over, or the customer never replied. */
export function converse(world: World, ticket: Ticket, rounds: number): boolean {
  const { chance } = world;
  const waits = chance.happens(categories[ticket.category]?.hold ?? 0) ? chance.below(rounds + 1) : -1;
  for (let round = 0; round < rounds && ticket.now - ticket.openedAt < longestTalk; round++) {
    if (round === waits && !waitForOthers(world, ticket)) return false;
    if (!nextRound(world, ticket)) return false;
    if (round === 3 && chance.happens(escalatedShare))
      note(world, ticket, 'escalated', nothing, nothing, ticket.owner);
  }
  return waits !== rounds || (waitForOthers(world, ticket) && speakLater(world, ticket));
}

/** Hard matters take more rounds; good people need fewer. */
export function roundsOf({ chance }: World, ticket: Ticket): number {
  const mean = categories[ticket.category]?.turns ?? 0;
  const skill = Math.exp(-0.3 * (agents[ticket.owner]?.quality ?? 0));
  if (mean > 3) return 4 + chance.geometric((mean - 4) * skill);
  return chance.geometric(mean * skill);
}

function nextRound(world: World, ticket: Ticket): boolean {
  turn(world, ticket, status.pending, ticket.owner);
  if (world.chance.happens(silentShare)) return fallSilent(world, ticket);
  if (!reaches(world, ticket, customersTurn(world, ticket))) return false;
  reply(world, ticket, writingChannel(ticket.channel));
  turn(world, ticket, status.open, actor.customer);
  return speakLater(world, ticket);
}

/** An answer after the usual time, by whoever is there on that day. */
export function speakLater(world: World, ticket: Ticket): boolean {
  return (
    reaches(world, ticket, world.clock.addBusiness(ticket.now, nextLag(world, ticket))) &&
    speak(world, ticket)
  );
}

function speak(world: World, ticket: Ticket): boolean {
  const { chance, clock, roster } = world;
  const today = clock.dayOf(ticket.now);
  if (!roster.isThere(ticket.owner, today)) {
    assign(world, ticket, roster.pick(chance, ticket.team, today), actor.system);
  }
  const asks = chance.happens(0.3);
  const words = ['answerOpen', asks ? 'question' : 'answer', 'answerClose'] as const;
  answer(world, ticket, ticket.owner, words, writingChannel(ticket.channel));
  ticket.answers++;
  ticket.handleS += effort(world, ticket);
  return true;
}

/** The courier, the supplier or the workshop takes its time. */
function waitForOthers(world: World, ticket: Ticket): boolean {
  const { chance, clock } = world;
  write(world, ticket, ticket.owner, 'internal', ['note']);
  turn(world, ticket, status.onHold, ticket.owner);
  if (!reaches(world, ticket, clock.addBusiness(ticket.now, workingDay * chance.between(0.4, 4))))
    return false;
  turn(world, ticket, status.open, actor.system);
  return true;
}

/** The customer never comes back: after ten days the system closes what nobody resolved. */
function fallSilent(world: World, ticket: Ticket): false {
  ticket.gaveUp = true;
  if (!reaches(world, ticket, ticket.now + silentDays * day)) return false;
  turn(world, ticket, status.closed, actor.system);
  ticket.closedAt = ticket.now;
  return false;
}

function raise(world: World, ticket: Ticket): void {
  if (ticket.priority <= priority.high) return;
  note(
    world,
    ticket,
    'priority_changed',
    wordAt(priorityWords, ticket.priority),
    wordAt(priorityWords, priority.high),
    ticket.owner,
  );
  ticket.priority = priority.high;
}

/** An agent opens the case; what counts as asked is the customer's reply, if one comes. */
export function writeFirst(world: World, ticket: Ticket): boolean {
  const { chance, roster } = world;
  const agent = roster.pick(chance, ticket.team, ticket.day);
  assign(world, ticket, agent, agent);
  write(world, ticket, agent, 'outbound', ['answerOpen', 'answer', 'answerClose']);
  turn(world, ticket, status.pending, agent);
  if (chance.happens(unansweredShare)) return fallSilent(world, ticket);
  if (!reaches(world, ticket, customersTurn(world, ticket))) return false;
  write(world, ticket, actor.customer, 'inbound', ['more']);
  turn(world, ticket, status.open, actor.customer);
  return true;
}

/** A matter that somebody took on the telephone goes to those who know about it. */
export function passToExperts(world: World, ticket: Ticket): boolean {
  const team = categories[ticket.category]?.team ?? ticket.team;
  handOver(world, ticket, team, ticket.owner);
  if (!reaches(world, ticket, ticket.now + 60)) return false;
  assign(world, ticket, world.roster.pick(world.chance, team, world.clock.dayOf(ticket.now)), actor.system);
  return speakLater(world, ticket);
}
