/** Where a fact has data at all: its first and last day, and which windows hold no record whatever. */
import { sql } from 'kysely';
import { localDate } from '../../model/index.ts';
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Span } from './occasion.ts';
import { inside, layers, type Window } from './window.ts';
import { windowIndex } from './window-index.ts';

export interface Coverage {
  readonly rows: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Rows and the first and last instant of a fact on some of its anchors, in their order: engines know them without reading rows. */
export async function coverage(
  warehouse: Warehouse,
  fact: FactName,
  anchors: readonly string[],
): Promise<readonly Coverage[]> {
  const bounds = anchors.flatMap((anchor, i) => {
    const at = sql.ref<string | null>(anchor);
    return [sql<string | null>`min(${at})`.as(`first${i}`), sql<string | null>`max(${at})`.as(`last${i}`)];
  });
  const query = warehouse.db.selectFrom(fact).select([sql<number>`count(*)`.as('rows'), ...bounds]);
  const [row = {}] = await warehouse.rows(query);
  const text = (value: unknown): string | null =>
    value === null || value === undefined ? null : String(value);
  return anchors.map((_, i) => ({
    rows: Number(row['rows'] ?? 0),
    first: text(row[`first${i}`]),
    last: text(row[`last${i}`]),
  }));
}

/** Local days from the first record on an anchor to the end of the data; null where there is none. */
export const spanOf = ({ first, last }: Coverage, dataThrough: string | null, zone: string): Span | null =>
  first === null || last === null
    ? null
    : { first: localDate(first, zone), last: localDate(dataThrough ?? last, zone) };

/** The instant that says whether a source was recording at all: the first anchor of the fact. */
export const presenceAnchor = (fact: FactName): string => Object.values(factTable(fact).anchors)[0] ?? 'id';

/** So many windows are asked one by one: the first row of each is enough. */
const few = 4;

/** The windows that hold any record at all: one without is a gap in the data, not a quiet time. */
export async function presence(
  warehouse: Warehouse,
  fact: FactName,
  windows: readonly Window[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const unique = [...new Map(windows.map((window) => [window.key, window])).values()];
  const stretches = unique.length <= few ? unique.map((window) => [window]) : layers(unique);
  for (const layer of stretches) {
    for (const row of await warehouse.rows(presenceStatement(warehouse, fact, layer))) {
      const window = row._w === null ? undefined : layer[Number(row._w)];
      if (window !== undefined) found.add(window.key);
    }
  }
  return found;
}

function presenceStatement({ db, functions }: Warehouse, fact: FactName, layer: readonly Window[]) {
  const at = sql.ref(presenceAnchor(fact));
  const rows = db.selectFrom(fact).where(inside(at, layer, functions));
  if (layer.length === 1) return rows.select(sql<number>`0`.as('_w')).limit(1);
  return db
    .selectFrom(rows.select(windowIndex(at, layer, functions).as('_w')).as('f'))
    .select(sql<number>`_w`.as('_w'))
    .groupBy('_w');
}
