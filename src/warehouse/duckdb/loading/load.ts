/** One load from beginning to end, and its undoing: each in one transaction, with the facts made again. */
import { type RecordKind, recordKinds } from '../../../model/index.ts';
import type { FactSettings, RefreshFacts } from '../../refresh-context.ts';
import { endWrite } from '../refresh.ts';
import { startStock } from '../stock-of-load.ts';
import type { DuckDbWarehouse, Writer } from '../warehouse.ts';
import { type BookedFile, bookLoad, bookUndo, nextLoad } from './books.ts';
import { noteDangling } from './dangling.ts';
import { rawRows } from './relation.ts';
import { type FileCounts, type StagedFile, takeFile } from './take-file.ts';
import { closeTouched, endTouching, startTouching, touchLoad, touchNamed } from './touched.ts';
import { takeBack } from './undo.ts';

export interface LoadOptions {
  readonly settings: FactSettings;
  readonly refreshFacts: RefreshFacts;
  readonly signal?: AbortSignal;
  /** Called for each file before it is loaded, and before the facts are made. */
  readonly onStep?: (step: LoadStep) => void;
}

export type LoadStep = { readonly step: 'file'; readonly file: number } | { readonly step: 'facts' };

export interface LoadOrder extends LoadOptions {
  readonly files: readonly StagedFile[];
  /** Throws where the counts are not acceptable; then nothing is loaded. */
  readonly judge: (counts: readonly FileCounts[], writer: Writer) => Promise<void>;
  /** Further work of the same transaction. */
  readonly also?: (writer: Writer, load: number) => Promise<void>;
}

export interface Loaded {
  readonly load: number;
  readonly files: readonly FileCounts[];
}

/**
 * Loads staged files, all or none.
 *
 * @throws CountsDiffer, Problem `key_not_unique`, whatever `judge` throws
 */
export function runLoad(warehouse: DuckDbWarehouse, order: LoadOrder): Promise<Loaded> {
  return warehouse.write(async (writer) => {
    const load = await nextLoad(writer);
    const first = await isEmpty(writer);
    await startStock(writer);
    const booked = await takeFiles(writer, load, order);
    await order.judge(
      booked.map(({ counts }) => counts),
      writer,
    );
    await bookLoad(writer, load, booked);
    await order.also?.(writer, load);
    order.onStep?.({ step: 'facts' });
    const all = first || (await touchedBy(writer, load));
    if (first) await noteDangling(writer, load, { all: true });
    await endWrite(writer, { ...order, kinds: kindsOf(order.files), all, load });
    return { load, files: booked.map(({ counts }) => counts) };
  }, signalOf(order));
}

const kindsOf = (files: readonly StagedFile[]): RecordKind[] => [
  ...new Set(files.flatMap((file) => file.selects(rawRows).map(({ record }) => record))),
];

async function takeFiles(writer: Writer, load: number, { files, onStep }: LoadOrder): Promise<BookedFile[]> {
  const booked: BookedFile[] = [];
  for (const [index, taken] of files.entries()) {
    onStep?.({ step: 'file', file: index + 1 });
    booked.push({ taken, counts: await takeFile(writer, taken, { load, file: index + 1 }) });
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

/** Undoes a load, in whatever order the loads came. The load must be in the books and not undone yet. */
export function runUndo(warehouse: DuckDbWarehouse, load: number, options: LoadOptions): Promise<void> {
  return warehouse.write(async (writer) => {
    await startTouching(writer);
    await touchLoad(writer, load);
    await takeBack(writer, load);
    await touchNamed(writer);
    const all = await closeTouched(writer);
    await endTouching(writer);
    await bookUndo(writer, load);
    await noteDangling(writer, load, { all: true });
    await endWrite(writer, { ...options, kinds: recordKinds, all });
  }, signalOf(options));
}

const signalOf = ({ signal }: LoadOptions): { signal?: AbortSignal } =>
  signal === undefined ? {} : { signal };

async function isEmpty(writer: Writer): Promise<boolean> {
  const rows = await writer.rows('select 1 from contents limit 1');
  return rows.length === 0;
}
