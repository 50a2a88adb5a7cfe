import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate, startOfDay } from '../../model/index.ts';
import type { FactName } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import type { Figure } from '../figure.ts';
import { isMultiple } from '../plan/dimension.ts';
import type { Question } from '../question.ts';
import { rowsBehind } from '../rows-behind.ts';
import { anchorColumn } from '../rule-values.ts';
import { warehouseOf } from '../testing.ts';
import { plainValues } from './plain-dimensions.ts';
import { plainFigure } from './plain-figure.ts';
import { plainMeasures } from './plain-measures.ts';
import { catalogue, looksAt, type Tried, tries, zone } from './tries.ts';
import { dataThrough, type PlainRow, worldOf } from './worlds.ts';

/** The rows that a question is about, by the plain rules of periods, filters and populations. */
function rowsOf(
  { metric, rules, question: { period, where } }: Tried,
  world: Partial<Record<FactName, readonly PlainRow[]>>,
  fact: FactName = metric.fact,
  anchor = anchorColumn(metric, rules),
): readonly PlainRow[] {
  const end = endOf(period);
  const within = (row: PlainRow): boolean => {
    if (metric.stock !== undefined) {
      const until = row[metric.stock.until];
      return before(row[metric.stock.since], end) && (typeof until !== 'string' || !before(until, end));
    }
    const at = row[anchor];
    const date = typeof at === 'string' ? localDate(at, zone) : '';
    return period === 'all' || (date >= period.from && date < period.to);
  };
  const along = { fact, rules, anchor, zone };
  const kept = where.filter(({ dimension }) => dimension !== metric.shareOf);
  return (world[fact] ?? []).filter(
    (row) =>
      (row.left_out ?? null) === null &&
      within(row) &&
      kept.every(({ dimension, values }) =>
        plainValues(row, dimension, along).some((value) => values.includes(value)),
      ),
  );
}

/** All time ends with the last day of the data. */
const endOf = (period: Question['period']): string =>
  startOfDay(period === 'all' ? addDays(localDate(dataThrough, zone), 1) : period.to, zone);

const before = (at: unknown, end: string): boolean =>
  typeof at === 'string' && Date.parse(at) < Date.parse(end);

test('every metric has a plain reading that it is held against', () => {
  expect(catalogue.map(({ name }) => name).filter((name) => plainMeasures[name] === undefined)).toEqual([]);
});

const period = fc.constantFrom('all' as const, { from: '2025-03-10', to: '2025-04-05' });
const picks = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 });

test('every metric by every rule, split and filtered by any dimension, agrees with a plain reading of the rows', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(worldOf, period, picks, async (world, when, chosen) => {
      const warehouse = await warehouseOf(world, dataThrough);
      try {
        const tried = tries(looksAt(world, chosen), when);
        const questions = tried.map(({ question }) => question);
        const answers = await answer(warehouse, questions, {
          businessHours: true,
          people: true,
          metrics: catalogue,
        });
        for (const [i, each] of tried.entries()) {
          holdAgainst(each, answers[i] ?? [], world);
          await openRows(each, answers[i]?.at(-1), warehouse, world);
        }
      } finally {
        await warehouse.close();
      }
    }),
    { numRuns: Number(process.env.WORLDS ?? 6), endOnFailure: true },
  );
});

function holdAgainst(
  tried: Tried,
  figures: readonly Figure[],
  world: Partial<Record<FactName, readonly PlainRow[]>>,
): void {
  const { metric, rules, question } = tried;
  const { figure: plain } = plainOf(tried, world);
  for (const figure of figures) {
    if (figure.missing === 'no_data') continue;
    const context = `${metric.name} ${figure.stat} ${JSON.stringify([rules, figure.segment, question.where])}`;
    const { value, n } = plain(figure.stat, figure.segment);
    expect([context, figure.n]).toEqual([context, n]);
    if (n === 0) expect([context, figure.value ?? 0]).toEqual([context, 0]);
    else if (value === null) expect([context, figure.value]).toEqual([context, null]);
    else expect(Math.abs((figure.value ?? NaN) - value), context).toBeLessThan(1e-6 * (1 + Math.abs(value)));
  }
  if (metric.additive && !question.by.some((name) => isMultiple(name, metric.fact, rules)))
    partsMakeTheWhole(tried, figures, plain(metric.headline[0] ?? 'count', {}).value ?? 0);
}

const plainOf = (tried: Tried, world: Partial<Record<FactName, readonly PlainRow[]>>) =>
  plainFigure(tried, (fact, anchor) => rowsOf(tried, world, fact, anchor), {
    zone,
    others: world[tried.metric.fact] ?? [],
    end: endOf(tried.question.period),
  });

/** The rows behind a figure, by the default rules: as many as it counts, with what each counted for. */
async function openRows(
  tried: Tried,
  figure: Figure | undefined,
  warehouse: Warehouse,
  world: Partial<Record<FactName, readonly PlainRow[]>>,
): Promise<void> {
  const { metric, question } = tried;
  if (figure === undefined || figure.missing === 'no_data' || metric.shareOf !== undefined) return;
  if (Object.keys(question.rules).length > 0) return;
  const context = { people: true, metrics: catalogue };
  const rows = await Array.fromAsync(rowsBehind(warehouse, figure.rows, context));
  const plain = plainOf(tried, world).population(figure.segment);
  const about = `rows of ${metric.name} ${JSON.stringify([figure.segment, question.where])}`;
  expect([about, rows.length]).toEqual([about, plain.length]);
  const hits = (all: readonly unknown[]): number => all.filter((hit) => hit === true).length;
  if (plain.some(({ hit }) => hit !== undefined) && rows.some(({ _hit }) => _hit !== undefined))
    expect([about, hits(rows.map(({ _hit }) => _hit))]).toEqual([about, hits(plain.map(({ hit }) => hit))]);
}

/** Sums over the segments of an additive metric; an empty world has no parts. */
function partsMakeTheWhole({ metric, question }: Tried, figures: readonly Figure[], whole: number): void {
  const [stat] = metric.headline;
  const parts = figures.filter((figure) => figure.stat === stat && figure.missing === null);
  if (question.by.length === 0 || parts.length === 0) return;
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
  expect([metric.name, question.by, sum.toFixed(9)]).toEqual([metric.name, question.by, whole.toFixed(9)]);
}
