/** The book of parcels: what is to go to whom, and what became of it. An entry is never made twice and never lost. */
import type { DatabaseSync } from 'node:sqlite';

export type ParcelState = 'ready' | 'sending' | 'sent' | 'given_up';

/** `way` and `content` are JSON that only the delivery room reads. */
export interface NewParcel {
  /** The same for the same schedule, period and recipient. */
  readonly id: string;
  readonly schedule: string;
  readonly period: string;
  readonly recipient: string;
  readonly way: string;
  readonly content: string;
}

export interface Parcel extends NewParcel {
  readonly state: ParcelState;
  readonly attempts: number;
  readonly readyAt: string;
  readonly notBefore: string;
  readonly settledAt: string | null;
  readonly receipt: string | null;
  readonly trouble: string | null;
}

const columns = `id, schedule, period, recipient, way, content, state, attempts, ready_at as readyAt,
  not_before as notBefore, settled_at as settledAt, receipt, trouble`;

/** Enters all of them or none, with what is written down `beside` them; one that is there already stays as it is. */
export function enter(
  db: DatabaseSync,
  parcels: readonly NewParcel[],
  now: Date,
  beside: () => unknown = () => undefined,
): void {
  const entry =
    db.prepare(`insert into parcels (id, schedule, period, recipient, way, content, state, ready_at, not_before)
    values (:id, :schedule, :period, :recipient, :way, :content, 'ready', :now, :now) on conflict (id) do nothing`);
  db.exec('begin immediate');
  try {
    for (const parcel of parcels) entry.run({ ...parcel, now: now.toISOString() });
    beside();
    db.exec('commit');
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}

export function parcelOf(db: DatabaseSync, id: string): Parcel | null {
  const found = db.prepare(`select ${columns} from parcels where id = ?`).get(id);
  return found === undefined ? null : (found as unknown as Parcel);
}

/** Newest first. */
export function parcelsOf(db: DatabaseSync, limit: number): readonly Parcel[] {
  const all = db
    .prepare(`select ${columns} from parcels order by ready_at desc, rowid desc limit ?`)
    .all(limit);
  return all as unknown as readonly Parcel[];
}

/** Those of one schedule that still have to go, oldest first. */
export function waitingOf(db: DatabaseSync, schedule: string): readonly Parcel[] {
  const found = db
    .prepare(
      `select ${columns} from parcels where schedule = ? and state in ('ready', 'sending') order by ready_at, rowid`,
    )
    .all(schedule);
  return found as unknown as readonly Parcel[];
}

/** When the next parcel may go, ISO; null where none has to. */
export function nextTry(db: DatabaseSync): string | null {
  const found = db
    .prepare(`select min(not_before) as at from parcels where state in ('ready', 'sending')`)
    .get()?.['at'];
  return typeof found === 'string' ? found : null;
}

/** How many still have to go, whenever. */
export const waiting = (db: DatabaseSync): number =>
  Number(db.prepare(`select count(*) as n from parcels where state in ('ready', 'sending')`).get()?.['n']);

/**
 * Takes the next parcel that may go now; it is marked before anything is sent. One that was being sent when its process
 * died comes up again like any other: only one process takes parcels at a time.
 */
export function take(db: DatabaseSync, now: Date): Parcel | null {
  const taken = db
    .prepare(
      `update parcels set state = 'sending', attempts = attempts + 1 where id = (
        select id from parcels where state in ('ready', 'sending') and not_before <= ?
        order by not_before, rowid limit 1) returning ${columns}`,
    )
    .get(now.toISOString());
  return taken === undefined ? null : (taken as unknown as Parcel);
}

export function settle(db: DatabaseSync, id: string, receipt: string, now: Date): void {
  db.prepare(
    `update parcels set state = 'sent', receipt = ?, trouble = null, settled_at = ? where id = ?`,
  ).run(receipt, now.toISOString(), id);
}

/** Puts a parcel back for another try. */
export function putBack(db: DatabaseSync, id: string, trouble: string, notBefore: Date): void {
  db.prepare(`update parcels set state = 'ready', trouble = ?, not_before = ? where id = ?`).run(
    trouble,
    notBefore.toISOString(),
    id,
  );
}

/** Puts a parcel back that was taken and not tried: the try does not count. */
export function putBackUntried(db: DatabaseSync, id: string, trouble: string, notBefore: Date): void {
  db.prepare(
    `update parcels set state = 'ready', trouble = ?, not_before = ?, attempts = attempts - 1 where id = ?`,
  ).run(trouble, notBefore.toISOString(), id);
}

export function giveUp(db: DatabaseSync, id: string, trouble: string, now: Date): void {
  db.prepare(`update parcels set state = 'given_up', trouble = ?, settled_at = ? where id = ?`).run(
    trouble,
    now.toISOString(),
    id,
  );
}

/** Lets parcels that were given up go again, with their tries counted anew. @returns how many */
export function retry(db: DatabaseSync, now: Date): number {
  return Number(
    db
      .prepare(`update parcels set state = 'ready', attempts = 0, not_before = ? where state = 'given_up'`)
      .run(now.toISOString()).changes,
  );
}
