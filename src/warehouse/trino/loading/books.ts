/** The books of the door on the cluster: what a load writes into them, and what its undoing takes out. */
import type { LoadedFile } from '../../loading.ts';
import type { Ground } from '../ground.ts';
import { inTurn } from '../in-turn.ts';
import { tableNamed } from '../schema.ts';
import { literal, quoted } from '../types.ts';
import { append, type Carrier, type Work } from './carry.ts';

/** What stands by the newest commit is known in few rows: they are read as rows. */
export async function fetchContents({ ground, writer }: Carrier): Promise<void> {
  const names = Object.keys(tableNamed('contents').columns);
  for (const row of await ground.rows('select * from contents')) {
    const values = Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
    await writer.execute(writer.db.insertInto('contents').values(values));
  }
}

export async function publishContents(carrier: Carrier): Promise<readonly Work[]> {
  const { ground, change } = carrier;
  const add = await append(carrier, 'contents', 'select * from contents');
  change.touch('contents');
  const replace = async (): Promise<void> => {
    await ground.execute('delete from contents');
    for (const work of add) await work();
  };
  return [replace];
}

/** The scratch holds the books of this load alone. */
export async function publishBooks(carrier: Carrier): Promise<readonly Work[]> {
  const works: Work[] = [];
  for (const table of ['loads', 'load_files', 'set_aside', 'drift'])
    works.push(...(await append(carrier, table, `select * from ${quoted(table)}`)));
  return works;
}

/** What was broken in files of earlier loads waits no longer. */
export async function publishReplays(
  { ground, change }: Carrier,
  by: number,
  replays: readonly LoadedFile[],
): Promise<void> {
  for (const { load, file } of replays) {
    change.touch('set_aside');
    await ground.execute(
      `update set_aside set replayed_by = ${by}
       where load = ${load} and file = ${file} and kind = 'quarantined' and replayed_by is null`,
    );
  }
}

/** The load stays in the books with the time of its undoing; what was personal in it goes. */
export async function bookUndo(
  { ground, change }: Pick<Carrier, 'ground' | 'change'>,
  load: number,
): Promise<void> {
  for (const table of ['loads', 'set_aside', 'drift']) change.touch(table);
  const at = instantOf(ground.now());
  await ground.execute(`update loads set undone_at = ${at} where load = ${load}`);
  for (const table of ['set_aside', 'drift'])
    await ground.execute(`delete from ${quoted(table)} where load = ${load}`);
  await ground.execute(`update set_aside set replayed_by = null where replayed_by = ${load}`);
}

/** Raw text is personal: after its time only the place and the reason are left. */
export async function forgetRaw(ground: Ground, days: number): Promise<void> {
  const before = instantOf(new Date(ground.now().getTime() - days * 86_400_000));
  const old = `"at" < ${before} and raw is not null`;
  const found = await ground.rows(`select 1 from set_aside where ${old} limit 1`);
  if (found.length === 0) return;
  await inTurn(ground, async ({ touch }) => {
    touch('set_aside');
    await ground.execute(`update set_aside set raw = null, sentence = null where ${old}`);
  });
}

const instantOf = (date: Date): string =>
  `timestamp ${literal(date.toISOString().replace('T', ' ').replace('Z', ' UTC'))}`;
