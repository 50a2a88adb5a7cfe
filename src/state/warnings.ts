/** The book of warnings: one line a thing that is watched, what was told of it last, and who has it in hand. */
import type { DatabaseSync } from 'node:sqlite';
import { enter, type NewParcel } from './parcels.ts';

export type WarningState = 'open' | 'acknowledged' | 'closed';

export interface NewWarning {
  /** The key of the thing. */
  readonly thing: string;
  /** The thing, and what was told of it, as JSON that only the delivery room reads. */
  readonly about: string;
  readonly mark: string;
  /** What was told, in the project's language. */
  readonly sentence: string;
}

export interface Warning extends NewWarning {
  readonly state: WarningState;
  /** Instants, ISO. */
  readonly raisedAt: string;
  readonly toldAt: string;
  readonly settledAt: string | null;
  /** Local date. */
  readonly snoozedUntil: string | null;
}

const columns = `thing, about, mark, sentence, state, raised_at as raisedAt, told_at as toldAt, settled_at as settledAt,
  snoozed_until as snoozedUntil`;

/** Those that stand first, then the newest. */
export const warningsOf = (db: DatabaseSync): readonly Warning[] =>
  db
    .prepare(`select ${columns} from warnings order by state = 'closed', told_at desc, thing`)
    .all() as unknown as readonly Warning[];

export function warningOf(db: DatabaseSync, thing: string): Warning | null {
  const found = db.prepare(`select ${columns} from warnings where thing = ?`).get(thing);
  return found === undefined ? null : (found as unknown as Warning);
}

/** Writes down that a thing is told and enters its parcels in the same step: told and not sent cannot be. */
export function raise(db: DatabaseSync, warning: NewWarning, parcels: readonly NewParcel[], now: Date): void {
  enter(db, parcels, now, () =>
    db
      .prepare(
        `insert into warnings (thing, about, mark, sentence, state, raised_at, told_at)
         values (:thing, :about, :mark, :sentence, 'open', :now, :now)
         on conflict (thing) do update set about = :about, mark = :mark, sentence = :sentence, told_at = :now,
           raised_at = case state when 'closed' then :now else raised_at end,
           state = 'open', settled_at = null, snoozed_until = null`,
      )
      .run({ ...warning, now: now.toISOString() }),
  );
}

/** @returns whether there is one that stands */
export function settleWarning(
  db: DatabaseSync,
  thing: string,
  state: WarningState,
  now: Date | null,
): boolean {
  const { changes } = db
    .prepare(
      `update warnings set state = ?, settled_at = ?, snoozed_until = null where thing = ? and state <> ?`,
    )
    .run(state, now?.toISOString() ?? null, thing, state);
  return changes > 0;
}

/** @returns whether there is one that stands */
export function snooze(db: DatabaseSync, thing: string, until: string): boolean {
  const { changes } = db
    .prepare(`update warnings set state = 'open', snoozed_until = ? where thing = ? and state <> 'closed'`)
    .run(until, thing);
  return changes > 0;
}
