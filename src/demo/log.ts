/** Writes down what happens to a case: its events and its messages. */

import { email } from './channels.ts';
import { bytesOf, type CsvFile } from './csv-file.ts';
import { customerLetter } from './customers.ts';
import { ask, type Move, say, tell } from './phrasebook.ts';
import { actor, status, type Ticket } from './ticket.ts';
import {
  agentWords,
  channelWords,
  kinds,
  no,
  nothing,
  statusWords,
  teamWords,
  whoWords,
  wordAt,
  yes,
  zeroCustomer,
} from './words.ts';
import type { World } from './world.ts';

export const letters = {
  case: code('T'),
  event: code('E'),
  message: code('M'),
  contact: code('K'),
  survey: code('S'),
  order: code('O'),
};
const botId = bytesOf('ridge-bot');
const directionWords = {
  inbound: bytesOf('inbound'),
  outbound: bytesOf('outbound'),
  internal: bytesOf('internal'),
};

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** Moves a case on to an instant; false where the year is over before it, and then nothing more happens. */
export function reaches({ clock }: World, ticket: Ticket, t: number): boolean {
  if (t >= clock.end) return false;
  ticket.now = Math.floor(t);
  return true;
}

/** One event at the case's present instant. */
export function note(
  { files: { events: file } }: World,
  ticket: Ticket,
  kind: keyof typeof kinds,
  from: Uint8Array,
  to: Uint8Array,
  who: number,
): void {
  file
    .key(letters.event, file.rows + 1)
    .key(letters.case, ticket.n)
    .time(ticket.now);
  file
    .whole(++ticket.sequence)
    .text(kinds[kind])
    .text(from)
    .text(to);
  writeActor(file, ticket, who);
  file.end();
}

function writeActor(file: CsvFile, ticket: Ticket, who: number): void {
  if (who >= 0) file.text(wordAt(agentWords, who)).text(whoWords.agent);
  else if (who === actor.customer) writeCustomer(file, ticket.customer).text(whoWords.customer);
  else if (who === actor.bot) file.text(botId).text(whoWords.bot);
  else file.none().text(whoWords.system);
}

export const writeCustomer = (file: CsvFile, customer: number): CsvFile =>
  customer < 0 ? file.text(zeroCustomer) : file.key(customerLetter, customer + 1);

/** Changes the status, if it is another one. */
export function turn(world: World, ticket: Ticket, to: number, who: number): void {
  if (ticket.status === to) return;
  const kind = to === status.resolved ? 'resolved' : to === status.closed ? 'closed' : kindOfTurn(ticket, to);
  note(world, ticket, kind, wordAt(statusWords, ticket.status), wordAt(statusWords, to), who);
  ticket.status = to;
}

const kindOfTurn = (ticket: Ticket, to: number): 'reopened' | 'status_changed' =>
  to === status.open && ticket.status === status.resolved ? 'reopened' : 'status_changed';

/** Gives the case to an agent. */
export function assign(world: World, ticket: Ticket, agent: number, who: number): void {
  if (ticket.owner === agent) return;
  const first = ticket.owner === actor.nobody;
  note(
    world,
    ticket,
    'assigned',
    first ? nothing : wordAt(agentWords, ticket.owner),
    wordAt(agentWords, agent),
    who,
  );
  ticket.owner = agent;
  if (!first) ticket.ownerChanges++;
}

/** Passes the case to a team. */
export function handOver(world: World, ticket: Ticket, team: number, who: number): void {
  note(world, ticket, 'team_changed', wordAt(teamWords, ticket.team), wordAt(teamWords, team), who);
  ticket.team = team;
  ticket.handovers++;
}

type Direction = keyof typeof directionWords;
type Sentence = Move | 'ask' | 'answer';
const space = bytesOf(' ');

/** One message at the case's present instant, made of these sentences. */
export function write(
  world: World,
  ticket: Ticket,
  who: number,
  direction: Direction,
  sentences: readonly Sentence[],
  channel = ticket.channel,
): void {
  const file = world.files.messages;
  file
    .key(letters.message, file.rows + 1)
    .key(letters.case, ticket.n)
    .time(ticket.now);
  file.text(wordAt(channelWords, channel));
  writeActor(file, ticket, who);
  file.text(directionWords[direction]).text(direction === 'internal' ? no : yes);
  file.quote();
  for (const sentence of sentences) {
    if (sentence !== sentences[0]) gap(world, sentences[0] === 'hello' && sentence === sentences[1]);
    speak(world, ticket, sentence);
  }
  file.quote().none().end();
  if (who === actor.customer) ticket.customerMessages++;
  world.books.message(who, direction);
}

function speak({ files, chance }: World, ticket: Ticket, sentence: Sentence): void {
  if (sentence === 'ask') ask(files.messages, chance, ticket.language, ticket.category, ticket);
  else if (sentence === 'answer') tell(files.messages, chance, ticket.language, ticket.category, ticket);
  else say(files.messages, chance, ticket.language, sentence, ticket);
}

/** Some people press Enter after the greeting: a quoted field may hold a line break. */
function gap({ files: { messages: file }, chance }: World, afterGreeting: boolean): void {
  if (afterGreeting && chance.happens(breakShare)) file.lineBreak();
  else file.part(space);
}

const breakShare = 0.06;

/** A public message of an agent; the first one answers the case. */
export function answer(
  world: World,
  ticket: Ticket,
  agent: number,
  sentences: readonly Sentence[],
  channel = ticket.channel,
): void {
  write(world, ticket, agent, 'outbound', sentences, channel);
  if (ticket.firstResponseAt < 0) ticket.firstResponseAt = ticket.now;
}

/** A further turn of the customer. */
export function reply(world: World, ticket: Ticket, channel = ticket.channel): void {
  write(world, ticket, actor.customer, 'inbound', replySentences, channel);
  ticket.furtherTurns++;
}

const replySentences: readonly Sentence[] = ['more'];

/** Calls are followed up by e-mail. */
export const writingChannel = (channel: number): number => (channel === 0 ? email : channel);
