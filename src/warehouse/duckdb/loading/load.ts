/**
 * One load from beginning to end, and its undoing, each with the facts made again. All of it or none: where all facts are
 * made, the records are committed before them, and taken back should it fail.
 */
import { type RecordKind, recordKinds } from '../../../model/index.ts';
import type { Loaded, LoadOptions, LoadOrder, StagedFile } from '../../loading.ts';
import { endWrite } from '../refresh.ts';
import { takeStock } from '../state.ts';
import { startStock } from '../stock-of-load.ts';
import type { Writer, Writing } from '../warehouse.ts';
import type { Meeting } from './accept.ts';
import { type BookedFile, bookLoad, bookReplays, bookUndo, nextLoad } from './books.ts';
import { noteDangling } from './dangling.ts';
import { rawRows } from './relation.ts';
import { takeFile } from './take-file.ts';
import { closeTouched, endTouching, startTouching, touchLoad, touchNamed } from './touched.ts';
import { takeBack } from './undo.ts';

export async function runLoad(warehouse: Writing, order: LoadOrder): Promise<Loaded> {
  let begun: number | null = null;
  try {
    return await load(warehouse, order, (number) => {
      begun = number;
    });
  } catch (error) {
    // Where even that fails the load stands, and whoever comes next makes its facts: what went wrong first is what counts.
    if (begun !== null) await leaveNothing(warehouse, begun).catch(() => undefined);
    throw error;
  }
}

function load(warehouse: Writing, order: LoadOrder, onBegun: (load: number) => void): Promise<Loaded> {
  return warehouse.write(async (writer) => {
    const load = await nextLoad(writer);
    onBegun(load);
    const first = await isEmpty(writer);
    await startStock(writer);
    const booked = await takeFiles(writer, load, order);
    await order.judge(
      booked.map(({ counts }) => counts),
      writer,
    );
    await bookLoad(writer, load, booked);
    await bookReplays(writer, load, order.replays ?? []);
    order.onStep?.({ step: 'facts' });
    const all = first || (await touchedBy(writer, load));
    if (first) await noteDangling(writer, load, { all: true });
    await endWrite(writer, { ...order, kinds: kindsOf(order.files), all, load });
    return { load, files: booked.map(({ counts }) => counts) };
  }, signalOf(order));
}

export const kindsOf = (files: readonly StagedFile[]): RecordKind[] => [
  ...new Set(files.flatMap((file) => file.selects(rawRows).map(({ record }) => record))),
];

/** @param meet how what stands already is met */
export async function takeFiles(
  writer: Writer,
  load: number,
  { files, onStep }: LoadOrder,
  meet?: Meeting,
): Promise<BookedFile[]> {
  const booked: BookedFile[] = [];
  for (const [index, taken] of files.entries()) {
    onStep?.({ step: 'file', file: index + 1 });
    booked.push({ taken, counts: await takeFile(writer, taken, { load, file: index + 1 }, meet) });
  }
  return booked;
}

async function touchedBy(writer: Writer, load: number): Promise<boolean> {
  await startTouching(writer);
  await touchLoad(writer, load);
  const all = await closeTouched(writer);
  await noteDangling(writer, load, { all: false });
  await endTouching(writer);
  return all;
}

export function runUndo(warehouse: Writing, load: number, options: LoadOptions): Promise<void> {
  return warehouse.write(async (writer) => {
    const all = await takeAway(writer, load);
    await endWrite(writer, { ...options, kinds: recordKinds, all });
  }, signalOf(options));
}

/** Whether all facts are to be made again without it. */
async function takeAway(writer: Writer, load: number): Promise<boolean> {
  await startTouching(writer);
  await touchLoad(writer, load);
  await takeBack(writer, load);
  await touchNamed(writer);
  const all = await closeTouched(writer);
  await endTouching(writer);
  await bookUndo(writer, load);
  await noteDangling(writer, load, { all: true });
  return all;
}

/** Where the records of a failed load stand already, though without their facts, they go again, and the books say so. */
function leaveNothing(warehouse: Writing, load: number): Promise<void> {
  return warehouse.write(async (writer) => {
    const stands = writer.db.selectFrom('loads').select('load').where('load', '=', load);
    if ((await writer.rows(stands)).length === 0) return;
    await takeAway(writer, load);
    await takeStock(writer);
  });
}

const signalOf = ({ signal }: LoadOptions): { signal?: AbortSignal } =>
  signal === undefined ? {} : { signal };

async function isEmpty(writer: Writer): Promise<boolean> {
  const rows = await writer.rows('select 1 from contents limit 1');
  return rows.length === 0;
}
