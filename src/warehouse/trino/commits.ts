/**
 * The one row that says which warehouse there is: every table at the snapshot of the newest commit, and who is writing the
 * next one. Iceberg commits table by table; readers follow this row, so that all of a load becomes visible at once.
 */
import { hostname } from 'node:os';
import { Problem } from '../../model/index.ts';
import type { Row } from '../warehouse.ts';
import type { Connection } from './connection.ts';
import { isGone } from './is-gone.ts';
import { literal } from './types.ts';

/** The table, in the schema of the warehouse; it always has one row. */
export const headTable = 'head';

/** One state of the whole warehouse. */
export interface Commit {
  /** Counts from 0, the empty warehouse; each load, undo or restatement makes the next one. */
  readonly no: number;
  /** The snapshot of each table, by its name; ids have more digits than a number holds, so they are texts. */
  readonly snapshots: Readonly<Record<string, string>>;
}

/** Asks for the newest commit; the answer's row is for `commitOf`. */
export const newestCommit = `select no, snapshots from ${headTable}`;

export const commitOf = (row: Row): Commit => ({
  no: Number(row['no']),
  snapshots: JSON.parse(String(row['snapshots'])) as Readonly<Record<string, string>>,
});

/** Made in one statement, so that of two who make it at once one fails. */
export const makeHead = (snapshots: Commit['snapshots']): string =>
  `create table ${headTable} as select bigint '0' as no, cast(${literal(JSON.stringify(snapshots))} as varchar) as snapshots,
     cast('[]' as varchar) as written, cast(current_timestamp as timestamp(6) with time zone) as "at", cast(null as varchar) as holder,
     cast(null as timestamp(6) with time zone) as held_until`;

/** The right to write the next commit; whoever has it renews it until the work is done. */
export interface Turn {
  readonly base: Commit;
  /** Tables that any commit has written to: all others are as empty as they were made. */
  readonly written: ReadonlySet<string>;
  /** Whoever had it before ended in the middle: what stands in the tables may be half of something. */
  readonly dirty: boolean;
  /** Makes tables visible at these snapshots, and ends the turn. @throws Problem `warehouse_lost` where somebody else took it */
  commit(snapshots: Commit['snapshots']): Promise<void>;
  /** Ends the turn without a commit; `clean`: the tables stand as they stood. */
  leave(clean: boolean): Promise<void>;
}

/** So long nobody else takes a turn whose holder says nothing any more. */
const patience = 90;

const me = (): string => `process ${process.pid} on ${hostname()}`;

/**
 * Takes the turn. One statement looks and takes, so that of two who try at once one finds the other.
 *
 * @throws Problem `warehouse_busy` where somebody else has it
 */
export async function takeTurn(connection: Connection): Promise<Turn> {
  const run = (sql: string): Promise<number> => connection.execute({ sql, parameters: [] });
  const [row] = await connection.rows({ sql: `select * from ${headTable}`, parameters: [] });
  const before = row?.['holder'] ?? null;
  const holder = `${me()}, ${crypto.randomUUID()}`;
  const abandoned = typeof before === 'string' && isDead(before);
  const free = `holder is null or held_until < current_timestamp${abandoned ? ` or holder = ${literal(before)}` : ''}`;
  mineNow.add(holder);
  try {
    const taken = await run(
      `update ${headTable} set holder = ${literal(holder)}, held_until = ${later} where ${free}`,
    ).catch(conflict);
    if (taken !== 1) throw await busy(connection);
  } catch (error) {
    mineNow.delete(holder);
    throw error;
  }
  // What it was is read again: somebody may have written between the look and the taking.
  const [now] = await connection.rows({ sql: `select * from ${headTable}`, parameters: [] });
  if (now === undefined) throw new Error('the head of a warehouse has no row');
  const mine = `holder = ${literal(holder)}`;
  const renewal = setInterval(
    () => void run(`update ${headTable} set held_until = ${later} where ${mine}`).catch(() => 0),
    (patience * 1000) / 3,
  );
  const end = (): void => {
    clearInterval(renewal);
    mineNow.delete(holder);
  };
  const base = commitOf(now);
  const written: ReadonlySet<string> = new Set(JSON.parse(String(now['written'])) as string[]);
  return {
    base,
    written,
    dirty: before !== null,
    commit: async (snapshots) => {
      const all = JSON.stringify({ ...base.snapshots, ...snapshots });
      const everWritten = JSON.stringify([...new Set([...written, ...Object.keys(snapshots)])]);
      end();
      const done = await untilUndisturbed(() =>
        run(
          `update ${headTable} set no = no + 1, snapshots = ${literal(all)}, written = ${literal(everWritten)},
             "at" = current_timestamp, ${nobody} where ${mine}`,
        ),
      ).catch((error) => committed(connection, base.no + 1, all, error));
      if (done !== 1) throw lost();
      // Somebody's next turn may come in between: then it is done another time.
      await tidyHead(connection).catch(() => undefined);
    },
    leave: async (clean) => {
      end();
      if (clean)
        await untilUndisturbed(() => run(`update ${headTable} set ${nobody} where ${mine}`)).catch(() => 0);
    },
  };
}

const later = `cast(current_timestamp + interval '${patience}' second as timestamp(6) with time zone)`;
const nobody = 'holder = null, held_until = null';

/** A renewal that is on its way may collide with the end of the turn: the end is tried again. */
async function untilUndisturbed(update: () => Promise<number>): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const done = await update().catch((error) => (tries < 5 ? conflict(error) : Promise.reject(error)));
    if (done !== collided) return done;
  }
}

const collided = -1;

function conflict(error: unknown): number {
  if (error instanceof Error && /COMMIT_ERROR|CONFLICT/.test(error.message)) return collided;
  throw error;
}

/** Turns that this process has. */
const mineNow = new Set<string>();

/** A process of this very machine that is there no more will not come back, nor will a turn of this one that has failed. */
function isDead(holder: string): boolean {
  const [, pid, host] = /^process (\d+) on ([^,]+),/.exec(holder) ?? [];
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return !mineNow.has(holder);
  return isGone(Number(pid));
}

/** Every commit leaves a small file; they are put together before they are many. */
async function tidyHead(connection: Connection): Promise<void> {
  const ask = `select count(*) as files from "${headTable}$files"`;
  const [row] = await connection.rows({ sql: ask, parameters: [] });
  if (Number(row?.['files']) < 20) return;
  await connection.execute({ sql: `alter table ${headTable} execute optimize`, parameters: [] });
}

/** Where the answer to a commit was lost, whether it was made can still be seen. */
async function committed(
  connection: Connection,
  no: number,
  snapshots: string,
  error: unknown,
): Promise<number> {
  const [row] = await connection.rows({ sql: newestCommit, parameters: [] });
  if (Number(row?.['no']) === no && row?.['snapshots'] === snapshots) return 1;
  throw error;
}

async function busy(connection: Connection): Promise<Problem> {
  const [row] = await connection.rows({ sql: `select holder from ${headTable}`, parameters: [] });
  const holder = String(row?.['holder'] ?? 'somebody else').split(',')[0];
  return new Problem('warehouse_busy', {
    found: `${holder} is writing to it`,
    expected: 'a warehouse to which nobody else is writing',
    todo: `wait until it has finished and try again; where it has died, ${patience} seconds`,
    place: connection.address.name,
  });
}

const lost = (): Problem =>
  new Problem('warehouse_lost', {
    found: 'somebody else has begun to write, since this process was not heard of for too long',
    expected: 'to be the only one who writes',
    todo: 'run the same command again; nothing was changed',
  });
