/** The book of actions: what was decided, who does it by when, what it is to change, and whether it was done. */
import type { DatabaseSync } from 'node:sqlite';

export type ActionState = 'open' | 'done' | 'dropped';

export interface NewAction {
  readonly what: string;
  readonly owner: string;
  /** Local dates. */
  readonly decidedOn: string;
  readonly due: string | null;
  /** What it is to change; null where nobody said. */
  readonly metric: string | null;
  readonly direction: 'up' | 'down' | null;
  /** A share of what it was, or points of a share. */
  readonly size: number | null;
  /** The part of the work it touches, such as `team=Milan`. */
  readonly scope: string | null;
  /** Names the advice that it follows, so that nobody is asked to decide the same again. */
  readonly origin: string | null;
}

export interface Action extends NewAction {
  readonly id: number;
  readonly state: ActionState;
  readonly settledOn: string | null;
}

const columns = `id, what, owner, decided_on as decidedOn, due, metric, direction, size, scope, origin, state,
  settled_on as settledOn`;

/** In the order in which they were decided. */
export const actionsOf = (db: DatabaseSync): readonly Action[] =>
  db.prepare(`select ${columns} from actions order by decided_on, id`).all() as unknown as readonly Action[];

/** @returns the action with its number */
export function addAction(db: DatabaseSync, action: NewAction): Action {
  const entry = db.prepare(
    `insert into actions (what, owner, decided_on, due, metric, direction, size, scope, origin)
     values (:what, :owner, :decidedOn, :due, :metric, :direction, :size, :scope, :origin) returning ${columns}`,
  );
  return entry.get({ ...action }) as unknown as Action;
}

/** Settles an action, or opens it again. @returns null where there is none of this number */
export function settleAction(
  db: DatabaseSync,
  id: number,
  { state, on }: { readonly state: ActionState; readonly on: string | null },
): Action | null {
  const settled = db
    .prepare(`update actions set state = ?, settled_on = ? where id = ? returning ${columns}`)
    .get(state, on, id);
  return settled === undefined ? null : (settled as unknown as Action);
}
