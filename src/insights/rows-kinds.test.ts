import { expect, test } from 'vitest';
import { warehouseOf } from '../metrics/testing.ts';
import { handOverLoop } from './hand-over-loop.ts';
import { holdUp } from './hold-up.ts';
import { hoursThatDoNotMatch } from './hours-that-do-not-match.ts';
import type { Found, InsightKind } from './kind.ts';
import { leftForAnother } from './left-for-another.ts';
import { promisesAtRisk } from './promises-at-risk.ts';
import { contactProblems } from './quality-of-contacts.ts';
import { desk, figure, many, scope } from './testing.ts';
import { urgentWaiting } from './urgent-waiting.ts';

type Some = Parameters<typeof warehouseOf>[0];

const through = '2025-03-31T12:00:00Z';

async function looked(
  kind: InsightKind,
  facts: Some,
  some: Parameters<typeof scope>[0] = {},
): Promise<Found> {
  const warehouse = await warehouseOf(facts, through);
  const known = scope(some);
  const here = desk(warehouse, { through });
  const answers = await here.ask(kind.questions?.(known) ?? []);
  return (await kind.look?.(here, known, { answers, changes: [] })) ?? { insights: [] };
}

const day = (i: number): string => `2025-03-${String(1 + (i % 28)).padStart(2, '0')}`;

test('a promise that is still running and late in its time is named while it can be kept', async () => {
  const promise = { state: 'running', started_at: '2025-03-30T09:00:00Z', opened_at: '2025-03-30T09:00:00Z' };
  const facts = {
    sla_facts: [
      { ...promise, case_id: 'a', at_risk_at: '2025-03-31T11:00:00Z', due_at: '2025-03-31T13:00:00Z' },
      { ...promise, case_id: 'b', at_risk_at: '2025-03-31T20:00:00Z', due_at: '2025-03-31T23:00:00Z' },
      { ...promise, case_id: 'c', state: 'met', at_risk_at: null, due_at: null },
    ],
  };
  const { insights } = await looked(promisesAtRisk, facts);
  expect(insights.map(({ size, headline }) => [size.value, headline.facts['cases']])).toEqual([
    [1, { as: 'list', items: ['a'] }],
  ]);
  const past = { period: { from: '2025-01-01', to: '2025-02-01' } };
  expect((await looked(promisesAtRisk, facts, past)).insights).toEqual([]);
});

test('an urgent case without an answer is told where later ones were answered before it', async () => {
  const facts = {
    case_facts: [
      { id: 'u', priority: 'urgent', asked_at: '2025-03-30T09:00:00Z', responded: false, resolved: false },
      { id: 'n', priority: 'normal', asked_at: '2025-03-30T10:00:00Z', responded: true, resolved: false },
      { id: 'o', priority: 'normal', asked_at: '2025-03-29T10:00:00Z', responded: true, resolved: false },
    ],
  };
  const { insights } = await looked(urgentWaiting, facts, { dimensions: ['priority'] });
  expect(insights[0]?.headline.facts).toMatchObject({ cases: { items: ['u'] }, later: { value: 1 } });
});

test('a category that waits for others far longer than the rest holds up', async () => {
  const stays = (category: string, waiting: number) =>
    many(40, (i) =>
      [
        { status: 'open', stay_s: 3600 },
        { status: 'on_hold', stay_s: waiting },
      ].map((stay) => ({
        ...stay,
        id: `${category}${i}${stay.status}`,
        case_id: `${category}${i}`,
        category,
        opened_at: `${day(i)}T09:00:00Z`,
      })),
    ).flat();
  const { insights } = await looked(
    holdUp,
    { stages: [...stays('repair', 7200), ...stays('order', 900)] },
    { dimensions: ['category'] },
  );
  // 2 of 3 hours against a quarter of 5: 66.7 % and 20 %.
  expect(insights.map(({ subject }) => subject.segment)).toEqual([{ category: 'repair' }]);
  expect(insights[0]?.headline.facts['share']).toEqual({ as: 'share', value: expect.closeTo(2 / 3) });
  expect(insights[0]?.because[0]?.facts['elsewhere']).toEqual({ as: 'share', value: expect.closeTo(0.2) });
});

