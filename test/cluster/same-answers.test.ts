import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { answer } from '../../src/metrics/answer.ts';
import { catalogue as unpriced } from '../../src/metrics/catalogue/index.ts';
import type { MetricDefinition } from '../../src/metrics/definition.ts';
import { dimensionsOf } from '../../src/metrics/plan/dimension.ts';
import type { Question } from '../../src/metrics/question.ts';
import { priced } from '../../src/metrics/rates.ts';
import { differenceRows, reconcileSources } from '../../src/metrics/reconcile/index.ts';
import { exampleRates } from '../../src/metrics/reference/example-rates.ts';
import { dataThrough, worldOf } from '../../src/metrics/reference/worlds.ts';
import { resolveRules, ruleUses } from '../../src/metrics/rule-values.ts';
import { ruleOf } from '../../src/metrics/rules.ts';
import { warehouseOf } from '../../src/metrics/testing.ts';
import { factNames } from '../../src/warehouse/facts.ts';
import { type DuckDbWarehouse, openWarehouse } from '../../src/warehouse/index.ts';
import { warehouseWith } from '../../src/warehouse/testing.ts';
import { openTrino } from '../../src/warehouse/trino/open.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';
import { apart } from './same.ts';
import { copied } from './testing.ts';

const catalogue = priced(unpriced, exampleRates);
const context = { people: true, businessHours: true, metrics: catalogue };
const zone = 'Europe/Rome';
const spring = { from: '2025-03-01', to: '2025-06-01' };

/** Means over cases that are not finished are not known. */
const statsOf = (metric: MetricDefinition, typed: Question['rules']) =>
  resolveRules(metric, typed, []).open_cases === 'included'
    ? metric.stats.filter((stat) => /median|^p\d/.test(stat))
    : metric.stats;

const about = (metric: MetricDefinition, more: Partial<Question> = {}): Question => ({
  asks: [{ metric: metric.name, stats: statsOf(metric, more.rules ?? {}) }],
  period: spring,
  zone,
  by: [],
  where: [],
  rules: {},
  compare: [],
  ...more,
});

/** Each rule of a metric once with each of its other values. */
const ruleSets = (
  metric: MetricDefinition,
  dimensions: readonly string[] = [],
): readonly Question['rules'][] =>
  ruleUses(metric, dimensions).flatMap(({ token, default: usual, values }) => {
    const listed = values ?? Object.keys(ruleOf(token).values ?? {});
    const tried = listed.length > 0 ? listed : ['2 min', '30 d'];
    return tried.filter((value) => value !== usual).map((value) => ({ [token]: value }));
  });

const dimensionsFor = ({ fact, flowFact }: MetricDefinition): readonly string[] => {
  const others = flowFact === undefined ? null : dimensionsOf(flowFact);
  return [...dimensionsOf(fact).filter((name) => others?.includes(name) ?? true), 'attributes.region'];
};

async function bothSay(
  [a, b]: readonly [Warehouse, Warehouse],
  questions: readonly Question[],
): Promise<{ readonly figures: number; readonly apart: readonly string[] }> {
  const [here, there] = await Promise.all([answer(a, questions, context), answer(b, questions, context)]);
  return { figures: here.flat().length, apart: apart(here, there).slice(0, 20) };
}

