/** Writes a case's row in cases.csv. */
import { categories } from './catalogue.ts';
import { bytesOf, type CsvFile } from './csv-file.ts';
import { letters, writeCustomer } from './log.ts';
import { ask } from './phrasebook.ts';
import { leftOutReasons, never, status, type Ticket } from './ticket.ts';
import {
  agentWords,
  categoryWords,
  channelWords,
  departmentWords,
  languageWords,
  nothing,
  priorityWords,
  productWords,
  statusWords,
  subcategoryWords,
  teamWords,
  whoWords,
  wordAt,
  yes,
} from './words.ts';
import type { World } from './world.ts';

const leftOutWords = leftOutReasons.map(bytesOf);
const policies = { standard: bytesOf('standard'), partner: bytesOf('partner') };
const devices = ['mobile', 'desktop', 'app', ''].map(bytesOf);
const tags = ['"gift,christmas"', 'vip', '"outlet,final_sale"', 'first_order', 'gift'].map(bytesOf);
const taggedShare = 0.12;
/** A word that the desk invented and that nobody mapped. */
export const strangeStatus = 'parked';
const strange = bytesOf(strangeStatus);

/** `as first seen` is an older version of the same case: what an earlier export would have said. */
export function writeCase(world: World, ticket: Ticket, view: 'as it stands' | 'as first seen'): void {
  const { files, chance, books } = world;
  const file = files.cases;
  const now = view === 'as it stands';
  const parked = now && isParked(ticket);
  if (parked) books.strangeStatus();
  file.key(letters.case, ticket.n).time(now ? ticket.now : ticket.openedAt);
  writeCustomer(file, ticket.customer).time(ticket.openedAt);
  writeInstants(file, ticket, now);
  file
    .text(ticket.openedByAgent ? whoWords.agent : whoWords.customer)
    .text(wordAt(channelWords, ticket.channel));
  file
    .text(wordAt(categoryWords, ticket.filedAs))
    .text(subcategory(ticket))
    .text(wordAt(priorityWords, ticket.priority));
  file.text(parked ? strange : wordAt(statusWords, now ? ticket.status : status.new));
  file.text(now ? wordAt(agentWords, ticket.owner) : nothing);
  file.text(wordAt(teamWords, ticket.team)).text(wordAt(departmentWords, ticket.team));
  file.text(wordAt(productWords, ticket.product)).text(wordAt(languageWords, ticket.language)).text(yes);
  writeSubject(world, ticket);
  file.text(chance.happens(taggedShare) ? wordAt(tags, chance.below(tags.length)) : nothing);
  file.text(world.customers.isPartner(ticket.customer) ? policies.partner : policies.standard);
  file.text(wordAt(leftOutWords, leftOutReasons.indexOf(ticket.leftOut))).seconds(ticket.handleS);
  file.whole(now ? reassignments(ticket) : 0).whole(now ? ticket.reopens : 0);
  file
    .cents(Math.floor(chance.lognormal(9_000, 0.7)))
    .text(wordAt(devices, chance.below(devices.length)))
    .end();
}

/** Changes of team and of owner after the first, as the desk's own counter has them. */
const reassignments = (ticket: Ticket): number => ticket.handovers + ticket.ownerChanges;

function writeInstants(file: CsvFile, ticket: Ticket, now: boolean): void {
  const { firstResponseAt, resolvedAt, reopenedAt, closedAt } = ticket;
  for (const t of [firstResponseAt, resolvedAt, reopenedAt, closedAt]) file.time(now ? t : never);
}

const subcategory = (ticket: Ticket): Uint8Array =>
  categories[ticket.filedAs] === undefined
    ? nothing
    : wordAt(subcategoryWords[ticket.filedAs] ?? [], ticket.n % 2);

function writeSubject({ files, chance }: World, ticket: Ticket): void {
  files.cases.quote();
  ask(files.cases, chance, ticket.language, ticket.category, ticket);
  files.cases.quote().none();
}

const isParked = (ticket: Ticket): boolean =>
  (ticket.status === status.onHold || ticket.status === status.pending) && ticket.n % 3 === 0;
