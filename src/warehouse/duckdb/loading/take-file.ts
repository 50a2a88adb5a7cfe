/** Loads one staged file inside a load's transaction, and counts what became of every record. */
import { Problem, type RecordKind } from '../../../model/index.ts';
import type { MappedSelect, Staged } from '../../../sources/staged.ts';
import { CountsDiffer, type FileCounts, type StagedFile } from '../../loading.ts';
import type { Writer } from '../warehouse.ts';
import { type Accepted, acceptFresh, acceptVersions, type Meeting, meetingHere } from './accept.ts';
import { noteDrift } from './drift.ts';
import { startFollowing } from './follow-primary.ts';
import type { Arrival } from './names.ts';
import { closeRawRows, openRawRows, rawRows } from './relation.ts';
import { countAside, setAsideMapped, setAsideRejected } from './set-aside.ts';

/**
 * @throws CountsDiffer where the engine and the reader of the file do not agree; the load's transaction is then lost
 */
export async function takeFile(
  writer: Writer,
  taken: StagedFile,
  arrival: Arrival,
  meet: Meeting = meetingHere,
): Promise<FileCounts> {
  try {
    return await take(writer, taken, arrival, meet);
  } catch (error) {
    if (error instanceof Error && /CSV Error|read_csv/.test(error.message))
      throw new CountsDiffer(arrival.file, error.message, { cause: error });
    throw error;
  }
}

async function take(writer: Writer, taken: StagedFile, arrival: Arrival, meet: Meeting): Promise<FileCounts> {
  const rows = await openRows(writer, taken);
  await startFollowing(writer);
  let counts: FileCounts | null = null;
  let fresh = true;
  for (const select of rows.selects) {
    // Further records of a row wait for what became of the first: only where every key was new is there nothing to follow.
    const empty = await meet(writer, select);
    const atOnce: Accepted | null = fresh && empty ? await acceptFresh(writer, select, arrival) : null;
    fresh = atOnce !== null;
    const accepted = atOnce ?? (await withPlaces(rows, select, writer, arrival));
    if (select.primary) counts = await settle(writer, { taken, rows, select, accepted, arrival });
    await noteDrift(writer, select, arrival);
  }
  await closeRawRows(writer);
  if (counts === null) throw new Error('a mapping has a first record');
  return counts;
}

interface OpenRows {
  readonly selects: readonly MappedSelect[];
  readonly primary: RecordKind;
  /** Makes sure that every row knows its place. */
  number(): Promise<void>;
}

async function openRows(
  writer: Writer,
  { staged: { text }, placed, selects }: StagedFile,
): Promise<OpenRows> {
  const statements = selects(rawRows);
  const kept = statements.length > 1;
  let numbered = placed || text.hasPlace;
  await openRawRows(writer, { text, placed, kept });
  return {
    selects: statements,
    primary: primaryOf(statements),
    number: async () => {
      if (!numbered) await openRawRows(writer, { text, placed: true, kept });
      numbered = true;
    },
  };
}

function primaryOf(statements: readonly MappedSelect[]): RecordKind {
  const first = statements.find(({ primary }) => primary);
  if (first === undefined) throw new Error('a mapping has a first record');
  return first.record;
}

async function withPlaces(
  rows: OpenRows,
  select: MappedSelect,
  writer: Writer,
  arrival: Arrival,
): Promise<Accepted> {
  await rows.number();
  return await acceptVersions(writer, select, arrival, rows.primary);
}

interface Settling {
  readonly taken: StagedFile;
  readonly rows: OpenRows;
  readonly select: MappedSelect;
  readonly accepted: Accepted;
  readonly arrival: Arrival;
}

/** Sets aside what was not accepted, and sees that the sum is right. */
async function settle(
  writer: Writer,
  { taken, rows, select, accepted, arrival }: Settling,
): Promise<FileCounts> {
  const { staged, source } = taken;
  const duplicates = accepted.identical + accepted.older;
  const readable = staged.records - staged.rejected.count;
  let read = accepted.loaded + duplicates;
  if (read !== readable) {
    await rows.number();
    read += await setAsideMapped(writer, select, source, arrival);
  }
  const rejected = await setAsideRejected(writer, staged.rejected, source, arrival);
  if (read !== readable || rejected !== staged.rejected.count)
    throw new CountsDiffer(
      arrival.file,
      `${read + rejected} records were read where the reader found ${staged.records}`,
    );
  refuseAmbiguousKey(staged, accepted);
  const aside = await countAside(writer, arrival);
  const sum = (kind: string): number =>
    aside.filter((each) => each.kind === kind).reduce((total, { count }) => total + count, 0);
  return {
    records: staged.records,
    loaded: accepted.loaded,
    duplicates,
    quarantined: sum('quarantined'),
    excluded: sum('excluded'),
    reasons: Object.fromEntries([
      ...(accepted.identical > 0 ? [['identical', accepted.identical]] : []),
      ...(accepted.older > 0 ? [['older_version', accepted.older]] : []),
      ...aside.map(({ code, count }) => [code, count]),
    ]),
  };
}

/** More than this share of a file saying something else about a key that it has already used is no correction. */
const toleratedClashes = 0.01;

function refuseAmbiguousKey(staged: Staged, { clashing, loaded, identical, older }: Accepted): void {
  const rows = loaded + identical + older;
  if (clashing <= rows * toleratedClashes) return;
  throw new Problem('key_not_unique', {
    place: staged.file,
    found: `${clashing} of ${rows} records have the key of another record and say something else`,
    expected: 'a key that names one record, or a column that says which version is newer',
    todo: 'make the key of more columns (key: [first, second]), or map version_at; "tidemark inspect" tries keys out',
  });
}
