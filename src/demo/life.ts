/** The life of one case, from the customer's first word to its row in the table. */
import { afterwards, resolve } from './afterwards.ts';
import { writeCase } from './case-row.ts';
import { chat, email, phone } from './channels.ts';
import { chatOn } from './chat-session.ts';
import { answerInWriting, converse, roundsOf, speakLater, writeFirst } from './conversation.ts';
import { bytesOf } from './csv-file.ts';
import { letters, note, reaches, turn, write } from './log.ts';
import { takeCall } from './phone-call.ts';
import { fileFirst } from './routing.ts';
import { story } from './story.ts';
import { actor, status, type Ticket } from './ticket.ts';
import { nothing, statusWords, teamWords, wordAt } from './words.ts';
import type { World } from './world.ts';

/** Lives it through, writes everything down, and tells the books how it went. */
export function live(world: World, ticket: Ticket): void {
  fileFirst(world, ticket);
  open(world, ticket);
  if (ticket.leftOut !== '') leaveOut(world, ticket);
  else serve(world, ticket);
  writeCase(world, ticket, 'as it stands');
  world.books.lived(ticket);
}

function serve(world: World, ticket: Ticket): void {
  const met = meet(world, ticket);
  if (met === 'stopped') return;
  if (met === 'ready') resolve(world, ticket);
  afterwards(world, ticket);
}

function meet(world: World, ticket: Ticket): 'resolved' | 'ready' | 'stopped' {
  if (ticket.channel === chat) return chatOn(world, ticket);
  if (ticket.channel === phone) return takeCall(world, ticket) ? 'ready' : 'stopped';
  const spoken = ticket.openedByAgent
    ? writeFirst(world, ticket) && speakLater(world, ticket)
    : answerInWriting(world, ticket);
  const done = spoken && converse(world, ticket, roundsOf(world, ticket));
  return done ? 'ready' : 'stopped';
}

function open(world: World, ticket: Ticket): void {
  const { chance } = world;
  const opener = ticket.openedByAgent ? actor.system : actor.customer;
  note(world, ticket, 'opened', nothing, wordAt(statusWords, status.new), opener);
  note(world, ticket, 'team_changed', nothing, wordAt(teamWords, ticket.team), actor.system);
  if (ticket.channel === phone || ticket.openedByAgent) return;
  write(world, ticket, actor.customer, 'inbound', request(world, ticket));
  if (ticket.channel !== email || ticket.leftOut === 'spam') return;
  if (!reaches(world, ticket, ticket.now + chance.between(10, 50))) return;
  write(world, ticket, actor.system, 'outbound', ['received']);
}

const detailShare = 0.65;
/** Some leave an address or a number that nobody needs to see in a report. */
const contactShare = 0.06;
type Sentences = Parameters<typeof write>[4];

function request({ chance, clock }: World, ticket: Ticket): Sentences {
  if (ticket.leftOut === 'spam') return ['spam'];
  if (ticket.channel === chat) return ['ask'];
  const { watchFault } = story;
  const date = clock.days[ticket.day]?.date ?? '';
  const faulty = ticket.category === watchFault.category && ticket.product === watchFault.product;
  const now = date >= watchFault.from && date < watchFault.to;
  const what = faulty && now ? 'fault' : ticket.comesBack ? 'again' : 'ask';
  const words: Sentences[number][] = ['hello', what];
  if (chance.happens(detailShare)) words.push('detail');
  if (chance.happens(contactShare)) words.push('contact');
  if (chance.happens(detailShare)) words.push('bye');
  return words;
}

/** Spam, tests and doubles are closed without an answer. */
function leaveOut(world: World, ticket: Ticket): void {
  const { chance, clock } = world;
  if (!reaches(world, ticket, clock.addBusiness(ticket.now, chance.between(300, 9000)))) return;
  if (ticket.mergedInto >= 0) {
    const target = bytesOf(String.fromCharCode(letters.case) + ticket.mergedInto);
    note(world, ticket, 'merged', nothing, target, actor.system);
  }
  turn(world, ticket, status.closed, actor.system);
  ticket.closedAt = ticket.now;
}
