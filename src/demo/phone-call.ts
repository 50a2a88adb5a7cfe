/** A call that is answered in the end, and the calls around it that were not. */
import { categories } from './catalogue.ts';
import { type Contact, noContact, writeContact } from './contacts.ts';
import { converse, passToExperts, roundsOf } from './conversation.ts';
import { assign, reaches, turn, write } from './log.ts';
import { effort } from './pace.ts';
import { baseCamp } from './people.ts';
import { type Line, leavingShare, lineAt, waitOf, waitOfAnswered } from './phone-line.ts';
import { actor, status, type Ticket } from './ticket.ts';
import type { World } from './world.ts';

const outOfHoursShare = 0.05;
const menuShare = 0.07;
const sameCallerShare = 0.55;
const expertShare = 0.2;
const callbackShare = 0.04;
const heldShare = 0.2;
/** Waiting on the line annoys more than waiting for a letter. */
const annoyance = 1.6;
/** Many matters that take rounds in writing are settled in one call. */
const settledByTalking = 0.55;

/** True where the matter is ready to be resolved. */
export function takeCall(world: World, ticket: Ticket): boolean {
  const line = lineAt(world.clock, world.roster, ticket.openedAt);
  callsThatFailed(world, ticket, line);
  const call = answeredCall(world, ticket, line);
  const needsExperts = categories[ticket.category]?.team !== baseCamp && world.chance.happens(expertShare);
  if (needsExperts)
    Object.assign(call, { outcome: 'transferred', transferredTo: categories[ticket.category]?.team });
  ticket.lastCall = writeContact(world, call);
  ticket.answers++;
  write(world, ticket, ticket.owner, 'internal', ['note']);
  if (!reaches(world, ticket, call.endedAt)) return false;
  if (needsExperts) {
    ticket.transfers++;
    return passToExperts(world, ticket) && converse(world, ticket, roundsOf(world, ticket));
  }
  const rounds = Math.round(roundsOf(world, ticket) * settledByTalking);
  if (!converse(world, ticket, rounds)) return false;
  if (world.chance.happens(callbackShare)) callBack(world, ticket);
  return true;
}

function answeredCall(world: World, ticket: Ticket, line: Line): Contact {
  const { chance, clock, roster } = world;
  const ivr = Math.floor(chance.between(12, 50));
  const wait = Math.floor(waitOfAnswered(chance, line));
  ticket.lateness = annoyance * Math.log((wait + 40) / 60);
  reaches(world, ticket, Math.min(ticket.openedAt + ivr + wait, clock.end - 1));
  const answeredAt = ticket.now;
  const guess = answeredAt + (categories[ticket.category]?.effort ?? 300);
  assign(world, ticket, roster.pickFree(chance, baseCamp, ticket.day, answeredAt, guess), actor.system);
  turn(world, ticket, status.open, ticket.owner);
  ticket.firstResponseAt = answeredAt;
  const parts = partsOf(world, ticket);
  return {
    ...noContact,
    caseNumber: ticket.n,
    customer: ticket.customer,
    language: ticket.language,
    priority: ticket.priority,
    category: ticket.category,
    team: baseCamp,
    arrivedAt: ticket.openedAt,
    queuedAt: ticket.openedAt + ivr,
    answeredAt,
    endedAt: Math.min(answeredAt + parts.talkS + parts.holdS, clock.end - 1),
    ivrS: ivr,
    waitS: wait,
    ...parts,
    agent: ticket.owner,
  };
}

function partsOf(world: World, ticket: Ticket): Pick<Contact, 'talkS' | 'holdS' | 'wrapS'> {
  const { chance } = world;
  const talkS = Math.floor(20 + effort(world, ticket));
  const holdS = chance.happens(heldShare) ? Math.floor(chance.lognormal(70, 0.7)) : 0;
  const wrapS = Math.floor(chance.lognormal(45, 0.5));
  ticket.handleS += talkS + holdS + wrapS;
  return { talkS, holdS, wrapS };
}

/** For every answered call there are as many lost ones as the state of the line makes likely. */
function callsThatFailed(world: World, ticket: Ticket, line: Line): void {
  const { chance } = world;
  const leaving = leavingShare(line);
  while (chance.happens(leaving)) lostCall(world, ticket, line);
  if (chance.happens(menuShare)) leftInMenu(world, ticket, arrivalNear(world, ticket));
  if (chance.happens(outOfHoursShare)) leftInMenu(world, ticket, outOfHours(world, ticket));
}

function lostCall(world: World, ticket: Ticket, line: Line): void {
  const { chance, customers } = world;
  const same = chance.happens(sameCallerShare);
  const arrivedAt = arrivalNear(world, ticket);
  const ivrS = Math.floor(chance.between(12, 50));
  const waitS = Math.floor(Math.max(2, waitOf(chance, line)));
  const customer = same ? ticket.customer : customers.someone(chance, ticket.day);
  const queuedAt = arrivedAt + ivrS;
  writeContact(world, {
    ...noContact,
    customer,
    language: customers.language(customer),
    team: baseCamp,
    arrivedAt,
    queuedAt,
    endedAt: queuedAt + waitS,
    ivrS,
    waitS,
    outcome: 'abandoned_in_queue',
  });
}

function leftInMenu(world: World, ticket: Ticket, arrivedAt: number): void {
  const ivrS = Math.floor(world.chance.between(4, 40));
  const customer = world.customers.someone(world.chance, ticket.day);
  const language = world.customers.language(customer);
  const endedAt = Math.min(arrivedAt + ivrS, world.clock.end - 1);
  writeContact(world, {
    ...noContact,
    customer,
    language,
    arrivedAt,
    endedAt,
    ivrS,
    outcome: 'abandoned_in_menu',
  });
}

/** Some minutes before the call that succeeds, within the same opening hours. */
function arrivalNear({ chance, clock }: World, ticket: Ticket): number {
  const opens = clock.days[ticket.day]?.opens ?? 0;
  return Math.floor(Math.max(opens, ticket.openedAt - chance.between(60, 3000)));
}

function outOfHours({ chance, clock }: World, ticket: Ticket): number {
  return Math.floor(clock.at(ticket.day, chance.between(18.1, 22) * 3600));
}

/** One last call to say that it is done. */
function callBack(world: World, ticket: Ticket): void {
  const { chance, clock } = world;
  if (!reaches(world, ticket, clock.addBusiness(ticket.now, chance.between(600, 7200)))) return;
  const talkS = Math.floor(chance.lognormal(110, 0.5));
  const answeredAt = ticket.now + 18;
  writeContact(world, {
    ...noContact,
    caseNumber: ticket.n,
    customer: ticket.customer,
    outbound: true,
    language: ticket.language,
    category: ticket.category,
    team: ticket.team,
    arrivedAt: ticket.now,
    answeredAt,
    endedAt: answeredAt + talkS,
    talkS,
    holdS: 0,
    wrapS: 30,
    agent: ticket.owner,
  });
  ticket.handleS += talkS + 30;
  reaches(world, ticket, answeredAt + talkS);
}
