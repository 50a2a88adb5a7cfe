import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normalDraws } from '../chance/index.ts';
import type { Row, Warehouse } from '../warehouse/warehouse.ts';
import { comparePeople } from './compare-people.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';

const draw = normalDraws(7);

/** Calls of one agent: `hard` of them take four times as long, and `slow` makes all of them longer. */
const calls = (agent: string, easy: number, hard: number, slow = 1): Row[] =>
  Array.from({ length: easy + hard }, (_, i) => ({
    id: `${agent}/${i}`,
    agent_id: agent,
    category: i < easy ? 'easy' : 'hard',
    channel: 'phone',
    arrived_at: `2025-03-${String((i % 20) + 1).padStart(2, '0')}T10:00:00Z`,
    answered: true,
    offered: true,
    talk_s: Math.round(slow * (i < easy ? 60 : 240) * Math.exp(0.4 * draw())),
  }));

const question = (metric: string, more: Partial<Question> = {}): Question => ({
  asks: [{ metric, stats: [] }],
  period: { from: '2025-03-01', to: '2025-04-01' },
  zone: 'UTC',
  by: [],
  where: [],
  rules: {},
  compare: [],
  ...more,
});

const allowed = { people: true };

describe('a desk where the work differs more than the people', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    const fair = ['ada', 'bo', 'cy', 'di'].map((name, i) => calls(name, 40 + 30 * i, 130 - 30 * i));
    warehouse = await warehouseOf({ contact_facts: [...fair.flat(), ...calls('eve', 85, 85, 1.8)] });
  });
  afterAll(() => warehouse.close());

  test('hard work does not make anyone slow; who is slow with the same work is named', async () => {
    const found = await comparePeople(warehouse, question('talk_time'), 'agent', allowed);
    expect(found).toMatchObject({
      allChance: false,
      scale: 'log',
      stat: 'geometric_mean',
      mix: ['category', 'day'],
    });
    expect(found.people[0]).toMatchObject({ id: 'eve', verdict: 'signal' });
    expect(found.people[0]?.rank).toMatchObject({ low: 1, high: 1 });
    const others = found.people.slice(1);
    const raw = others.map((person) => person.raw);
    const fair = others.map((person) => person.value);
    expect(Math.max(...raw) / Math.min(...raw)).toBeGreaterThan(1.5);
    expect(Math.max(...fair) / Math.min(...fair)).toBeLessThan(1.15);
  });

  test('without the slow one all differences are chance', async () => {
    const where = [{ dimension: 'agent', values: ['ada', 'bo', 'cy', 'di'] }];
    const found = await comparePeople(warehouse, question('talk_time', { where }), 'agent', allowed);
    expect(found.allChance).toBe(true);
    expect(found.people.every(({ verdict }) => verdict !== 'signal')).toBe(true);
  });

  test('shares of the spread add up to the whole', async () => {
    const { shares } = await comparePeople(warehouse, question('talk_time'), 'agent', allowed);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(shares.map(({ name }) => name)).toEqual(['agent', 'category', 'day', 'chance']);
  });

  test('people are compared only where that is allowed, other groups always', async () => {
    const asked = comparePeople(warehouse, question('talk_time'), 'agent');
    await expect(asked).rejects.toMatchObject({ code: 'people_off' });
    const found = await comparePeople(warehouse, question('talk_time'), 'category');
    expect(found.people.map(({ id }) => id)).toEqual(['hard', 'easy']);
  });

  test('one group is nobody to compare with', async () => {
    const asked = comparePeople(warehouse, question('talk_time'), 'channel', allowed);
    await expect(asked).rejects.toMatchObject({ code: 'people_too_few' });
  });

  test('work that counts for several people says nothing about one of them', async () => {
    const asked = comparePeople(
      warehouse,
      question('reopen_rate', { rules: { credit: 'shared' } }),
      'agent',
      allowed,
    );
    await expect(asked).rejects.toMatchObject({ code: 'people_shared' });
  });

  test('what is no number of a single contact is refused', async () => {
    const asked = comparePeople(warehouse, question('contacts_per_customer'), 'team', allowed);
    await expect(asked).rejects.toMatchObject({ code: 'people_statistic' });
  });
});

describe('ratings', () => {
  let warehouse: Warehouse;
  const rated = (agent: string, n: number, good: number): Row[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `${agent}/${i}`,
      kind: 'csat',
      agent_id: agent,
      scale_min: 1,
      scale_max: 5,
      score: i < good ? 5 : 1,
      answered_at: `2025-03-${String((i % 27) + 1).padStart(2, '0')}T10:00:00Z`,
      dated: true,
    }));
  beforeAll(async () => {
    warehouse = await warehouseOf({
      survey_facts: [
        ...rated('ada', 5, 5),
        ...rated('bo', 300, 255),
        ...rated('cy', 300, 180),
        ...rated('di', 300, 255),
      ],
    });
  });
  afterAll(() => warehouse.close());

  test('five perfect ratings do not make the best agent', async () => {
    const { people } = await comparePeople(warehouse, question('csat'), 'agent', allowed);
    const ada = people.find(({ id }) => id === 'ada');
    expect(ada).toMatchObject({ raw: 1, verdict: 'cannot_tell_yet' });
    expect(ada?.value).toBeLessThan(0.95);
    expect(ada?.reliability).toBeLessThan(0.7);
    expect(ada?.moreNeeded).toBeGreaterThan(0);
    expect(people.find(({ id }) => id === 'cy')).toMatchObject({ verdict: 'signal', n: 300 });
    for (const { interval } of people) expect(interval.high).toBeLessThanOrEqual(1);
  });
});
