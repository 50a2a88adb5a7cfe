/** Dimensions and filters of a question: names are looked up, values are bound. */
import { type RawBuilder, sql } from 'kysely';
import { nearest, Problem } from '../../model/index.ts';
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Rules } from '../definition.ts';
import { columnNamed } from '../own/column.ts';
import { type OwnDimension, ownValue } from '../own/dimension.ts';
import type { Filter } from '../question.ts';

/** Dimensions that are read off the moment a row is held against. */
const derived = ['weekday', 'hour'] as const;

/** Dimensions that single out a person. */
const personal: readonly string[] = [
  'owner',
  'owner_at_opening',
  'owner_at_resolution',
  'first_responder',
  'resolver',
  'agent',
  'author',
  'reviewer',
];

const maximalValues = 1000;

export const isPersonal = (dimension: string): boolean => personal.includes(dimension);

/** Every dimension of a fact, with the company's own; `attributes.NAME` is one as well. */
export function dimensionsOf(fact: FactName, own: readonly OwnDimension[] = []): readonly string[] {
  const { dimensions, credit } = factTable(fact);
  return [
    ...Object.keys(dimensions),
    ...(credit === undefined ? [] : ['agent']),
    ...derived,
    ...own.filter((each) => each.fact === fact).map(({ name }) => name),
  ];
}

/** The column behind a dimension; whose work a row is depends on the rule `credit`. */
function columnOf(dimension: string, fact: FactName, { credit = '' }: Rules): string {
  const { dimensions, credit: credited } = factTable(fact);
  if (dimension !== 'agent' || credited === undefined) return dimensions[dimension] ?? dimension;
  return credited[credit] ?? Object.values(credited)[0] ?? dimension;
}

/** Whether one row can have several values of a dimension (tags, shared credit): then the parts exceed the whole. */
export const isMultiple = (dimension: string, fact: FactName, rules: Rules): boolean =>
  factTable(fact).columns[columnOf(dimension, fact, rules)]?.type === 'texts';

/** How many values a dimension can take, or the column that has them; null where only looking at the rows would tell. */
export function valuesOf(
  dimension: string,
  { fact, rules, own = [] }: Pick<Placed, 'fact' | 'rules' | 'own'>,
): number | { readonly column: string } | null {
  const made = own.find((each) => each.name === dimension && each.fact === fact);
  if (made?.ranges !== undefined) return made.ranges.length;
  const column = made?.column ?? dimension;
  if (column.startsWith('attributes.')) return null;
  if (dimension === 'weekday') return 7;
  if (dimension === 'hour') return 24;
  return { column: made === undefined ? columnOf(dimension, fact, rules) : column };
}

export interface Placed {
  readonly fact: FactName;
  readonly rules: Rules;
  readonly zone: string;
  readonly anchor: RawBuilder<unknown>;
  readonly fn: EngineFunctions;
  readonly own?: readonly OwnDimension[] | undefined;
}

/** The text by which rows are told apart along a dimension, or the list of them; null is unknown. */
export function dimensionValue(
  dimension: string,
  { fact, rules, zone, anchor, fn, own = [] }: Placed,
): RawBuilder<unknown> {
  const made = own.find((each) => each.name === dimension && each.fact === fact);
  if (made !== undefined) return ownValue(made, columnNamed(made.column, fn), fn);
  if (dimension.startsWith('attributes.'))
    return fn.attribute(sql.ref('attributes'), dimension.slice('attributes.'.length));
  if (dimension === 'weekday') return sql`cast(${fn.localWeekday(anchor, zone)} as varchar)`;
  if (dimension === 'hour') return sql`cast(${fn.localHour(anchor, zone)} as varchar)`;
  const column = columnOf(dimension, fact, rules);
  const type = factTable(fact).columns[column]?.type ?? 'text';
  return type === 'text' || type === 'texts' ? sql.ref(column) : fn.text(sql.ref(column), type);
}

/** `x in (…)`, with null among the values asking for the unknown; of a list one value is enough. */
export function filterExpression({ dimension, values }: Filter, placed: Placed): RawBuilder<boolean> {
  const value = dimensionValue(dimension, placed);
  const known = values.filter((each) => each !== null);
  const several = isMultiple(dimension, placed.fact, placed.rules);
  const among = several ? placed.fn.holdsAny(value, known) : sql<boolean>`${value} in (${sql.join(known)})`;
  const unknown = several ? placed.fn.isEmpty(value) : sql<boolean>`${value} is null`;
  if (known.length === 0) return values.includes(null) ? unknown : sql<boolean>`false`;
  return values.includes(null) ? sql<boolean>`(${unknown} or ${among})` : among;
}

/**
 * Refuses a dimension that the fact lacks.
 *
 * @throws Problem `dimension_unknown` with the nearest, `people_off` where figures per person are not switched on
 */
export function checkDimension(
  dimension: string,
  fact: FactName,
  metric: string,
  { people, own = [] }: { readonly people: boolean; readonly own?: readonly OwnDimension[] | undefined },
): void {
  const known = dimensionsOf(fact, own);
  const isAttribute = /^attributes\../.test(dimension);
  if (!isAttribute && !known.includes(dimension)) {
    throw new Problem('dimension_unknown', {
      found: `${metric} cannot be told apart by "${dimension}"`,
      expected: `${known.join(', ')} or attributes.NAME`,
      todo: `write ${nearest(dimension, known) ?? 'one of these'}`,
    });
  }
  if (isPersonal(dimension) && !people) throw peopleOff(dimension);
}

const peopleOff = (dimension: string): Problem =>
  new Problem('people_off', {
    found: `a figure per person (${dimension}), while figures per person are switched off`,
    expected: 'a section `people:` in the configuration that says who may see them and why',
    todo: 'write that section, or ask by team',
  });

/** @throws Problem `filter_too_long` */
export function checkFilter({ dimension, values }: Filter): void {
  if (values.length === 0 || values.length > maximalValues) {
    throw new Problem('filter_too_long', {
      found: `${values.length} values for ${dimension}`,
      expected: `1 to ${maximalValues} values`,
      todo: 'filter by a coarser dimension, such as the team or the category',
    });
  }
}
