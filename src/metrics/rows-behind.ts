/** The rows behind a figure: exactly those of its population, streamed, each with what it counted for. */
import { sql } from 'kysely';
import { factTable, rowKey } from '../warehouse/facts.ts';
import type { AskOptions, Row, Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerContext } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { type Asked, checkQuestion, measureOf } from './check-question.ts';
import type { Measure } from './definition.ts';
import { sceneOf, sliceOf } from './plan/reader.ts';
import { sliced } from './plan/slice.ts';
import { endOfStock } from './plan/stock-end.ts';
import { allTime, type Window, windowOf } from './plan/window.ts';
import type { Question } from './question.ts';
import { decodeRowsKey } from './rows-key.ts';

export type RowsContext = Pick<AnswerContext, 'people' | 'metrics' | 'dimensions'>;

/** A page of the rows; their order is total, so that pages fit together whatever their size. */
export interface Page {
  readonly skip?: number;
  readonly limit?: number;
}

/** Columns that say who did the work, shown only where figures per person are allowed. */
const people: readonly string[] = [
  'owner_id',
  'owner_at_opening',
  'owner_at_resolution',
  'first_responder_id',
  'resolver_id',
  'agent_id',
  'author_id',
  'agent_ids',
];

/**
 * The rows that a figure was made from: `source`, `id`, the dimensions and columns of the fact, and `_value`, `_hit`,
 * `_happened` where the metric has them. As many rows as the figure counts, in the order of their instant.
 *
 * @throws Problem `rows_key_unknown`, or the problem of the question that the key holds
 * @example for await (const row of rowsBehind(warehouse, figure.rows)) console.log(row.id, row._hit)
 */
export async function* rowsBehind(
  warehouse: Warehouse,
  key: string,
  context: RowsContext = {},
  { skip, limit, ...options }: AskOptions & Page = {},
): AsyncGenerator<Row> {
  const all = await rowsStatement(warehouse, key, context);
  const statement = limit === undefined && skip === undefined ? all : paged(all, { skip, limit });
  for await (const batch of warehouse.stream(statement, options)) yield* batch;
}

const paged = (
  all: Awaited<ReturnType<typeof rowsStatement>>,
  { skip = 0, limit }: { readonly skip: number | undefined; readonly limit: number | undefined },
) => (limit === undefined ? all.offset(skip) : all.offset(skip).limit(limit));

/** The statement behind `rowsBehind`. */
export async function rowsStatement(warehouse: Warehouse, key: string, context: RowsContext = {}) {
  const asked = askedBy(key, context);
  const { dataThrough } = await warehouse.state();
  const window = windowOfKey(asked, dataThrough);
  const slice = { ...sliceOf(asked), layer: [window] };
  const measure = measureOf(asked, sceneOf(warehouse.functions, slice.layer, dataThrough));
  const shown = columnsOf(asked, context.people ?? false);
  return warehouse.db
    .selectFrom(sliced(warehouse, slice).as('f'))
    .select([...shown.map((name) => sql.ref(name).as(name)), ...marks(measure)])
    .where(sql<boolean>`${measure.population}`)
    .orderBy(sql.join([slice.anchor, ...rowKey(asked.metric.fact)].map((name) => sql.ref(name))));
}

/** The question that a key holds. @throws Problem `rows_key_unknown` */
export function questionBehind(key: string): Question {
  const { metric, rules, period, zone, where } = decodeRowsKey(key);
  const asks = [{ metric, stats: [] }];
  return { asks, period: period ?? 'all', zone, by: [], where, rules, compare: [] };
}

function askedBy(
  key: string,
  { metrics = catalogue, people: allowed = false, dimensions = [] }: RowsContext,
): Asked {
  // The clock of the figure was settled when it was made; it is not settled again.
  const [asked] = checkQuestion(questionBehind(key), {
    catalogue: metrics,
    people: allowed,
    businessHours: true,
    own: dimensions,
  });
  if (asked === undefined) throw new RangeError('a question with one metric asks for one');
  return asked;
}

function windowOfKey({ question: { period, zone }, metric }: Asked, dataThrough: string | null): Window {
  if (period !== 'all') return windowOf(period, zone);
  const isStock = metric.stock !== undefined && dataThrough !== null;
  return isStock ? { ...allTime, end: endOfStock(dataThrough, zone) } : allTime;
}

/** Customers' words stay where they are; people are named only where that is allowed. */
const columnsOf = ({ metric }: Asked, allowed: boolean): readonly string[] =>
  Object.keys(factTable(metric.fact).columns).filter(
    (name) => !['comment', 'attributes', 'left_out'].includes(name) && (allowed || !people.includes(name)),
  );

function marks({ hit, value, happened, rating }: Measure) {
  const named = { _hit: hit, _value: value ?? rating, _happened: happened };
  return Object.entries(named).flatMap(([name, mark]) => (mark === undefined ? [] : [mark.as(name)]));
}
