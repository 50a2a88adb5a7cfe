/** Work that writes: all of it becomes visible with one commit, or none of it remains. */
import { takeTurn } from './commits.ts';
import { type Ground, severalAtOnce, snapshotsOf, workSchema } from './ground.ts';
import { literal, quoted } from './types.ts';

/** What work in a turn may do to the tables of the warehouse. */
export interface Change {
  /** To be said of a table before it is written to. */
  touch(table: string): void;
  /** Tables that were ever written to. */
  readonly written: ReadonlySet<string>;
}

export async function inTurn<T>(ground: Ground, work: (change: Change) => Promise<T>): Promise<T> {
  const turn = await takeTurn(ground.connection);
  const { snapshots } = turn.base;
  const touched = new Set<string>();
  let result: T;
  let now: Readonly<Record<string, string>>;
  try {
    if (turn.dirty) await rollBack(ground, Object.keys(snapshots), snapshots);
    await clearWork(ground);
    result = await work({ touch: (table) => void touched.add(table), written: turn.written });
    now = await snapshotsOf(ground, [...touched]);
  } catch (error) {
    const clean = await rollBack(ground, [...touched], snapshots).then(
      () => true,
      () => false,
    );
    await turn.leave(clean);
    throw error;
  }
  // Whatever is not known of the end of this is found out, and tidied up, by whoever writes next.
  await turn.commit(now);
  await clearWork(ground).catch(() => undefined);
  return result;
}

/** Tables back to the snapshots of a commit; one that the commit does not know was made since and stands empty. */
async function rollBack(
  ground: Ground,
  names: readonly string[],
  snapshots: Readonly<Record<string, string>>,
): Promise<void> {
  const now = await snapshotsOf(ground, names);
  const strayed = names.filter((name) => snapshots[name] !== undefined && snapshots[name] !== now[name]);
  await severalAtOnce(
    strayed.map(
      (name) => () =>
        ground.execute(
          `alter table ${quoted(name)} execute rollback_to_snapshot(snapshot_id => ${snapshots[name]})`,
        ),
    ),
  );
}

/** Whatever an earlier work left in the work schema. */
async function clearWork(ground: Ground): Promise<void> {
  const schema = workSchema(ground);
  const left = await ground.rows(
    `select table_name as name, table_type as type from information_schema.tables where table_schema = ${literal(schema)}`,
  );
  await severalAtOnce(
    left.map(
      ({ name, type }) =>
        () =>
          ground.execute(
            `drop ${type === 'VIEW' ? 'view' : 'table'} if exists ${quoted(schema)}.${quoted(String(name))}`,
          ),
    ),
  );
  await ground.store.clear(schema);
}
