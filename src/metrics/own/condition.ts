/** What rows must be to count in a metric of the company's own: columns are looked up, values are bound. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { FactName } from '../../warehouse/facts.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';
import { parseSeconds } from '../rule-values.ts';
import { columnNamed, typeOf } from './column.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const several = z.union([scalar.transform((value) => [value]), z.array(scalar).min(1).max(1000)]);
const amount = z
  .union([z.number(), z.string()])
  .transform((value) => (typeof value === 'number' ? value : (parseSeconds(value) ?? Number.NaN)))
  .refine((value) => !Number.isNaN(value), 'a number, or a time such as 20 s, 4 h or 7 d')
  .describe('a number, or a time such as 20 s, 4 h or 7 d');

export const conditionSchema = z.strictObject({
  column: z.string().describe('a column of the fact, or attributes.NAME'),
  is: several.optional().describe('one of these values'),
  not: several.optional().describe('none of these values; unknown counts as none of them'),
  at_least: amount.optional(),
  more_than: amount.optional(),
  at_most: amount.optional(),
  less_than: amount.optional(),
  known: z.boolean().optional().describe('whether anything is recorded in it'),
});

export type Condition = z.output<typeof conditionSchema>;

/** All conditions at once; without any, every row. */
export const meetsAll = (conditions: readonly Condition[], fact: FactName, fn: EngineFunctions): Sql =>
  conditions.length === 0
    ? sql`true`
    : sql`(${sql.join(
        conditions.map((each) => meets(each, fact, fn)),
        sql` and `,
      )})`;

function meets(condition: Condition, fact: FactName, fn: EngineFunctions): Sql {
  const { column, is, not, known } = condition;
  const [value, type] = [columnNamed(column, fn), typeOf(fact, column)];
  const among = (values: readonly unknown[]): Sql => {
    const bound = values.map((each) => (type === 'text' || type === 'texts' ? String(each) : each));
    return type === 'texts'
      ? fn.holdsAny(value, bound.map(String))
      : sql`coalesce(${value} in (${sql.join(bound)}), false)`;
  };
  const parts = [
    ...(is === undefined ? [] : [among(is)]),
    ...(not === undefined ? [] : [sql`not ${among(not)}`]),
    ...bounds(condition).map(([sign, bound]) => sql`coalesce(${value} ${sign} ${bound}, false)`),
    ...(known === undefined ? [] : [sql`${value} is ${known ? sql`not null` : sql`null`}`]),
  ];
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;
}

const bounds = ({
  at_least,
  more_than,
  at_most,
  less_than,
}: Condition): readonly (readonly [Sql, number])[] =>
  [
    [sql`>=`, at_least],
    [sql`>`, more_than],
    [sql`<=`, at_most],
    [sql`<`, less_than],
  ].filter((pair): pair is [Sql, number] => pair[1] !== undefined);
