import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../answer.ts';
import { catalogue } from '../catalogue/index.ts';
import type { MetricDefinition } from '../definition.ts';
import type { Figure } from '../figure.ts';
import type { Question } from '../question.ts';
import { dataThrough, worldOf } from '../reference/worlds.ts';
import { warehouseOf } from '../testing.ts';
import { dimensionsOf } from './dimension.ts';

const dimensions = ['channel', 'category', 'team', 'agent', 'tag', 'weekday'] as const;

const askingOf = (metrics: readonly MetricDefinition[]) =>
  fc.record({
    metric: fc.constantFrom(...metrics),
    by: fc.subarray([...dimensions], { maxLength: 2 }),
    month: fc.constantFrom('01', '02', '03'),
    grain: fc.constantFrom(null, null, 'week', 'day'),
    compare: fc.subarray(['previous', 'last_year'] as const),
  });

type Asking = ReturnType<typeof askingOf> extends fc.Arbitrary<infer T> ? T : never;

test('the same dimensions in two orders are answered in both', async () => {
  const warehouse = await warehouseOf({
    case_facts: ['phone', 'email', 'phone'].map((channel, i) => ({
      channel,
      team: `T${i % 2}`,
      customer_id: `K${i}`,
      opened_at: '2025-01-07T09:00:00Z',
    })),
  });
  const one: Question = {
    asks: [{ metric: 'cases_opened', stats: [] }],
    period: { from: '2025-01-01', to: '2025-02-01' },
    zone: 'UTC',
    by: ['channel', 'team'],
    where: [],
    rules: {},
    compare: [],
  };
  const [there = [], back = []] = await answer(warehouse, [
    one,
    { ...one, by: ['team', 'channel'] },
    { ...one, by: [] },
  ]);
  const values = (figures: readonly Figure[]) =>
    figures.map(({ segment, value }) => [segment.channel, segment.team, value]).sort();
  expect(values(there)).toEqual([
    ['email', 'T1', 1],
    ['phone', 'T0', 2],
  ]);
  expect(values(back)).toEqual(values(there));
  await warehouse.close();
});

/** Few metrics, so that most questions have rows in common. */
const questionsOf = fc
  .shuffledSubarray([...catalogue], { minLength: 3, maxLength: 3 })
  .chain((metrics) => fc.array(askingOf(metrics).map(questionOf), { minLength: 8, maxLength: 12 }));

function questionOf({ metric, by, month, grain, compare }: Asking): Question {
  const known = dimensionsOf(metric.flowFact ?? metric.fact);
  const own = dimensionsOf(metric.fact);
  return {
    asks: [{ metric: metric.name, stats: [] }],
    period: { from: `2025-${month}-01`, to: `2025-0${Number(month) + 1}-01` },
    zone: 'Europe/Rome',
    by: by.filter((each) => known.includes(each) && own.includes(each)),
    where: [],
    rules: {},
    compare,
    ...(grain === null ? {} : { grain }),
  };
}

/** The family is all that was asked together; everything else must not know of it. */
const alone = ({ comparisons, ...figure }: Figure) => ({
  ...figure,
  comparisons: comparisons.map((each) => ({ ...each, among: null })),
});

/** Sums of fractions may differ in their last digit, by the order in which rows are read. */
const rounded = (figures: readonly Figure[]): unknown =>
  JSON.parse(JSON.stringify(figures.map(alone)), (_, value) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value,
  );

test('questions that are asked together and share statements are answered as each would be alone', async () => {
  await fc.assert(
    fc.asyncProperty(worldOf, questionsOf, async (world, questions) => {
      const warehouse = await warehouseOf(world, dataThrough);
      const together = await answer(warehouse, questions, { people: true });
      for (const [i, question] of questions.entries()) {
        const [separate = []] = await answer(warehouse, [question], { people: true });
        expect(rounded(together[i] ?? []), JSON.stringify(question)).toEqual(rounded(separate));
      }
      await warehouse.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
