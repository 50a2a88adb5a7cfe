/** Refuses a filter on a value that is nowhere in the data: a spelling mistake, not an answer of nobody. */
import { nearest, Problem } from '../model/index.ts';
import { atOnce } from '../warehouse/at-once.ts';
import { type FactName, factNames, factTable } from '../warehouse/facts.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerContext } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { type Asked, checkQuestion } from './check-question.ts';
import { segmentBases } from './comparison-base.ts';
import type { Rules } from './definition.ts';
import type { OwnDimension } from './own/dimension.ts';
import { dimensionsOf } from './plan/dimension.ts';
import { type Slice, sliced } from './plan/slice.ts';
import { allTime } from './plan/window.ts';
import type { Filter, Question } from './question.ts';

/**
 * A value that is there in another period or with other records only is no mistake: its figure has no cases.
 *
 * @throws Problem `filter_empty` with the nearest value, or that of a question that cannot be asked
 * @example await refuseUnknownValues(warehouse, { ...question, where: [{ dimension: 'channel', values: ['emial'] }] })
 */
export async function refuseUnknownValues(
  warehouse: Warehouse,
  question: Question,
  { metrics = catalogue, people = false, businessHours = false, dimensions: own = [] }: AnswerContext = {},
): Promise<void> {
  const asked = checkQuestion(question, { catalogue: metrics, people, businessHours, own });
  const elsewhere = segmentBases(question).flatMap(({ where }) => where);
  for (const filter of [...question.where, ...elsewhere]) {
    const places = [...placesOf(asked), ...otherPlaces(filter.dimension, own)];
    const strange = await strangeOf(warehouse, filter, places);
    if (strange !== undefined)
      throw nowhere(filter.dimension, strange, await valuesIn(warehouse, filter.dimension, places));
  }
}

async function strangeOf(
  warehouse: Warehouse,
  { dimension, values }: Filter,
  places: readonly Place[],
): Promise<string | undefined> {
  const strange = new Set<string>();
  const named = values.filter((value) => value !== null);
  await atOnce(named, warehouse.sideBySide, async (value) => {
    if (!(await isSomewhere(warehouse, { dimension, values: [value] }, places))) strange.add(value);
  });
  return named.find((value) => strange.has(value));
}

const nowhere = (dimension: string, strange: string, known: readonly string[]): Problem => {
  const near = nearest(strange, known);
  return new Problem('filter_empty', {
    found: `no record with ${dimension}=${strange}`,
    expected: known.length === 0 ? 'a dimension that the data fills' : listed(known),
    todo: near === null ? 'use one of these, or take the filter out' : `did you mean "${near}"?`,
  });
};

const most = 12;

const listed = (known: readonly string[]): string =>
  known.length > most ? `one of ${known.slice(0, most).join(', ')} …` : known.join(', ');

/** Where a dimension is looked for: whose work a row is depends on the rules. */
interface Place {
  readonly fact: FactName;
  readonly rules: Rules;
  readonly own: readonly OwnDimension[];
}

/** Each fact once, and each reading of whose work its rows are. */
function placesOf(asked: readonly Asked[]): readonly Place[] {
  const all = asked.flatMap(({ metric: { fact, flowFact = fact }, rules, own = [] }) =>
    [fact, flowFact].map((each) => ({ fact: each, rules, own })),
  );
  return [...new Map(all.map((each) => [`${each.fact} ${each.rules.credit}`, each])).values()];
}

const otherPlaces = (dimension: string, own: readonly OwnDimension[]): readonly Place[] =>
  factNames
    .filter((fact) => dimensionsOf(fact, own).includes(dimension))
    .map((fact) => ({ fact, rules: {}, own }));

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

/** Every weekday and hour is one, whether or not anything happened on it. */
const everyDayHas: Readonly<Record<string, readonly string[]>> = {
  weekday: numbers(1, 7),
  hour: numbers(0, 23),
};

/** The first row that has it ends the search: a value that is there costs next to nothing. */
async function isSomewhere(warehouse: Warehouse, filter: Filter, places: readonly Place[]): Promise<boolean> {
  const always = everyDayHas[filter.dimension];
  if (always !== undefined) return filter.values.every((value) => value !== null && always.includes(value));
  for (const place of places) {
    const rows = rowsAt(warehouse, place, { by: [], where: [filter] });
    if ((await warehouse.rows(rows.select('left_out').limit(1))).length > 0) return true;
  }
  return false;
}

/** The commonest first, place by place. */
async function valuesIn(
  warehouse: Warehouse,
  dimension: string,
  places: readonly Place[],
): Promise<readonly string[]> {
  const always = everyDayHas[dimension];
  if (always !== undefined) return always;
  const found: unknown[] = [];
  for (const place of places) {
    const values = rowsAt(warehouse, place, { by: [dimension], where: [] })
      .select('_s0 as value')
      .where('_s0', 'is not', null)
      .groupBy('_s0')
      .orderBy((rows) => rows.fn.countAll(), 'desc')
      .orderBy('_s0');
    found.push(...(await warehouse.rows(values)).map(({ value }) => value));
  }
  return [...new Set(found.map(String))];
}

/** Only of rows that are in any figure at all. */
function rowsAt(warehouse: Warehouse, place: Place, { by, where }: Pick<Slice, 'by' | 'where'>) {
  const anchor = Object.values(factTable(place.fact).anchors)[0] ?? 'id';
  const all = { ...place, anchor, stock: null, by, where, zone: 'UTC', layer: [allTime] };
  return warehouse.db.selectFrom(sliced(warehouse, all).as('f'));
}
