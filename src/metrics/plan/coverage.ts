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

/** Of so many windows the first row of each is looked for, which is enough. */
const few = 16;

/** The windows that hold any record at all: one without is a gap in the data, not a quiet time. */
export async function presence(
  warehouse: Warehouse,
  fact: FactName,
  windows: readonly Window[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const unique = [...new Map(windows.map((window) => [window.key, window])).values()];
  if (unique.length === 0) return found;
  const isFew = unique.length <= few;
  const statement = isFew ? firstRows : windowsOfRows;
  for (const layer of isFew ? [unique] : layers(unique)) {
    for (const { _w } of await warehouse.rows(statement(warehouse, fact, layer))) {
      const window = _w === null ? undefined : layer[Number(_w)];
      if (window !== undefined) found.add(window.key);
    }
  }
  return found;
}

function firstRows({ db, functions }: Warehouse, fact: FactName, layer: readonly Window[]) {
  const at = sql.ref(presenceAnchor(fact));
  const [first, ...others] = layer.map((window, i) => {
    const row = db
      .selectFrom(fact)
      .select(sql<number>`${sql.lit(i)}`.as('_w'))
      .where(inside(at, [window], functions))
      .limit(1);
    return db.selectFrom(row.as('f')).select(sql<number>`_w`.as('_w'));
  });
  if (first === undefined) throw new RangeError('a layer has a window');
  return others.reduce((rows, each) => rows.unionAll(each), first);
}

function windowsOfRows({ db, functions }: Warehouse, fact: FactName, layer: readonly Window[]) {
  const at = sql.ref(presenceAnchor(fact));
  const rows = db.selectFrom(fact).where(inside(at, layer, functions));
  return db
    .selectFrom(rows.select(windowIndex(at, layer, functions).as('_w')).as('f'))
    .select(sql<number>`_w`.as('_w'))
    .groupBy('_w');
}
