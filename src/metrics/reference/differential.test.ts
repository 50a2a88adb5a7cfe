import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate } from '../../model/index.ts';
import { factTable } from '../../warehouse/facts.ts';
import { answer } from '../answer.ts';
import { catalogue } from '../catalogue/index.ts';
import type { MetricDefinition, Rules } from '../definition.ts';
import type { Question } from '../question.ts';
import { anchorColumn, resolveRules, ruleUses } from '../rule-values.ts';
import { ruleOf } from '../rules.ts';
import { warehouseOf } from '../testing.ts';
import { fieldsOf, plainMeasures } from './plain-measures.ts';
import { plainStatistic } from './plain-statistics.ts';
import { dataThrough, type PlainRow, worldOf } from './worlds.ts';

const zone = 'Europe/Rome';
const metrics = catalogue.filter(({ name }) => plainMeasures[name] !== undefined);

/** Each rule of a metric once with each of its values, the others at their defaults. */
function ruleSets(metric: MetricDefinition): readonly Rules[] {
  const others = ruleUses(metric).flatMap(({ token, values }) =>
    (values ?? Object.keys(ruleOf(token).values ?? {})).map((value) => ({ [token]: value })),
  );
  return [{}, ...others];
}

const statsOf = ({ stats }: MetricDefinition, rules: Rules) =>
  rules.open_cases === 'included' ? stats.filter((stat) => /median|^p\d/.test(stat)) : stats;

/** A dimension that the fact of a metric has, under the name of its column. */
const partOf = ({ fact }: MetricDefinition): string =>
  ['channel', 'team', 'service', 'segment'].find((name) => name in factTable(fact).dimensions) ?? 'source';

interface Cut {
  readonly period: Question['period'];
  readonly byChannel: boolean;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  period: fc.constantFrom('all' as const, { from: '2025-03-10', to: '2025-04-05' }),
  byChannel: fc.boolean(),
});

function expected(metric: MetricDefinition, rules: Rules, rows: readonly PlainRow[], { period }: Cut) {
  const anchor = anchorColumn(metric, rules);
  const inside = rows.filter((row) => {
    if (period === 'all') return true;
    const at = row[anchor];
    const date = typeof at === 'string' ? localDate(at, zone) : '';
    return date >= period.from && date < period.to;
  });
  const read = plainMeasures[metric.name];
  return inside
    .filter((row) => row.left_out === null)
    .map((row) => ({ row, plain: read?.(fieldsOf(row), rules) ?? null }))
    .filter(({ plain }) => plain !== null);
}

test('every metric by every rule agrees with a plain reading of the rows', { timeout: 120_000 }, async () => {
  expect(metrics.length).toBeGreaterThan(38);
  await fc.assert(
    fc.asyncProperty(worldOf, cut, async (world, how) => {
      const warehouse = await warehouseOf(world, dataThrough);
      try {
        const tried = metrics.flatMap((metric) => ruleSets(metric).map((typed) => ({ metric, typed })));
        const questions = tried.map(({ metric, typed }): Question => {
          const stats = statsOf(metric, resolveRules(metric, typed));
          const by = how.byChannel ? [partOf(metric)] : [];
          return {
            asks: [{ metric: metric.name, stats }],
            period: how.period,
            zone,
            by,
            where: [],
            rules: typed,
            compare: [],
          };
        });
        const answers = await answer(warehouse, questions, { businessHours: true });
        for (const [i, { metric, typed }] of tried.entries()) {
          const rules = resolveRules(metric, typed);
          const rows = expected(metric, rules, world[metric.fact as keyof typeof world], how);
          for (const figure of answers[i] ?? []) {
            const part = partOf(metric);
            const own = rows.filter(
              ({ row }) => !how.byChannel || (row[part] ?? null) === figure.segment[part],
            );
            const plain = plainStatistic(
              figure.stat,
              own.map((each) => each.plain ?? {}),
            );
            const context = `${metric.name} ${figure.stat} ${JSON.stringify([rules, figure.segment])}`;
            if (figure.missing === 'no_data') continue;
            expect([context, figure.n]).toEqual([context, plain.n]);
            if (plain.n === 0) expect([context, figure.value ?? 0]).toEqual([context, 0]);
            else if (plain.value === null) expect([context, figure.value]).toEqual([context, null]);
            else
              expect(Math.abs((figure.value ?? NaN) - plain.value), context).toBeLessThan(
                1e-6 * (1 + Math.abs(plain.value)),
              );
          }
        }
      } finally {
        await warehouse.close();
      }
    }),
    { numRuns: Number(process.env.WORLDS ?? 6), endOnFailure: true },
  );
});

test('the reference knows the facts that the catalogue reads', () => {
  for (const { fact } of metrics) expect(Object.keys(factTable(fact).columns).length).toBeGreaterThan(5);
});
