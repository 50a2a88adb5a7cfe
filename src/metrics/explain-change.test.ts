import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { explainChange } from './explain-change.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';
import { typedBases } from './typed-bases.ts';

/** Ratings of one month: `good` of `n` satisfied. */
const ratings = (month: string, team: string | null, good: number, n: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `${month}/${team}/${i}`,
    kind: 'csat',
    team,
    channel: i % 3 === 0 ? 'email' : 'chat',
    scale_min: 1,
    scale_max: 5,
    score: i < good ? 5 : 2,
    answered_at: `${month}-15T10:00:00Z`,
    dated: true,
  }));
const calls = (month: string, queue: string, seconds: readonly number[]) =>
  seconds.map((talk_s, i) => ({
    id: `${month}/${queue}/${i}`,
    queue,
    arrived_at: `${month}-10T10:00:00Z`,
    answered_at: `${month}-10T10:00:00Z`,
    answered: true,
    offered: true,
    outcome: 'answered',
    talk_s,
  }));

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await warehouseOf({
    survey_facts: [
      ...ratings('2025-04', 'Easy', 270, 300),
      ...ratings('2025-04', 'Hard', 50, 100),
      ...ratings('2025-05', 'Easy', 180, 200),
      ...ratings('2025-05', 'Hard', 100, 200),
      ...ratings('2025-05', null, 7, 10),
    ],
    contact_facts: [
      ...calls('2025-04', 'sales', [60, 70, 80, 90]),
      ...calls('2025-04', 'help', [300, 310]),
      ...calls('2025-05', 'sales', [61, 75]),
      ...calls('2025-05', 'help', [280, 330, 350]),
    ],
  });
});
afterAll(() => warehouse.close());

const ask = (
  metric: string,
  by: readonly string[],
  stats: Question['asks'][number]['stats'] = [],
): Question => ({
  asks: [{ metric, stats }],
  period: { from: '2025-05-01', to: '2025-06-01' },
  zone: 'UTC',
  by,
  where: [],
  rules: {},
  compare: [],
});

test('a fall because the hard team got more of the work is told as mix, segment by segment, to the last digit', async () => {
  const found = await explainChange(warehouse, ask('csat', ['team']), 'previous');
  expect(found.difference).toBeCloseTo(287 / 410 - 320 / 400, 12);
  expect(found.parts.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBeCloseTo(found.difference, 12);
  expect(found.mix?.verdict).toBe('signal');
  expect(found.rate?.verdict).not.toBe('signal');
  const nobody = found.parts.find(({ segment }) => segment['team'] === null);
  expect(nobody).toMatchObject({ before: null, rate: 0, rateVerdict: null });
});

test('means are split too, and counts by their own differences', async () => {
  const talk = await explainChange(warehouse, ask('talk_time', ['queue'], ['mean']), 'previous');
  expect(talk.parts.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBeCloseTo(talk.difference, 9);
  const arrived = await explainChange(warehouse, ask('contacts_arrived', ['queue']), 'previous');
  expect(arrived.parts.map(({ segment, rate }) => [segment['queue'], rate])).toEqual([
    ['sales', -2],
    ['help', 1],
  ]);
  expect(arrived.mix).toBeNull();
});

test('two segments are held against each other by what their work is made of', async () => {
  const hard = { ...ask('csat', ['channel']), where: [{ dimension: 'team', values: ['Hard'] }] };
  const [easy = 'previous' as const] = typedBases(['segment:team=Easy']);
  const found = await explainChange(warehouse, hard, easy);
  expect(found.difference).toBeCloseTo(0.5 - 0.9, 12);
  expect(found.parts.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBeCloseTo(-0.4, 12);
});

test('a median is no sum of its parts, and a target has none', async () => {
  await expect(explainChange(warehouse, ask('talk_time', ['queue'], ['median']), 'previous')).rejects.toThrow(
    'no sum of these parts',
  );
  await expect(explainChange(warehouse, ask('csat', ['team']), 'target')).rejects.toThrow(
    'on the other side (target)',
  );
});

test('whatever is split by whatever, the effects add up to the difference', async () => {
  const anyRows = fc.array(
    fc.record({
      month: fc.constantFrom('2025-04', '2025-05'),
      team: fc.constantFrom('a', 'b', null),
      channel: fc.constantFrom('email', 'chat'),
      score: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 2, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(
      anyRows,
      fc.constantFrom<readonly string[]>(['team'], ['team', 'channel']),
      async (rows, by) => {
        fc.pre(new Set(rows.map(({ month }) => month)).size === 2);
        const world = await warehouseOf({
          survey_facts: rows.map(({ month, ...row }) => ({
            ...row,
            kind: 'csat',
            scale_min: 1,
            scale_max: 5,
            answered_at: `${month}-15T10:00:00Z`,
            dated: true,
          })),
        });
        try {
          for (const stat of ['share', 'mean'] as const) {
            const found = await explainChange(world, ask('csat', by, [stat]), 'previous');
            const sum = found.parts.reduce((all, { rate, mix }) => all + rate + mix, 0);
            expect(sum).toBeCloseTo(found.difference, 10);
          }
        } finally {
          await world.close();
        }
      },
    ),
    { numRuns: 15 },
  );
});
