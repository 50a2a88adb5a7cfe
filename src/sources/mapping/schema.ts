/** The shape of a mapping file, as people write it; the published JSON schema is made from it. */
import { z } from 'zod';
import { isTimeZone, recordKinds } from '../../model/index.ts';
import { encodings, fileTypes } from '../format.ts';

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = z.union([word, z.array(word)]).transform((value) => (Array.isArray(value) ? value : [value]));
const columnName = z.string().min(1).describe('the name of a column of the file');
const names = z
  .union([columnName, z.array(columnName).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const zone = z
  .string()
  .refine(isTimeZone, 'an IANA time zone such as Europe/Rome')
  .describe('IANA time zone of times without an offset, e.g. Europe/Rome');

const pattern = z
  .string()
  .refine(isPattern, 'a regular expression without look-around or back-references')
  .describe('a regular expression');

/** Conditions, words and values mean the same everywhere they appear. */
const test = z.strictObject({
  column: columnName,
  is: words.optional().describe('one of these words'),
  is_not: words.optional().describe('none of these words'),
  matches: pattern.optional(),
  filled: z.boolean().optional().describe('true: has a value; false: is missing'),
});

export type Condition =
  | z.output<typeof test>
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      test.refine(
        (value) => Object.keys(value).length > 1,
        'one of is, is_not, matches or filled beside column',
      ),
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
    ]),
  )
  .meta({
    id: 'condition',
    description: 'a test of the row: column with is, is_not, matches or filled; all, any, not',
  });

const units = ['milliseconds', 'seconds', 'minutes', 'hours', 'days', 'H:mm:ss', 'mm:ss'] as const;

const textFields = {
  column: columnName.optional(),
  value: word.optional().describe('the same for every record'),
  join: z.array(columnName).min(2).optional().describe('several columns as one text'),
  first_of: z.array(columnName).min(2).optional().describe('the first of these columns that is filled'),
  separator: z.string().optional().describe('between joined columns, or between the labels of a list'),
  extract: pattern.optional().describe('keeps what the first group of this regular expression finds'),
  words: z
    .record(z.string(), word)
    .optional()
    .describe("the file's words → ours; others are kept and counted"),
  unknown_if: words
    .optional()
    .describe('words that mean nobody, nothing or never: "0", "NO_SERVER", "/^[0-9.]+E[+][0-9]+$/"'),
};

const typeFields = {
  format: words.optional().describe('how a time is written: DD/MM/YYYY HH:mm, iso, excel, unix …'),
  clock: names
    .optional()
    .describe(
      'the column with the time of day, where column holds the date only; of several the first that is filled',
    ),
  clock_format: z.string().optional().describe('how the time of day is written; H:mm:ss where absent'),
  after: z
    .string()
    .optional()
    .describe(
      'a time column of this record that came before: where the clock ran past midnight, a day is added',
    ),
  plus: columnName.optional().describe('a column with a duration (in unit) that is added to the time'),
  zone: zone.optional(),
  unit: z.enum(units).optional().describe('of a duration; seconds where absent'),
  min: z.number().optional().describe('lower values cannot be'),
  max: z.number().optional().describe('higher values cannot be'),
  if_invalid: z
    .enum(['quarantine', 'unknown'])
    .default('quarantine')
    .describe('unknown: the value is left empty and counted; the record stays'),
};

const one = (value: Readonly<Record<string, unknown>>): boolean =>
  ['column', 'value', 'join', 'first_of', 'choose'].filter((key) => value[key] !== undefined).length === 1;
const sources = 'exactly one of column, value, join, first_of or choose';

const branch = z
  .strictObject({ ...textFields, when: condition.optional() })
  .refine((value) => one(value), sources);

const value = z.union([
  columnName,
  z
    .strictObject({
      ...textFields,
      ...typeFields,
      when: condition.optional().describe('where it does not hold, the value is empty'),
      choose: z
        .array(branch)
        .min(1)
        .optional()
        .describe('the first branch whose "when" holds; one without always holds'),
    })
    .refine((entry) => one(entry), sources),
]);

export type Value = z.output<typeof value>;

const columns = z
  .union([z.literal('by_name'), z.record(z.string(), value)])
  .describe('our column → where its value comes from; by_name where the file uses our names');

const key = z
  .union([z.enum(['content', 'place']), names])
  .describe(
    'the columns that name a record; "content" (all fields) or "place" (file and line) where there are none',
  );

const outputFields = {
  record: z.enum(recordKinds as [string, ...string[]]).describe('what one row is'),
  columns,
  attributes: z
    .union([z.enum(['rest', 'none']), z.array(columnName)])
    .default('rest')
    .describe('further columns that are kept and can be used as dimensions'),
};

const exclusion = z.strictObject({
  reason: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a code of small letters, digits and _'),
  sentence: z.string().optional().describe('said beside the rows that are set aside'),
  when: condition,
});

const hex = z.string().regex(/^0x[0-9a-fA-F]{2}$/, 'a byte such as 0x82');

const format = z
  .strictObject({
    type: z.enum(fileTypes).optional(),
    encoding: z.enum(encodings).optional(),
    repair: z
      .record(hex, z.string().min(1))
      .optional()
      .describe('bytes that stand for another character than the encoding says'),
    delimiter: z
      .string()
      .regex(/^[\t -~]$/, 'one character, such as "," ";" "|" or "\\t"')
      .optional(),
    quote: z
      .union([z.string().regex(/^[!-~]$/, 'one character'), z.literal('none')])
      .optional()
      .describe('none: quotation marks are ordinary characters'),
    decimal: z.enum(['.', ',']).default('.'),
    thousands: z.enum(['', '.', ',', ' ', "'", '’']).default(''),
    header: z.boolean().default(true).describe('whether the first row holds the names'),
    skip: z.number().int().min(0).default(0).describe('lines before the header'),
    sheet: z.union([z.string(), z.number().int().min(1)]).optional(),
  })
  .describe('how the file is written; what is absent is detected and said');

export const mappingSchema = z
  .strictObject({
    source: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]*$/, 'small letters, digits, - and _')
      .describe('whose records these are'),
    files: z
      .union([z.string(), z.array(z.string()).min(1)])
      .transform((each) => (Array.isArray(each) ? each : [each]))
      .describe('names of the files this is for, with * and ?'),
    format: format.prefault({}),
    zone: zone.optional(),
    missing: z.array(word).default(['']).describe('words that mean "no value", in every column'),
    ...outputFields,
    key: key.optional().describe('the columns that name a record; id where absent'),
    exclude: z.array(exclusion).default([]).describe('rows that are no cases or contacts, with the reason'),
    events: z
      .array(z.enum(['opened', 'resolved', 'reopened', 'closed']))
      .default([])
      .describe('times of a case that become events of its life'),
    also: z
      .array(
        z.strictObject({
          ...outputFields,
          attributes: outputFields.attributes.default('none'),
          key: key.optional(),
          when: condition.optional(),
        }),
      )
      .default([])
      .describe('further records made of the same row'),
  })
  .describe('Tidemark mapping: from the columns of a file to records');

/** The engine's regular expressions are RE2: no look-around, no back-references. */
function isPattern(text: string): boolean {
  if (/\(\?<?[=!]|\\[1-9]/.test(text)) return false;
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
