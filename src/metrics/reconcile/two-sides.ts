/** Two tables of the same records side by side: by which key, and what a statement needs to tell them apart. */
import { type RawBuilder, sql } from 'kysely';
import { Problem, type RecordKind, recordTable } from '../../model/index.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';

export interface Sides {
  readonly record: RecordKind;
  readonly a: string;
  readonly b: string;
  /** What names a record on each side: `id`, a column, or `attributes.NAME`. */
  readonly keys: { readonly a: string; readonly b: string };
}

export type Piece<T = unknown> = RawBuilder<T>;

/** The instant that a record is about; where there is none, nothing is said of "not yet loaded". */
const times: Readonly<Partial<Record<RecordKind, string>>> = {
  cases: 'opened_at',
  events: 'at',
  messages: 'at',
  interactions: 'arrived_at',
  surveys: 'sent_at',
  touchpoints: 'at',
  changes: 'at',
  reviews: 'at',
  shifts: 'from',
  agent_states: 'from',
  outages: 'from',
  trainings: 'from',
  volumes: 'from',
};

export const timeOf = (record: RecordKind): string | null => times[record] ?? null;

/** The key as text. @throws Problem `key_unknown` */
export function keyOf(record: RecordKind, key: string, fn: EngineFunctions, alias: string): Piece<string> {
  if (key.startsWith('attributes.'))
    return sql`${fn.attribute(sql.ref(`${alias}.attributes`), key.slice('attributes.'.length))}`;
  const { columns } = recordTable(record);
  const known = ['id', ...Object.keys(columns)];
  if (known.includes(key))
    return sql<string>`${fn.text(sql.ref(`${alias}.${key}`), columns[key]?.type ?? 'text')}`;
  throw new Problem('key_unknown', {
    found: `"${key}" as the key of ${record}`,
    expected: `${known.join(', ')} or attributes.NAME`,
    todo: 'use one of these',
  });
}

/** The rows of one side under an alias, with their key as `k`; several rows of one key are one, the first by id. */
export const keyedRows = (
  { record, keys, ...sides }: Sides,
  side: 'a' | 'b',
  fn: EngineFunctions,
): Piece => sql`
  (select * from (
    select ${keyOf(record, keys[side], fn, 'r')} as k, r.*,
      row_number() over (partition by ${keyOf(record, keys[side], fn, 'r')} order by r.id) as nth,
      count(*) over (partition by ${keyOf(record, keys[side], fn, 'r')}) as same
    from ${sql.table(record)} r where r.source = ${sides[side]}) s
  where k is not null)`;

/** A key without blanks, case and leading zeros. */
export const plainKey = (key: Piece): Piece => sql`trim(leading '0' from lower(trim(${key})))`;
