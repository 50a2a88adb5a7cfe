/** Writes down calls and chat sessions. */
import { phone } from './channels.ts';
import { bytesOf } from './csv-file.ts';
import { letters, writeCustomer } from './log.ts';
import { actor, never } from './ticket.ts';
import {
  agentWords,
  categoryWords,
  channelWords,
  outcomeWords,
  priorityWords,
  teamWords,
  wordAt,
} from './words.ts';
import type { World } from './world.ts';

/** Seconds that are `never` were not recorded. */
export interface Contact {
  caseNumber: number;
  customer: number;
  channel: number;
  outbound: boolean;
  language: number;
  priority: number;
  category: number;
  team: number;
  arrivedAt: number;
  queuedAt: number;
  answeredAt: number;
  endedAt: number;
  ivrS: number;
  waitS: number;
  talkS: number;
  holdS: number;
  wrapS: number;
  outcome: keyof typeof outcomeWords;
  agent: number;
  transferredTo: number;
}

export const noContact: Contact = {
  caseNumber: never,
  customer: never,
  channel: phone,
  outbound: false,
  language: 0,
  priority: never,
  category: never,
  team: never,
  arrivedAt: 0,
  queuedAt: never,
  answeredAt: never,
  endedAt: 0,
  ivrS: never,
  waitS: never,
  talkS: never,
  holdS: never,
  wrapS: never,
  outcome: 'answered',
  agent: actor.nobody,
  transferredTo: never,
};

const queues = [bytesOf('Italian line'), bytesOf('English line')];
const chatQueue = bytesOf('Chat');
const inbound = bytesOf('inbound');
const outbound = bytesOf('outbound');

/** Returns the number of the contact. */
export function writeContact({ files: { calls: file }, books }: World, contact: Contact): number {
  const n = file.rows + 1;
  file.key(letters.contact, n);
  if (contact.caseNumber >= 0) file.key(letters.case, contact.caseNumber);
  else file.none();
  if (contact.customer >= 0) writeCustomer(file, contact.customer);
  else file.none();
  file.text(wordAt(channelWords, contact.channel)).text(contact.outbound ? outbound : inbound);
  file.text(contact.channel === phone ? wordAt(queues, contact.language) : chatQueue);
  file.text(wordAt(priorityWords, contact.priority)).text(wordAt(categoryWords, contact.category));
  file.text(wordAt(teamWords, contact.team)).localTime(contact.arrivedAt).localTime(contact.queuedAt);
  file.localTime(contact.answeredAt).localTime(contact.endedAt).seconds(contact.ivrS).seconds(contact.waitS);
  file
    .seconds(contact.talkS)
    .seconds(contact.holdS)
    .seconds(contact.wrapS)
    .text(outcomeWords[contact.outcome]);
  file.text(wordAt(agentWords, contact.agent)).text(wordAt(teamWords, contact.transferredTo)).end();
  books.contact(contact);
  return n;
}