test('hours at which many give up are named, with how busy people are then', async () => {
  const calls = (hour: number, abandoned: number) =>
    many(100, (i) => ({
      id: `${hour}-${i}`,
      arrived_at: `${day(i)}T${String(hour).padStart(2, '0')}:30:00Z`,
      offered: true,
      answered: i >= abandoned,
      wait_s: 10,
    }));
  const facts = { contact_facts: [...calls(8, 5), ...calls(9, 5), ...calls(12, 30), ...calls(14, 5)] };
  const { insights } = await looked(hoursThatDoNotMatch, facts, {
    metrics: ['abandonment_rate'],
    dimensions: [],
    zone: 'UTC',
  });
  // 30 % against 5 %: 25 of 100 callers gave up for want of people.
  expect(insights[0]?.size).toEqual({ value: expect.closeTo(25), unit: 'customers' });
  expect(insights[0]?.headline.facts['hours']).toMatchObject({
    items: [{ message: { facts: { hour: '12' } } }],
  });
});

test('callers who hang up and write the next day have left the telephone', async () => {
  const asks = many(100, (i) => [
    {
      id: `a${i}`,
      customer_id: `c${i}`,
      channel: 'phone',
      outcome: 'abandoned',
      asked_at: `${day(i)}T09:00:00Z`,
    },
    ...(i < 40
      ? [
          {
            id: `b${i}`,
            customer_id: `c${i}`,
            channel: 'email',
            outcome: 'served',
            asked_at: `${day(i)}T19:00:00Z`,
          },
        ]
      : []),
  ]).flat();
  const headline = [figure({ metric: 'abandonment_rate', value: 0.1 })];
  const { insights } = await looked(
    leftForAnother,
    { ask_facts: asks },
    { headline, dimensions: ['channel'] },
  );
  expect(insights[0]?.headline.facts).toMatchObject({
    n: { value: 40 },
    all: { value: 100 },
    to: { value: 'email' },
  });
});

test('a loop is told at the channel that holds it, with the way that most cases went', async () => {
  const cases = many(100, (i) => ({
    id: `c${i}`,
    category: 'refund',
    channel: i < 50 ? 'web_form' : 'email',
    opened_at: `${day(i)}T09:00:00Z`,
    returned: i < 20 ? 1 : 0,
  }));
  const others = many(100, (i) => ({
    id: `o${i}`,
    category: 'order',
    channel: 'web_form',
    opened_at: `${day(i)}T09:00:00Z`,
    returned: 0,
  }));
  const stages = many(20, (i) =>
    ['A', 'B', 'A', 'B'].map((team, step) => ({
      id: `${i}-${step}`,
      case_id: `c${i}`,
      sequence: step,
      team,
    })),
  ).flat();
  const { insights } = await looked(
    handOverLoop,
    { case_facts: [...cases, ...others], stages },
    { dimensions: ['category', 'channel', 'team'] },
  );
  expect(insights.map(({ subject }) => subject.segment)).toEqual([
    { category: 'refund', channel: 'web_form' },
  ]);
  expect(insights[0]?.because[1]?.facts['way']).toMatchObject({
    items: ['A', 'B', 'A', 'B'].map((value) => ({ as: 'value', dimension: 'team', value })),
  });
});

test('one agent with many calls under ten seconds is a data problem, and named only where people are on', async () => {
  const calls = ['x', 'y', 'z'].flatMap((agent_id) =>
    many(100, (i) => ({
      id: `${agent_id}${i}`,
      agent_id,
      answered: true,
      talk_s: agent_id === 'x' && i < 30 ? 4 : 200,
      wrap_s: i < 50 ? 10 : null,
    })),
  );
  const warehouse = await warehouseOf({ contact_facts: calls });
  const problems = await contactProblems(warehouse, { people: false });
  expect(problems).toEqual([
    { code: 'missingWrap', count: 150, of: 300, facts: {} },
    { code: 'hangingUp', count: 30, of: 100, facts: { agents: 1, named: 'no', who: '', seconds: 10 } },
  ]);
  const [, named] = await contactProblems(warehouse, { people: true });
  expect(named?.facts).toMatchObject({ named: 'yes', who: 'x' });
});
