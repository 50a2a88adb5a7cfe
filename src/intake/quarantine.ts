/** What was set aside: its list, and its forgetting. */
import type { Row, Warehouse } from '../warehouse/index.ts';
import { defaultIntakeLimits, type IntakeOptions } from './load.ts';

export interface QuarantineFilter {
  readonly load?: number;
  readonly code?: string;
  /** `quarantined` (broken) where absent. */
  readonly kind?: 'quarantined' | 'excluded' | 'all';
  /** Leave out what was replayed since; true where absent. */
  readonly waiting?: boolean;
}

/** One record that was set aside. */
export interface SetAside {
  readonly load: number;
  readonly file: string;
  readonly source: string;
  /** The line (or sheet row) at which it began. */
  readonly place: number | null;
  readonly kind: 'quarantined' | 'excluded';
  readonly code: string;
  readonly sentence: string | null;
  /** null once its time is over. */
  readonly raw: string | null;
  readonly replayedBy: number | null;
}

/** Streams what was set aside, the newest load first, in the order of the file. */
export async function* listQuarantine(
  warehouse: Warehouse,
  filter: QuarantineFilter = {},
): AsyncGenerator<readonly SetAside[]> {
  const { load, code, kind = 'quarantined', waiting = true } = filter;
  let query = warehouse.db
    .selectFrom('set_aside as s')
    .innerJoin('load_files as f', (join) =>
      join.onRef('f.load', '=', 's.load').onRef('f.file', '=', 's.file'),
    )
    .select([
      's.load',
      'f.name',
      's.source',
      's.place',
      's.kind',
      's.code',
      's.sentence',
      's.raw',
      's.replayed_by',
    ])
    .orderBy('s.load', 'desc')
    .orderBy('s.file')
    .orderBy('s.place');
  if (load !== undefined) query = query.where('s.load', '=', load);
  if (code !== undefined) query = query.where('s.code', '=', code);
  if (kind !== 'all') query = query.where('s.kind', '=', kind);
  if (waiting) query = query.where('s.replayed_by', 'is', null);
  for await (const rows of warehouse.stream(query)) yield rows.map(setAside);
}

const setAside = (row: Row): SetAside => ({
  load: Number(row['load']),
  file: String(row['name']),
  source: String(row['source']),
  place: row['place'] === null ? null : Number(row['place']),
  kind: row['kind'] === 'excluded' ? 'excluded' : 'quarantined',
  code: String(row['code']),
  sentence: row['sentence'] === null ? null : String(row['sentence']),
  raw: row['raw'] === null ? null : String(row['raw']),
  replayedBy: row['replayed_by'] === null ? null : Number(row['replayed_by']),
});

/** Raw text is personal: after its time only the place and the reason are left. */
export const forgetOldRaw = ({ warehouse, limits }: IntakeOptions): Promise<void> =>
  warehouse.forgetRaw(limits?.quarantineDays ?? defaultIntakeLimits.quarantineDays);

export interface UnknownWord {
  readonly load: number;
  readonly file: string;
  readonly record: string;
  readonly column: string;
  readonly word: string;
  readonly count: number;
}

/** Words outside the closed lists, which were kept as they are. */
export async function listDrift({ db, rows }: Warehouse, load?: number): Promise<readonly UnknownWord[]> {
  let query = db
    .selectFrom('drift as d')
    .innerJoin('load_files as f', (join) =>
      join.onRef('f.load', '=', 'd.load').onRef('f.file', '=', 'd.file'),
    )
    .select(['d.load', 'f.name', 'd.record', 'd.column', 'd.word', 'd.count'])
    .orderBy('d.load', 'desc')
    .orderBy('d.count', 'desc');
  if (load !== undefined) query = query.where('d.load', '=', load);
  return (await rows(query)).map((row) => ({
    load: Number(row['load']),
    file: String(row['name']),
    record: String(row['record']),
    column: String(row['column']),
    word: String(row['word']),
    count: Number(row['count']),
  }));
}
