import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate, startOfDay } from '../../model/index.ts';
import { type FactName, factNames } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import { catalogue as unpriced } from '../catalogue/index.ts';
import type { MetricDefinition, Rules } from '../definition.ts';
import type { Figure } from '../figure.ts';
import { dimensionsOf, isMultiple } from '../plan/dimension.ts';
import type { Filter, Question } from '../question.ts';
import { priced } from '../rates.ts';
import { rowsBehind } from '../rows-behind.ts';
import { anchorColumn, resolveRules, ruleUses } from '../rule-values.ts';
import { type RuleToken, ruleOf } from '../rules.ts';
import { warehouseOf } from '../testing.ts';
import { exampleRates } from './example-rates.ts';
import { plainValues } from './plain-dimensions.ts';
import { plainFigure } from './plain-figure.ts';
import { plainMeasures } from './plain-measures.ts';
import { dataThrough, type PlainRow, worldOf } from './worlds.ts';

const zone = 'Europe/Rome';
const catalogue = priced(unpriced, exampleRates);

/** Another value than the default of a rule that is a time. */
const otherTimes: Partial<Record<RuleToken, readonly string[]>> = {
  'service_level.within': ['0 s', '2 min'],
  given_up_window: ['1 d', '30 d'],
  'contact_again.within': ['1 h', '30 d'],
};
const anyTime = ['60 s', '14 d'];

/** Each rule of a metric once with each of its values, the others at their defaults. */
function ruleSets(metric: MetricDefinition, dimensions: readonly string[]): readonly Rules[] {
  const others = ruleUses(metric, dimensions).flatMap(({ token, default: usual, values }) => {
    const listed = values ?? Object.keys(ruleOf(token).values ?? {});
    const tried = listed.length > 0 ? listed : (otherTimes[token] ?? anyTime);
    return tried.filter((value) => value !== usual).map((value) => ({ [token]: value }));
  });
  return [{}, ...others];
}

/** Means over cases that are not finished are not known; percentiles are. */
const statsOf = ({ stats }: MetricDefinition, rules: Rules) =>
  rules.open_cases === 'included' ? stats.filter((stat) => /median|^p\d/.test(stat)) : stats;

/** How a world is looked at: one choice a fact, so that its metrics share their statements. */
interface Look {
  readonly by: readonly string[];
  readonly where: readonly Filter[];
}
type Looks = Readonly<Record<FactName, Look>>;

const attribute = 'attributes.region';

/** No dimension, one, or two; and in some worlds a filter by a third. */
function looksAt(world: Partial<Record<FactName, readonly PlainRow[]>>, picks: readonly number[]): Looks {
  const look = (fact: FactName, f: number): Look => {
    const all = [...dimensionsOf(fact), attribute];
    const pick = (i: number): string => all[((picks[i] ?? 0) + f * 7) % all.length] ?? 'source';
    const by = [...new Set([pick(0), pick(1)])].slice(0, (picks[2] ?? 0) % 3);
    if ((picks[3] ?? 0) % 2 === 0) return { by, where: [] };
    const dimension = pick(4);
    const along = { fact, rules: {}, anchor: '', zone };
    const found = (world[fact] ?? []).flatMap((row) => plainValues(row, dimension, along));
    const values = [...new Set([...found, null])].slice(0, 2);
    return { by, where: [{ dimension, values }] };
  };
  return Object.fromEntries(factNames.map((fact, f) => [fact, look(fact, f)])) as Looks;
}

interface Tried {
  readonly metric: MetricDefinition;
  readonly question: Question;
  readonly rules: Rules;
}

function tries(looks: Looks, period: Question['period']): readonly Tried[] {
  return catalogue.flatMap((metric) => {
    const shared = dimensionsOf(metric.flowFact ?? metric.fact);
    const known = (name: string): boolean => name === attribute || shared.includes(name);
    const by = looks[metric.fact].by.filter(known);
    const where = looks[metric.fact].where.filter(({ dimension }) => known(dimension));
    const dimensions = [...by, ...where.map(({ dimension }) => dimension)];
    return ruleSets(metric, dimensions).map((typed): Tried => {
      const rules = resolveRules(metric, typed, dimensions);
      const asks = [{ metric: metric.name, stats: statsOf(metric, rules) }];
      return { metric, rules, question: { asks, period, zone, by, where, rules: typed, compare: [] } };
    });
  });
}

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
