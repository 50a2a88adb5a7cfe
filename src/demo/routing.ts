/** Where a case goes first, and where it is sent when that was wrong. */
import { categories } from './catalogue.ts';
import { chat, phone } from './channels.ts';
import { assign, handOver, note, reaches, turn, write } from './log.ts';
import { baseCamp, digitalDesk, gearLab, teams } from './people.ts';
import { story } from './story.ts';
import { actor, status, type Ticket } from './ticket.ts';
import { categoryWords, wordAt } from './words.ts';
import type { World } from './world.ts';

const hour = 3600;
const wrongFirst = 0.04;

/** The team that should have this case. */
function rightTeam({ effects }: World, { channel, category, day }: Ticket): number {
  if (channel === phone) return baseCamp;
  const expert = categories[category]?.team ?? baseCamp;
  if (expert === gearLab) return gearLab;
  if (effects.digital(day) && story.takenOverByDigitalDesk.includes(channel)) return digitalDesk;
  return channel === chat ? baseCamp : expert;
}

/** The team and category that a case is first filed under: nearly always the right ones. */
export function fileFirst(world: World, ticket: Ticket): void {
  const { chance } = world;
  const { refundLoop } = story;
  const right = rightTeam(world, ticket);
  ticket.team = right;
  if (ticket.openedByAgent || ticket.leftOut !== '' || ticket.channel === phone || ticket.channel === chat)
    return;
  const mayLoop = ticket.category === refundLoop.category && ticket.channel === refundLoop.channel;
  if (mayLoop && chance.happens(refundLoop.share)) {
    ticket.looped = true;
    ticket.team = refundLoop.wrongTeam;
    ticket.filedAs = refundLoop.takenFor;
  } else if (chance.happens(wrongFirst)) {
    ticket.team = (right + 1 + chance.below(teams.length - 2)) % digitalDesk;
  }
}

/** Brings a misfiled case to the right team; false where the year ends on the way. */
export function reroute(world: World, ticket: Ticket): boolean {
  const right = rightTeam(world, ticket);
  if (ticket.looped) return goInCircles(world, ticket);
  return ticket.team === right || passOn(world, ticket, right, true);
}

/** To the right team, back again "to check the tracking", and once more to the right team. */
function goInCircles(world: World, ticket: Ticket): boolean {
  const { rightTeam: right, wrongTeam: wrong } = story.refundLoop;
  return (
    passOn(world, ticket, right, true) &&
    passOn(world, ticket, wrong, false) &&
    passOn(world, ticket, right, false)
  );
}

/** Someone takes it, sees that it is not theirs, and hands it over with a note. */
function passOn(world: World, ticket: Ticket, team: number, refile: boolean): boolean {
  const { chance, clock, roster } = world;
  if (!reaches(world, ticket, clock.addBusiness(ticket.now, chance.between(0.5, 4) * hour))) return false;
  assign(world, ticket, roster.pick(chance, ticket.team, clock.dayOf(ticket.now)), actor.system);
  turn(world, ticket, status.open, ticket.owner);
  if (!reaches(world, ticket, clock.addBusiness(ticket.now, chance.between(0.2, 2.5) * hour))) return false;
  if (refile && ticket.filedAs !== ticket.category) {
    note(
      world,
      ticket,
      'category_changed',
      wordAt(categoryWords, ticket.filedAs),
      wordAt(categoryWords, ticket.category),
      ticket.owner,
    );
    ticket.filedAs = ticket.category;
  }
  write(world, ticket, ticket.owner, 'internal', ['note']);
  handOver(world, ticket, team, ticket.owner);
  return true;
}
