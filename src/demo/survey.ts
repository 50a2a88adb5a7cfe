/** Surveys after a case: who is asked, who answers, and what they add in words. */

import type { Chance } from './chance.ts';
import { channelShapes, chat, phone } from './channels.ts';
import { bytesOf } from './csv-file.ts';
import { letters, writeCustomer } from './log.ts';
import { type Move, say } from './phrasebook.ts';
import { grievance, trueScore } from './satisfaction.ts';
import { story } from './story.ts';
import { never, type Ticket } from './ticket.ts';
import { agentWords, channelByName, wordAt } from './words.ts';
import type { World } from './world.ts';

const askedShare = 0.75;
/** Of those who are not asked how satisfied they are, so many are asked how easy it was. */
const effortShare = 0.4;
const hour = 3600;
/** Share who answer, by true score 1–5: the angry and the delighted have more to say. */
const willing = [0.42, 0.3, 0.2, 0.25, 0.36] as const;
const commentShare = 0.4;
const moreShare = 0.35;
const contactShare = 0.03;
const space = bytesOf(' ');

const forms = {
  csat: { word: bytesOf('csat'), low: 1, high: 5 },
  ces: { word: bytesOf('ces'), low: 1, high: 7 },
} as const;

/** Asks an hour after the resolution; returns the true score, 0 where nobody was asked. */
export function askAfterwards(world: World, ticket: Ticket): number {
  const { chance, clock } = world;
  const sentAt = ticket.resolvedAt + hour;
  if (ticket.customer < 0 || sentAt >= clock.end) return 0;
  const kind = chance.happens(askedShare) ? 'csat' : chance.happens(effortShare) ? 'ces' : null;
  if (kind === null) return 0;
  const felt = trueScore(world, ticket);
  const answeredAt = Math.floor(sentAt + 300 + chance.lognormal(7 * hour, 1.2));
  const rate = (willing[felt - 1] ?? 0) * (channelShapes[ticket.channel]?.surveys ?? 1);
  const answered = chance.happens(rate) && answeredAt < clock.end;
  writeInvitation(
    world,
    ticket,
    kind,
    scoreOn(chance, kind, felt),
    sentAt,
    answered ? answeredAt : never,
    felt,
  );
  if (kind === 'csat') world.books.rated(ticket, felt, sentAt, answered ? answeredAt : never);
  return felt;
}

/** How easy it was, from 1 (hard) to 7, follows how satisfied one is, loosely. */
const scoreOn = (chance: Chance, kind: keyof typeof forms, felt: number): number =>
  kind === 'csat' ? felt : Math.max(1, Math.min(7, Math.round(felt * 1.3 + 0.3 + 0.8 * chance.normal())));

function writeInvitation(
  world: World,
  ticket: Ticket,
  kind: keyof typeof forms,
  score: number,
  sentAt: number,
  answeredAt: number,
  felt: number,
): void {
  const file = world.files.surveys;
  const { word, low, high } = forms[kind];
  file
    .key(letters.survey, file.rows + 1)
    .text(word)
    .whole(low)
    .whole(high);
  file
    .seconds(answeredAt < 0 ? never : score)
    .time(sentAt)
    .time(answeredAt)
    .key(letters.case, ticket.n);
  if (ticket.lastCall < 0) file.none();
  else file.key(letters.contact, ticket.lastCall);
  file.text(wordAt(agentWords, ticket.resolver));
  writeCustomer(file, ticket.customer).text(askedBy(ticket.channel));
  if (answeredAt >= 0 && world.chance.happens(commentShare)) comment(world, ticket, felt);
  else file.none();
  file.end();
}

const askedBy = (channel: number): Uint8Array =>
  channel === phone ? channelByName.sms : channel === chat ? channelByName.chat : channelByName.email;

function comment({ chance, files }: World, ticket: Ticket, felt: number): void {
  const file = files.surveys;
  file.quote();
  say(file, chance, ticket.language, wordsFor(ticket, felt), ticket);
  const more = felt >= 4 ? 'praiseMore' : felt <= 2 ? 'complaintMore' : null;
  if (more !== null && chance.happens(moreShare))
    say(file.part(space), chance, ticket.language, more, ticket);
  if (chance.happens(contactShare)) say(file.part(space), chance, ticket.language, 'contact', ticket);
  file.quote().none();
}

function wordsFor(ticket: Ticket, felt: number): Move {
  if (felt >= 4) return 'praise';
  if (felt === 3) return 'middling';
  const { watchFault } = story;
  return grievance(ticket, ticket.category === watchFault.category && ticket.product === watchFault.product);
}
