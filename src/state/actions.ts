/** The book of actions: what was decided, who does it by when, what it is to change, and whether it was done. */
import type { DatabaseSync } from 'node:sqlite';
import type { ReportAction } from '../reports/index.ts';

export type ActionState = ReportAction['state'];

/** What is decided: open, and not settled yet. */
export type NewAction = Omit<ReportAction, 'state' | 'settledOn'>;

export interface Action extends ReportAction {
  readonly id: number;
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
