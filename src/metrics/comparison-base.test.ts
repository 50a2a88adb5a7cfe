import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type AnswerContext, answer } from './answer.ts';
import type { Figure } from './figure.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';
import { typedBases } from './typed-bases.ts';

let warehouse: Warehouse;

/** A hundred answers in a month of a team, `good` of them satisfied. */
const answers = (month: string, team: string, good: number) =>
  Array.from({ length: 100 }, (_, i) => ({
    id: `${month}/${team}/${i}`,
    kind: 'csat',
    team,
    channel: i % 2 === 0 ? 'email' : 'chat',
    scale_min: 1,
    scale_max: 5,
    score: i < good ? 5 : 2,
    answered_at: `${month}-${String((i % 28) + 1).padStart(2, '0')}T10:00:00Z`,
    dated: true,
  }));

beforeAll(async () => {
  warehouse = await warehouseOf({
    survey_facts: [
      ...answers('2025-01', 'Milan', 90),
      ...answers('2025-04', 'Milan', 70),
      ...answers('2025-05', 'Milan', 71),
      ...answers('2025-05', 'Turin', 95),
    ],
  });
});
afterAll(() => warehouse.close());

const may = { from: '2025-05-01', to: '2025-06-01' };
async function ask(more: Partial<Question>, context: AnswerContext = {}): Promise<readonly Figure[]> {
  const question: Question = {
    asks: [{ metric: 'csat', stats: [] }],
    period: may,
    zone: 'UTC',
    by: [],
    where: [],
    rules: {},
    compare: [],
    ...more,
  };
  const [figures = []] = await answer(warehouse, [question], context);
  return figures;
}

const milan = [{ dimension: 'team', values: ['Milan'] }];
const turin = typedBases(['segment:team=Turin']);

test('a segment is held against another one: 71 against 95 of 100 is a change', async () => {
  const [figure] = await ask({ where: milan, compare: turin });
  expect(figure?.comparisons[0]).toMatchObject({
    base: { kind: 'segment', value: 0.95, n: 100, where: [{ dimension: 'team', values: ['Turin'] }] },
    verdict: 'signal',
  });
  expect(figure?.comparisons[0]?.difference).toBeCloseTo(-0.24, 12);
});

test('each line of a split is held against the one that was named, and that one against nothing', async () => {
  const figures = await ask({ by: ['team', 'channel'], compare: turin });
  const told = figures.map(({ segment, comparisons: [comparison] }) => [
    `${segment['team']} ${segment['channel']}`,
    comparison?.missing ?? comparison?.base.value,
  ]);
  const of = (channel: string) =>
    figures.find(({ segment }) => segment['team'] === 'Turin' && segment['channel'] === channel)?.value;
  expect(Object.fromEntries(told)).toEqual({
    'Milan email': of('email'),
    'Milan chat': of('chat'),
    'Turin email': 'same_segment',
    'Turin chat': 'same_segment',
  });
});

test('a figure that contains the segment cannot be held against it', async () => {
  await expect(ask({ compare: turin })).rejects.toThrow('contains the segment team=Turin');
  await expect(ask({ compare: typedBases(['segment:towm=Turin']), where: milan })).rejects.toThrow();
});

test('a fixed baseline stays the same whatever the period', async () => {
  const compare = typedBases(['baseline:2025-01', 'previous']);
  const [figure] = await ask({ where: milan, compare });
  expect(figure?.comparisons.map(({ base }) => [base.kind, base.value])).toEqual([
    ['baseline', 0.9],
    ['previous', 0.7],
  ]);
  const [january] = await ask({ period: { from: '2025-01-01', to: '2025-02-01' }, where: milan, compare });
  expect(january?.comparisons[0]?.missing).toBe('same_period');
});

test('a benchmark is told with its source and date, and judged like a target', async () => {
  const benchmarks = [
    { metric: 'csat', value: 0.8, source: 'a survey of shops', date: '2024-06-01' },
    { metric: 'csat', value: 0.83, source: 'the same, a year later', date: '2025-06-01' },
  ];
  const [figure] = await ask({ compare: ['benchmark'] }, { benchmarks });
  expect(figure?.comparisons[0]).toMatchObject({
    base: { kind: 'benchmark', value: 0.83, source: 'the same, a year later', date: '2025-06-01' },
    verdict: 'cannot_tell_yet',
  });
  const [without] = await ask({ compare: ['benchmark'] });
  expect(without?.comparisons[0]?.missing).toBe('no_benchmark');
});

test('the contract does not care whether the gap is within chance', async () => {
  const targets = [{ metric: 'csat', value: 0.84, contract: 'Acme' }];
  const [figure] = await ask({ compare: ['target'] }, { targets });
  expect(figure?.value).toBe(0.83);
  expect(figure?.comparisons[0]).toMatchObject({
    contract: { name: 'Acme', breached: true },
    verdict: 'cannot_tell_yet',
  });
});

test('what is typed becomes bases; filters of one segment stay together', () => {
  expect(typedBases(['previous,segment:team=Turin,channel=email', 'baseline:2025-Q1'])).toEqual([
    'previous',
    {
      kind: 'segment',
      where: [
        { dimension: 'team', values: ['Turin'] },
        { dimension: 'channel', values: ['email'] },
      ],
    },
    { kind: 'baseline', period: { from: '2025-01-01', to: '2025-04-01' } },
  ]);
  expect(() => typedBases(['previus'])).toThrow('did you mean "previous"?');
  expect(() => typedBases(['baseline:all'])).toThrow();
});
