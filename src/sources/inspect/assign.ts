/** Which column plays which part, and what one row of the file is. */
import { type ColumnType, type RecordKind, recordTable } from '../../model/index.ts';
import { nameFit, plainName, type Role } from './names.ts';
import type { ColumnProfile } from './profile.ts';
import { wordMap, wordScores } from './propose-words.ts';
import { roles } from './roles.ts';

export interface Part {
  readonly column: ColumnProfile;
  readonly fit: number;
}

export interface Casting {
  readonly record: RecordKind;
  /** Our column → the file's. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly score: number;
  /** A column with dates only, which goes with clocks. */
  readonly date: ColumnProfile | null;
}

export interface Castings {
  /** The kind that the columns are likeliest to be; null where none is complete. */
  readonly best: Casting | null;
  /** What the likeliest kind lacks, where none is complete. */
  readonly lacking: { readonly record: RecordKind; readonly parts: readonly string[] } | null;
}

export function castings(columns: readonly ColumnProfile[]): Castings {
  const date = columns.find(({ shape }) => shape.date?.hasDate === true && !shape.date.hasTime) ?? null;
  const all = (Object.keys(roles) as RecordKind[])
    .map((record) => cast(record, columns, date))
    .sort((a, b) => b.score - a.score);
  const best = all.find(isComplete) ?? null;
  const near = all[0];
  if (best !== null || near === undefined || near.score < 3) return { best, lacking: null };
  return {
    best,
    lacking: {
      record: near.record,
      parts: (needs[near.record]?.all ?? []).filter((part) => !near.parts.has(part)),
    },
  };
}

function cast(record: RecordKind, columns: readonly ColumnProfile[], date: ColumnProfile | null): Casting {
  const wanted = roles[record] ?? [];
  const fits = wanted
    .flatMap((role) =>
      columns.map((column) => ({ role, column, fit: fitOf(record, role, column, date !== null) })),
    )
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const parts = new Map<string, Part>();
  const taken = new Set<number>();
  let score = 0;
  for (const { role, column, fit } of fits) {
    if (parts.has(role.column) || taken.has(column.index)) continue;
    parts.set(role.column, { column, fit });
    taken.add(column.index);
    score += (role.weight * fit) / 3;
  }
  return { record, parts, score, date };
}

function fitOf(record: RecordKind, role: Role, column: ColumnProfile, hasDate: boolean): number {
  if (column.filled === 0) return 0;
  const name = nameFit(role, column.name);
  if (name === 0) return 0;
  const definition = recordTable(record).columns[role.column];
  const type = role.column === 'version_at' ? 'time' : (definition?.type ?? 'text');
  if (!fitsType(type, definition?.words, column, hasDate, role.column)) return 0;
  // A date alone says less about a moment than the time of day that goes with it.
  const vague = type === 'time' && column.shape.date?.hasTime === false ? 0.6 : 0;
  return name - vague + column.filled / 1e12;
}

/** Whether the values can be what the part asks for. */
function fitsType(
  type: ColumnType,
  closed: readonly string[] | undefined,
  { shape, name, words }: ColumnProfile,
  hasDate: boolean,
  part: string,
): boolean {
  const kind = shape.type;
  if (type === 'time')
    return kind === 'time' || (kind === 'clock' && hasDate) || serialFormat(name, shape) !== null;
  if (type === 'seconds') return kind === 'integer' || kind === 'number' || kind === 'clock';
  if (type === 'number')
    return kind === 'integer' || kind === 'number' || (part === 'score' && isThumbs({ shape, words }));
  if (type === 'integer') return kind === 'integer';
  if (type === 'boolean')
    return kind === 'boolean' || (kind === 'integer' && shape.min === 0 && shape.max === 1);
  if (closed !== undefined) {
    const few = kind === 'words' || kind === 'boolean' || (kind === 'integer' && shape.distinct <= 12);
    return few && (part === 'kind' || wordMap(part, { name, words }, closed).unknown.length < words.length);
  }
  if (part === 'category' || part === 'queue') return kind === 'words' || kind === 'id' || kind === 'integer';
  return (
    kind !== 'time' && kind !== 'clock' && kind !== 'number' && !(kind === 'boolean' && part !== 'outcome')
  );
}

/** Words, and all of them of praise, of blame or of no answer. */
const isThumbs = (column: Pick<ColumnProfile, 'shape' | 'words'>): boolean =>
  column.shape.type === 'words' &&
  column.shape.distinct <= 7 &&
  (wordScores(column) ?? []).some(([, score]) => score !== '""');

/** Times that are written as numbers: days of a spreadsheet, seconds or milliseconds since 1970. */
export function serialFormat(name: string, { type, min, max }: ColumnProfile['shape']): string | null {
  if ((type !== 'integer' && type !== 'number') || min === null || max === null) return null;
  if (
    !/\b(time|date|at|on|am|il|le|stamp|timestamp|datum|data|fecha|created|opened|closed|resolved|updated|start|end)\b/.test(
      plainName(name),
    )
  )
    return null;
  if (min > 1e12 && max < 4e12) return 'unix_ms';
  if (min > 8e8 && max < 4e9) return 'unix';
  return min > 20_000 && max < 80_000 ? 'excel' : null;
}

/** What a kind cannot be without. */
const needs: Readonly<Partial<Record<RecordKind, { all: readonly string[]; any: readonly string[] }>>> = {
  cases: {
    all: ['opened_at'],
    any: ['status', 'priority', 'subject', 'resolved_at', 'closed_at', 'first_response_at'],
  },
  interactions: {
    all: ['arrived_at'],
    any: ['wait_s', 'talk_s', 'answered_at', 'queued_at', 'outcome', 'direction'],
  },
  surveys: { all: ['score'], any: ['score'] },
  messages: { all: ['case_id', 'at'], any: ['body', 'author_kind'] },
  events: { all: ['case_id', 'at', 'kind'], any: ['kind'] },
  agents: { all: ['name'], any: ['role', 'hired_on', 'manager_id'] },
  customers: { all: ['id'], any: ['segment', 'value', 'until'] },
  shifts: { all: ['agent_id', 'from', 'to'], any: ['to'] },
  agent_states: { all: ['agent_id', 'from', 'state'], any: ['state'] },
  outages: { all: ['service', 'from'], any: ['to'] },
  reviews: { all: ['at', 'score', 'max'], any: ['criterion', 'reviewer_id'] },
  touchpoints: { all: ['customer_id', 'at', 'kind'], any: ['kind'] },
  volumes: { all: ['from', 'offered'], any: ['answered', 'abandoned'] },
};

function isComplete({ record, parts }: Casting): boolean {
  const { all, any } = needs[record] ?? { all: [], any: [] };
  return all.every((part) => parts.has(part)) && any.some((part) => parts.has(part));
}
