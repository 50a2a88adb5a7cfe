/** What every column holds: counts over the whole file, shapes from a sample. */
import { literals } from '../select/literal.ts';
import type { Staged } from '../staged.ts';
import type { Hints } from './date-shape.ts';
import { missingWords, perhapsMissing } from './known-words.ts';
import { relation, type Table } from './table.ts';
import { type ValueShape, valueShape } from './value-shape.ts';

export interface ColumnProfile {
  readonly index: number;
  readonly name: string;
  readonly filled: number;
  readonly distinct: number;
  readonly shape: ValueShape;
  /** The commonest values with their counts: of the whole file, or of the sample where there are thousands. */
  readonly words: readonly (readonly [string, number])[];
  readonly sample: readonly string[];
}

export interface Profile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Words for a missing value found in the file. */
  readonly missing: readonly string[];
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly sampled: boolean;
}

const sampleRows = 10_000;

export async function profileOf(table: Table, staged: Staged): Promise<Profile> {
  const sample = await sampleOf(table, staged);
  const [rows, counts] = await countsOf(table, staged);
  const missing = missingOf(staged.names, sample);
  const values = sample.map((column) => column.filter((value) => !missing.includes(value)));
  const filled = await filledOf(table, staged, missing);
  const hints: Hints = { dayFirst: null, delimiter: staged.text.delimiter, decimal: '.' };
  const first = staged.names.map((name, index) => valueShape(name, values[index] ?? [], hints));
  const numbers = first.filter(({ type }) => type === 'number');
  const decimal = numbers.some((each) => each.decimal === ',') ? ',' : '.';
  const better = { ...hints, decimal, dayFirst: sureOrder(first) } as const;
  const columns = await Promise.all(
    staged.names.map(async (name, index) => ({
      index,
      name,
      filled: filled[index] ?? 0,
      distinct: counts[index] ?? 0,
      shape:
        first[index]?.date?.sure === false
          ? valueShape(name, values[index] ?? [], better)
          : (first[index] as ValueShape),
      words:
        (counts[index] ?? 0) > mostWords
          ? commonest(values[index] ?? [])
          : await wordsOf(table, index, missing),
      sample: values[index] ?? [],
    })),
  );
  const thousands =
    numbers.find((each) => each.decimal === decimal && each.thousands !== '')?.thousands ?? '';
  return { rows, columns, missing, decimal, thousands, sampled: rows > sampleRows };
}

/** Whether the dates that leave no doubt have the day first; null where there are none, or both. */
function sureOrder(shapes: readonly ValueShape[]): boolean | null {
  const orders = new Set(
    shapes.flatMap(({ date }) =>
      date?.sure && /^(DD|MM)\W/.test(date.format) ? [date.format.startsWith('DD')] : [],
    ),
  );
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
}

const column = (index: number): string => `trim(raw_${index})`;

async function sampleOf(table: Table, { names }: Staged): Promise<string[][]> {
  const rows = await table.rows(
    `SELECT ${names.map((_, index) => `raw_${index}`).join(', ')} FROM ${relation} USING SAMPLE reservoir(${sampleRows} ROWS) REPEATABLE (7)`,
  );
  return names.map((_, index) =>
    rows.flatMap((row) => {
      const value = row[`raw_${index}`];
      return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
    }),
  );
}

async function countsOf(table: Table, { names }: Staged): Promise<[number, number[]]> {
  const columns = names.map((_, index) => `approx_count_distinct(${column(index)}) AS d${index}`);
  const [row = {}] = await table.rows(`SELECT count(*) AS n, ${columns.join(', ')} FROM ${relation}`);
  return [Number(row['n']), names.map((_, index) => Number(row[`d${index}`]))];
}

async function filledOf(table: Table, { names }: Staged, missing: readonly string[]): Promise<number[]> {
  const columns = names.map(
    (_, index) => `count(*) FILTER (${column(index)} NOT IN ${literals(['', ...missing])}) AS f${index}`,
  );
  const [row = {}] = await table.rows(`SELECT ${columns.join(', ')} FROM ${relation}`);
  return names.map((_, index) => Number(row[`f${index}`]));
}

/** Words that mean "no value" everywhere, and others where the rest of the column has a type of its own. */
function missingOf(names: readonly string[], sample: readonly (readonly string[])[]): string[] {
  const found = new Set<string>();
  sample.forEach((values, index) => {
    const present = new Set(values);
    for (const word of missingWords) if (present.has(word)) found.add(word);
    const doubtful = perhapsMissing.filter((word) => present.has(word));
    if (doubtful.length === 0) return;
    const rest = values.filter(
      (value) => !(doubtful as readonly string[]).includes(value) && !found.has(value),
    );
    const hints: Hints = { dayFirst: null, delimiter: ',', decimal: '.' };
    const { type } = valueShape(names[index] ?? '', rest, hints);
    if (
      ['time', 'clock', 'number', 'integer'].includes(type) ||
      values.length - rest.length > values.length / 4
    ) {
      for (const word of doubtful) if (word !== 'unknown') found.add(word);
    }
  });
  return [...found];
}

/** Beyond so many different values only the sample is asked which are common. */
const mostWords = 2_000;
const shownWords = 60;

const commonest = (values: readonly string[]): (readonly [string, number])[] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, all]) => [value, all.length] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, shownWords);

async function wordsOf(
  table: Table,
  index: number,
  missing: readonly string[],
): Promise<(readonly [string, number])[]> {
  const rows = await table.rows(
    `SELECT ${column(index)} AS word, count(*) AS n FROM ${relation} WHERE ${column(index)} NOT IN ${literals(['', ...missing])} GROUP BY 1 ORDER BY n DESC, word LIMIT ${shownWords}`,
  );
  return rows.map((row) => [String(row['word']), Number(row['n'])] as const);
}
