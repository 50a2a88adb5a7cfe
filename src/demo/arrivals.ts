/** Who writes or calls on a day: new matters, people who are back, and what does not belong there. */
import { categories, categoryAt } from './catalogue.ts';
import type { Chance } from './chance.ts';
import { chat, email, phone, social, webForm } from './channels.ts';
import type { Return } from './comes-again.ts';
import type { DayDemand } from './demand.ts';
import { type LeftOut, never, type Opening, priority } from './ticket.ts';
import type { World } from './world.ts';

const spamShare = 0.012;
const deletedShare = 0.0015;
const doubleShare = 0.008;
/** Of the e-mails in opening hours, so many are the desk's own. */
const agentOpensShare = 0.03;
const namelessShare = 0.035;
/** At most this share of a day are people who are back; the others come a day later. */
const mostReturns = 0.5;
const partnerCategory = categoryAt('partner_integration');
const shares = { urgent: 0.015, high: 0.08, low: 0.14 };

/**
 * Everything that is opened on a day, in the order of its time. Only times and matters are drawn beforehand, as plain
 * numbers; the rest when its turn comes, so that a day of fifty thousand cases needs no more room than a quiet one.
 */
export function* arrivalsOn(world: World, day: number, count: number, demand: DayDemand): Generator<Opening> {
  const { chance, clock, comesAgain } = world;
  const returns = comesAgain.due(day, Math.floor(count * mostReturns));
  const matters = new Int16Array(count);
  const order = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const isBack = place < returns.count;
    const matter = isBack ? 0 : demand.matter(chance);
    const channel = Math.floor(matter / categories.length);
    const second = isBack ? returns.at(place).secondOfDay : demand.secondOfDay(chance, channel);
    matters[place] = matter;
    order[place] = clock.at(day, second) * places + place;
  }
  for (const key of order.sort()) {
    const place = key % places;
    const openedAt = (key - place) / places;
    if (place < returns.count) yield returning(world, day, returns.at(place), openedAt);
    else yield newMatter(world, day, demand, matters[place] ?? 0, openedAt);
  }
}

/** An instant and a place in the day travel as one number, which sorts by the instant; both stay exact below 2⁵³. */
const places = 2 ** 24;

function newMatter(world: World, day: number, demand: DayDemand, matter: number, openedAt: number): Opening {
  const { chance, clock, customers } = world;
  const category = matter % categories.length;
  const channel = (matter - category) / categories.length;
  const customer = category === partnerCategory ? customers.partner(chance) : customers.someone(chance, day);
  const leftOut = notACase(chance, channel);
  return {
    ...plain,
    day,
    category,
    priority: priorityOf(chance, category),
    customer: channel === social && chance.happens(namelessShare) ? never : customer,
    language: customers.language(customer),
    channel,
    product: demand.product(chance, category),
    openedAt,
    leftOut,
    openedByAgent:
      channel === email && leftOut === '' && clock.isOpen(openedAt) && chance.happens(agentOpensShare),
  };
}

function returning(world: World, day: number, back: Return, openedAt: number): Opening {
  const calls = back.channel === phone && world.clock.isOpen(openedAt);
  return {
    ...plain,
    day,
    category: back.category,
    priority: priorityOf(world.chance, back.category),
    customer: back.customer,
    language: world.customers.language(back.customer),
    channel: back.channel === phone && !calls ? email : back.channel,
    product: back.product,
    openedAt,
    leftOut: back.mergedInto >= 0 ? 'merged' : '',
    mergedInto: back.mergedInto,
    comesBack: back.mergedInto < 0,
  };
}

/** What an ordinary case is not. */
const plain = { n: 0, openedByAgent: false, leftOut: '', mergedInto: never, comesBack: false } as const;

function priorityOf(chance: Chance, category: number): number {
  const urgency = categories[category]?.urgency ?? 1;
  const drawn = chance.unit();
  if (drawn < shares.urgent * urgency) return priority.urgent;
  if (drawn < (shares.urgent + shares.high) * urgency) return priority.high;
  return drawn > 1 - shares.low / Math.max(1, urgency) ? priority.low : priority.normal;
}

function notACase(chance: Chance, channel: number): LeftOut {
  if (channel === phone || channel === chat) return '';
  const drawn = chance.unit();
  if (drawn < spamShare) return 'spam';
  return drawn < spamShare + deletedShare ? 'deleted' : '';
}

/** Some write the same again next day by another way, before anyone has answered; the second case is merged into the first. */
export function planDouble({ chance, comesAgain }: World, ticket: Opening): void {
  const written = ticket.channel !== phone && ticket.channel !== chat;
  if (!written || ticket.leftOut !== '' || ticket.customer < 0 || !chance.happens(doubleShare)) return;
  comesAgain.plan(ticket.day + 1, {
    secondOfDay: chance.between(7, 22) * 3600,
    customer: ticket.customer,
    category: ticket.category,
    product: ticket.product,
    channel: ticket.channel === webForm ? email : webForm,
    mergedInto: ticket.n,
  });
}
