/** Dimensions of the company's own: a number cut into ranges, or words put into groups. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { FactName } from '../../warehouse/facts.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';
import { parseSeconds } from '../rule-values.ts';
import { typeOf } from './column.ts';

export interface OwnDimension {
  readonly name: string;
  readonly called: { readonly en: string; readonly it: string };
  readonly fact: FactName;
  readonly column: string;
  /** In rising order; the last may be open above. */
  readonly ranges?: readonly { readonly up_to?: number | undefined; readonly called: string }[] | undefined;
  readonly groups?: readonly { readonly is: readonly string[]; readonly called: string }[] | undefined;
  /** What words outside every group are called; as they are where not said. */
  readonly others?: string | undefined;
}

const bound = z
  .union([z.number(), z.string().transform((text) => parseSeconds(text) ?? Number.NaN)])
  .refine((value) => !Number.isNaN(value), 'a number, or a time such as 20 s, 4 h or 7 d');

export const ownDimensionShape = <
  N extends z.ZodType<string>,
  C extends z.ZodType<OwnDimension['called']>,
  F extends z.ZodType<FactName>,
>(
  name: N,
  called: C,
  fact: F,
) =>
  z.strictObject({
    name,
    called,
    fact,
    column: z.string().describe('a column of the fact, or attributes.NAME'),
    ranges: z
      .array(z.strictObject({ up_to: bound.optional().describe('inclusive'), called: z.string().min(1) }))
      .min(1)
      .refine(isRising, 'ranges in rising order, only the last without up_to')
      .optional()
      .describe('a number cut into ranges'),
    groups: z
      .array(
        z.strictObject({
          is: z
            .array(z.union([z.string(), z.number().transform(String)]))
            .min(1)
            .max(1000),
          called: z.string().min(1),
        }),
      )
      .min(1)
      .optional()
      .describe('words put into groups'),
    others: z.string().min(1).optional().describe('what words outside every group are called'),
  });

function isRising(ranges: readonly { readonly up_to?: number | undefined }[]): boolean {
  const bounds = ranges.slice(0, -1).map(({ up_to }) => up_to);
  const last = ranges.at(-1)?.up_to ?? Number.POSITIVE_INFINITY;
  return [...bounds, last].every(
    (each, i, all) => each !== undefined && (i === 0 || each > (all[i - 1] ?? Number.POSITIVE_INFINITY)),
  );
}

/** The name of the range or group that a value falls into; unknown stays unknown. */
export function ownValue(
  { fact, column: name, ranges, groups = [], others }: OwnDimension,
  column: Sql,
  fn: EngineFunctions,
): Sql {
  if (ranges !== undefined) {
    const number = fn.number(column);
    const last = ranges.at(-1);
    const branches = ranges.flatMap(({ up_to, called }) =>
      up_to === undefined ? [] : [sql`when ${number} <= ${up_to} then ${called}`],
    );
    const above =
      last?.up_to === undefined && last !== undefined
        ? sql`when ${number} is not null then ${last.called}`
        : sql``;
    return sql`case ${sql.join([...branches, above], sql` `)} end`;
  }
  const text = fn.text(column, typeOf(fact, name) ?? 'text');
  const branches = groups.map(({ is, called }) => sql`when ${text} in (${sql.join([...is])}) then ${called}`);
  const rest = others === undefined ? text : sql`case when ${text} is not null then ${others} end`;
  return sql`case ${sql.join(branches, sql` `)} else ${rest} end`;
}
