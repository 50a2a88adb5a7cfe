/** The books of the door: which loads there were, what became of each file, and which words nobody knew. */
import { sql } from 'kysely';
import type { Staged } from '../../../sources/staged.ts';
import type { FileCounts, LoadedFile, StagedFile } from '../../loading.ts';
import type { Writer } from '../warehouse.ts';

/** The number of the next load; numbers of undone loads are not used again. */
export async function nextLoad(writer: Writer): Promise<number> {
  const [row] = await writer.rows('select coalesce(max(load), 0) + 1 as load from loads');
  return Number(row?.['load']);
}

export interface BookedFile {
  readonly taken: StagedFile;
  readonly counts: FileCounts;
}

export async function bookLoad(writer: Writer, load: number, files: readonly BookedFile[]): Promise<void> {
  const at = writer.functions.instant(writer.now.toISOString());
  const total = (name: 'records' | 'loaded' | 'duplicates' | 'quarantined' | 'excluded'): number =>
    files.reduce((sum, { counts }) => sum + counts[name], 0);
  await writer.execute(
    writer.db.insertInto('loads').values({
      load,
      at,
      records: total('records'),
      loaded: total('loaded'),
      duplicates: total('duplicates'),
      quarantined: total('quarantined'),
      excluded: total('excluded'),
      undone_at: null,
    }),
  );
  for (const [index, { taken, counts }] of files.entries())
    await writer.execute(
      writer.db.insertInto('load_files').values({
        load,
        file: index + 1,
        name: taken.staged.file,
        mapping: taken.mapping,
        source: taken.source,
        records: counts.records,
        loaded: counts.loaded,
        duplicates: counts.duplicates,
        quarantined: counts.quarantined,
        excluded: counts.excluded,
        reasons: JSON.stringify(counts.reasons),
        notes: sql`${[...taken.staged.notes]}`,
        written: writtenAs(taken.staged),
      }),
    );
}

/** The load stays in the books with the time of its undoing; what was personal in it goes. */
export async function bookUndo(writer: Writer, load: number): Promise<void> {
  const at = writer.functions.instant(writer.now.toISOString());
  await writer.execute(writer.db.updateTable('loads').set({ undone_at: at }).where('load', '=', load));
  for (const table of ['set_aside', 'drift'])
    await writer.execute(writer.db.deleteFrom(table).where('load', '=', load));
  await writer.execute(
    writer.db.updateTable('set_aside').set({ replayed_by: null }).where('replayed_by', '=', load),
  );
}

/** What was broken in files of earlier loads waits no longer. */
export async function bookReplays(
  { db, execute }: Writer,
  by: number,
  replays: readonly LoadedFile[],
): Promise<void> {
  for (const { load, file } of replays)
    await execute(
      db
        .updateTable('set_aside')
        .set({ replayed_by: by })
        .where('load', '=', load)
        .where('file', '=', file)
        .where('kind', '=', 'quarantined')
        .where('replayed_by', 'is', null),
    );
}

/** Raw text is personal: after its time only the place and the reason are left. */
export async function forgetRaw({ db, functions, execute, now }: Writer, days: number): Promise<void> {
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  await execute(
    db
      .updateTable('set_aside')
      .set({ raw: null, sentence: null })
      .where('at', '<', functions.instant(before))
      .where(sql<boolean>`raw is not null`),
  );
}

/** How the file's records can be written down again, for those that were set aside. */
const writtenAs = ({ names, text: { delimiter, quote } }: Staged): string =>
  JSON.stringify({ names, delimiter, quote });
