/** The year, day by day: the shop sells, people write and call, and the desk does its work. */
import { arrivalsOn, planDouble } from './arrivals.ts';
import type { Blemishes } from './blemishes.ts';
import type { Demand } from './demand.ts';
import { live } from './life.ts';
import { sellOn } from './orders.ts';
import { askAtLarge } from './relationship-survey.ts';
import { blankTicket, startTicket } from './ticket.ts';
import type { World } from './world.ts';

export interface Progress {
  readonly cases: number;
  readonly of: number;
  /** Local date of the day that was just lived through. */
  readonly day: string;
}

export interface YearOptions {
  readonly cases: number;
  readonly demand: Demand;
  readonly blemishes: Blemishes;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const firstNumber = 100_001;
/** The desk's own trial cases, spread over the year. */
const trials = 7;

/** @throws the signal's reason, within a day, where it is aborted */
export async function liveThrough(world: World, options: YearOptions): Promise<void> {
  const { cases, demand, signal, onProgress } = options;
  let done = 0;
  for (let day = 0; day < world.clock.dayCount; day++) {
    await breathe();
    signal?.throwIfAborted();
    const count = demand.counts[day] ?? 0;
    sellOn(world, day, cases, count / cases);
    askAtLarge(world, day, cases);
    world.duty.day(world.files, day);
    done = liveDay(world, options, day, done);
    world.books.firstContact.endDay(world.clock.days[day + 1]?.start ?? 0);
    onProgress?.({ cases: done, of: cases, day: world.clock.days[day]?.date ?? '' });
  }
}

function liveDay(
  world: World,
  { cases, demand, blemishes }: YearOptions,
  day: number,
  before: number,
): number {
  let place = before;
  for (const opening of arrivalsOn(world, day, demand.counts[day] ?? 0, demand.on(day))) {
    Object.assign(ticket, opening, { n: firstNumber + place });
    if (isTrial(place, cases)) ticket.leftOut = 'test';
    startTicket(ticket);
    live(world, ticket);
    world.books.firstContact.add(ticket);
    world.reviews.lived(ticket);
    planDouble(world, ticket);
    blemishes.after(world, ticket, place);
    place++;
  }
  return place;
}

/** One paper for all cases: what is on it is written down before the next one comes. */
const ticket = blankTicket();

const isTrial = (place: number, cases: number): boolean =>
  Math.floor(((place + 1) * trials) / cases) > Math.floor((place * trials) / cases);

/** Lets signals and timers be heard. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