describe('the demo company asked on both engines', () => {
  let both: readonly [DuckDbWarehouse, Warehouse];
  beforeAll(async () => {
    const { embedded, warehouse } = inject('onBoth');
    both = [
      await openWarehouse({ path: join(embedded, 'tidemark.duckdb'), readOnly: true }),
      await openTrino({ warehouse }),
    ];
  });
  afterAll(() => Promise.all(both.map((each) => each.close())));

  test('both hold the same data', async () => {
    expect(await both[1].state()).toEqual(await both[0].state());
  });

  test('every metric by every rule, compared with the time before', async () => {
    const questions = catalogue.flatMap((metric) =>
      [{}, ...ruleSets(metric)].map((rules) => about(metric, { rules, compare: ['previous'] })),
    );
    const said = await bothSay(both, questions);
    expect(said.apart).toEqual([]);
    expect(said.figures).toBeGreaterThan(questions.length);
  });

  test('every metric by every dimension', async () => {
    let figures = 0;
    for (const [, metrics] of Map.groupBy(catalogue, ({ fact }) => fact)) {
      const questions = metrics.flatMap((metric) =>
        dimensionsFor(metric).map((dimension) => about(metric, { by: [dimension] })),
      );
      const said = await bothSay(both, questions);
      expect(said.apart).toEqual([]);
      figures += said.figures;
    }
    // Some facts the demo company has no rows of; tens of thousands of figures are about the others.
    expect(figures).toBeGreaterThan(10_000);
  });

  test('every metric by whose work it is, by every rule of that', async () => {
    const questions = catalogue
      .filter(({ fact }) => dimensionsOf(fact).includes('agent'))
      .flatMap((metric) =>
        ruleSets(metric, ['agent'])
          .filter((rules) => 'credit' in rules)
          .map((rules) => about(metric, { by: ['agent'], rules })),
      );
    expect((await bothSay(both, questions)).apart).toEqual([]);
  });

  test('every metric by week, of all time, and filtered', async () => {
    const questions = catalogue.flatMap((metric) => {
      const [dimension = 'source'] = dimensionsFor(metric).filter(
        (name) => name === 'channel' || name === 'team',
      );
      const where = [{ dimension, values: ['email', 'phone', null] }];
      return [
        about(metric, { grain: 'week', period: { from: '2025-03-15', to: '2025-04-15' } }),
        about(metric, { period: 'all' }),
        about(metric, { where, by: [dimension] }),
      ];
    });
    expect((await bothSay(both, questions)).apart).toEqual([]);
  });

  test('every metric with the bins of its values', async () => {
    const questions = catalogue
      .filter(({ unit, stats }) => unit === 'seconds' && stats.includes('median'))
      .map((metric) =>
        about(metric, { asks: [{ metric: metric.name, stats: ['distribution'] }], rules: finished(metric) }),
      );
    expect((await bothSay(both, questions)).apart).toEqual([]);
  });
});

const finished = (metric: MetricDefinition): Question['rules'] =>
  resolveRules(metric, {}, []).open_cases === undefined ? {} : { open_cases: 'finished_only' };

test('two sources are held against each other alike, every difference and every row', async () => {
  const opened_at = '2025-03-10T09:00:00Z';
  const ours = (id: string, more: object = {}) => ({
    id,
    source: 'desk',
    opened_at,
    customer_id: `c-${id}`,
    ...more,
  });
  const differing = { priority: 'high', handle_s: 60, closed_at: '2025-03-11T09:00:00.5Z' };
  const here = await warehouseWith({
    cases: [
      ...['a', 'b', '0042', 'alone'].map((id) => ours(id, differing)),
      ours('gone', { left_out: 'deleted' }),
      ours('twice', { customer_id: 'c-a' }),
      ours('late', { opened_at: '2025-04-20T09:00:00Z' }),
      ...['a', 'b', '42'].map((id) => ({
        ...ours(id),
        source: 'export',
        priority: 'urgent',
        handle_s: 1,
        closed_at: '2025-03-11T10:00:00.5Z',
      })),
    ],
    events: [{ case_id: 'alone', at: opened_at, kind: 'merged' }],
  });
  const there = await copied(here);
  const sides = { record: 'cases', a: 'desk', b: 'export', keys: { a: 'id', b: 'id' } } as const;
  try {
    const told = await reconcileSources(here, sides);
    expect(told.differences.length).toBeGreaterThan(6);
    expect(await reconcileSources(there, sides)).toEqual(told);
    const [a, b] = [differenceRows(here, sides), differenceRows(there, sides)];
    expect((await Array.fromAsync(b)).flat()).toEqual((await Array.fromAsync(a)).flat());
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
});

test('a score of which only zeros are known is known', async () => {
  const scores = [0, 0, 0, null, null];
  const surveys = scores.map((score, i) => ({
    id: `s${i}`,
    kind: 'csat',
    sent_at: '2025-03-01T09:00:00Z',
    ...(score === null ? {} : { score, answered_at: '2025-03-02T09:00:00Z' }),
  }));
  const here = await warehouseWith({ surveys });
  const there = await copied(here);
  try {
    const known = there.db.selectFrom('survey_facts').select('id').where('score', 'is not', null);
    expect(await there.rows(known)).toHaveLength(3);
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
});

test('random worlds with ties and unknowns in every column', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(worldOf, async (world) => {
      const here = await warehouseOf(world, dataThrough);
      const there = await copied(here, { only: [...factNames, 'contents', 'changes'] });
      try {
        const { dataThrough } = await here.state();
        const onCluster = { ...there, state: async () => ({ ...(await there.state()), dataThrough }) };
        const questions = catalogue.flatMap((metric) => [
          about(metric, { period: 'all' }),
          ...dimensionsFor(metric).map((dimension) => about(metric, { period: 'all', by: [dimension] })),
        ]);
        expect((await bothSay([here, onCluster], questions)).apart).toEqual([]);
      } finally {
        await Promise.all([here.close(), there.close()]);
      }
    }),
    { numRuns: Number(process.env.WORLDS ?? 1), endOnFailure: true },
  );
});
