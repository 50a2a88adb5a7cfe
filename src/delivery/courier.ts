/** Carries every parcel that may go: takes one, sends it, writes down what came of it, takes the next. */
import type { DatabaseSync } from 'node:sqlite';
import { Problem } from '../model/index.ts';
import { giveUp, type Parcel, putBack, putBackUntried, settle, take } from '../state/index.ts';
import { type Carrier, Refusal, type Surroundings } from './carrier.ts';
import { unwrap } from './content.ts';
import type { Way } from './schedule.ts';
import { ways } from './ways/index.ts';

export interface Round {
  readonly db: DatabaseSync;
  /** Folder of the archive. */
  readonly archive: string;
  readonly surroundings: Surroundings;
  /** Stops after the parcel that is on its way. */
  readonly signal?: AbortSignal;
  readonly onSettled?: (parcel: Parcel) => void;
}

/** Waits after the first, second … try in vain, in minutes; the last one repeats. */
const waits = [1, 5, 15, 60];
/**
 * A parcel whose door another found shut was not tried. It waits longer than that other's first wait and less than its
 * second, so that a message at which a server breaks off cannot stand before all others for good.
 */
const waitUntried = 2;
/** A parcel that nobody took for three days is given up. */
const longestHours = 72;

/** Sends all parcels whose time has come. A shut door is knocked at once. */
export async function carry({ db, archive, surroundings, signal, onSettled }: Round): Promise<void> {
  const carriers = new Map<Way['kind'], Carrier>();
  const shut = new Map<string, Refusal>();
  const send = async (parcel: Parcel): Promise<string> => {
    const way = JSON.parse(parcel.way) as Way;
    const carrier =
      carriers.get(way.kind) ?? (ways[way.kind] as (around: Surroundings) => Carrier)(surroundings);
    carriers.set(way.kind, carrier);
    const door = `${way.kind} ${carrier.door(way)}`;
    const closed = shut.get(door);
    if (closed !== undefined) throw new Untried(closed);
    try {
      const content = unwrap(archive, parcel.content);
      return await carrier.send({ id: parcel.id, way, content, readyAt: parcel.readyAt });
    } catch (error) {
      if (error instanceof Refusal && error.shut) shut.set(door, error);
      throw error;
    }
  };
  try {
    for (let parcel = next(); parcel !== null; parcel = next()) {
      const outcome = await send(parcel).then(
        (receipt) => ({ receipt }),
        (error: unknown) => ({ error }),
      );
      if ('receipt' in outcome) settle(db, parcel.id, outcome.receipt, surroundings.now());
      else notTaken(db, parcel, outcome.error, surroundings.now());
      onSettled?.(parcel);
    }
  } finally {
    for (const carrier of carriers.values()) carrier.close();
  }

  function next(): Parcel | null {
    return signal?.aborted === true ? null : take(db, surroundings.now());
  }
}

/** The door was found shut in this round. */
class Untried extends Error {
  constructor(refusal: Refusal) {
    super(refusal.message, { cause: refusal });
  }
}

function notTaken(db: DatabaseSync, parcel: Parcel, error: unknown, now: Date): void {
  const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
  if (!(error instanceof Refusal) && !(error instanceof Problem) && !(error instanceof Untried)) throw error;
  const hours = (now.getTime() - Date.parse(parcel.readyAt)) / 3_600_000;
  const lasting = error instanceof Refusal && error.lasting;
  const minutes = waits[Math.min(parcel.attempts, waits.length) - 1] ?? 1;
  if (lasting || hours > longestHours) giveUp(db, parcel.id, error.message, now);
  else if (error instanceof Untried) putBackUntried(db, parcel.id, error.message, later(waitUntried));
  else putBack(db, parcel.id, error.message, later(minutes));
}
