import { expect, test } from 'vitest';
import { answer } from '../metrics/index.ts';
import { warehouseOf } from '../metrics/testing.ts';
import { changeQuestions } from './change-questions.ts';
import { changedPlaces } from './changed-places.ts';
import { growingIssue } from './growing-issue.ts';
import { about } from './kind.ts';
import { readingOf } from './reading.ts';
import { desk, figure, many, scope } from './testing.ts';
import { tooFewPeople } from './too-few-people.ts';

/** The two months that are compared, day by day: cases of three categories and two products, as many as a test says. */
const cell = (month: string, category: string, product: string, each: number) =>
  many(28 * each, (i) => ({
    id: `${month}-${category}-${product}-${i}`,
    category,
    product,
    opened_at: `2025-${month}-${String(1 + (i % 28)).padStart(2, '0')}T09:00:00Z`,
  }));

const about_ = scope({
  metrics: ['cases_opened'],
  dimensions: ['category', 'product'],
  period: { from: '2025-03-01', to: '2025-04-01' },
});

async function placesOf(cases: readonly object[]) {
  const warehouse = await warehouseOf({ case_facts: cases as never }, '2025-04-02T00:00:00Z');
  const [headline = []] = await answer(warehouse, [
    about(about_, ['cases_opened'], { compare: ['previous'] }),
  ]);
  const known = { ...about_, headline };
  const parts = (await desk(warehouse).ask(changeQuestions(known))).flat();
  return changedPlaces(parts, known, desk(warehouse));
}

test('a fault of one product is told of neither all of the product nor all of its category', async () => {
  const usual = ['02', '03'].flatMap((month) => [
    ...cell(month, 'fault', 'lamp', 2),
    ...cell(month, 'order', 'lamp', 6),
    ...cell(month, 'order', 'watch', 6),
  ]);
  const places = await placesOf([
    ...usual,
    ...cell('02', 'fault', 'watch', 1),
    ...cell('03', 'fault', 'watch', 8),
  ]);
  expect(places.map(({ place }) => place)).toEqual([{ category: 'fault', product: 'watch' }]);
  const found = await growingIssue.look?.(desk(await warehouseOf({})), about_, {
    answers: [],
    changes: places,
  });
  const [told] = found?.insights ?? [];
  expect(told?.headline.name).toBe('insight.growing');
  // 8 a day against 1 a day, over the 28 days that have any case: 196 more.
  expect(told?.size.value).toBeCloseTo(196, 0);
});

test('what grows everywhere alike is told once, as a whole', async () => {
  const month = (name: string, times: number) => [
    ...cell(name, 'fault', 'lamp', times),
    ...cell(name, 'order', 'lamp', times),
    ...cell(name, 'order', 'watch', times),
  ];
  const places = await placesOf([...month('02', 3), ...month('03', 6)]);
  expect(places.map(({ place, effect }) => [place, effect])).toEqual([[{}, 'count']]);
});

test('where nothing changed nothing is told', async () => {
  const month = (name: string) => [...cell(name, 'fault', 'lamp', 3), ...cell(name, 'order', 'watch', 5)];
  expect(await placesOf([...month('02'), ...month('03')])).toEqual([]);
});

test('callers who give up because half of the team was away are put down to the team', async () => {
  const calls = (month: string, abandoned: number) =>
    many(28 * 10, (i) => ({
      id: `${month}-${i}`,
      channel: 'phone',
      team: 'A',
      arrived_at: `2025-${month}-${String(1 + (i % 28)).padStart(2, '0')}T09:00:00Z`,
      offered: true,
      answered: Math.floor(i / 28) >= abandoned,
      outcome: Math.floor(i / 28) >= abandoned ? 'answered' : 'abandoned_in_queue',
      wait_s: 20,
    }));
  const there = (month: string, hours: number) =>
    many(28, (i) => {
      const day = `2025-${month}-${String(1 + i).padStart(2, '0')}`;
      return {
        day,
        day_begins: `${day}T00:00:00Z`,
        agent_id: 'x',
        team: 'A',
        available_s: hours * 3600,
        talking_s: 0,
        wrap_s: 0,
      };
    });
  const warehouse = await warehouseOf(
    {
      contact_facts: [...calls('02', 1), ...calls('03', 5)],
      presence_facts: [...there('02', 8), ...there('03', 4)],
    },
    '2025-04-02T00:00:00Z',
  );
  const asked = scope({ metrics: ['abandonment_rate'], dimensions: ['channel', 'team'] });
  const [headline = []] = await answer(warehouse, [
    about(asked, ['abandonment_rate'], { compare: ['previous'] }),
  ]);
  const known = { ...asked, headline };
  const changes = await changedPlaces(
    (await desk(warehouse).ask(changeQuestions(known))).flat(),
    known,
    desk(warehouse),
  );
  expect(changes.map(readingOf)).toEqual(['waiting']);
  const found = await tooFewPeople.look?.(desk(warehouse), known, { answers: [], changes });
  const [told] = found?.insights ?? [];
  expect(told?.headline.name).toBe('insight.staff.fewer');
  // Half of 8 hours a day; 4 more of 10 callers gave up: 112 of 280.
  expect(told?.because.at(-1)?.facts['less']).toEqual({ as: 'share', value: 0.5 });
  expect(told?.size).toEqual({ value: expect.closeTo(112), unit: 'customers' });
});

test('a change is told only where few others were looked at, and where it is as big as what matters', async () => {
  const here = desk(await warehouseOf({}));
  const others = (n: number) =>
    many(n, (i) => figure({ metric: `other_${i}`, value: 0.9 }, { before: 0.9, among: null }));
  const told = async (value: number, beside: number) => {
    const headline = [figure({ metric: 'csat', value }, { before: 0.9 }), ...others(beside)];
    return (await changedPlaces([], scope({ headline, dimensions: [] }), here)).map(
      (change) => change.figure.metric,
    );
  };
  // The fixture's p is 0.001, and 0.02 would matter: 0.025 ÷ 20 is above that p, 0.025 ÷ 30 below.
  expect(await told(0.86, 19)).toEqual(['csat']);
  expect(await told(0.86, 29)).toEqual([]);
  expect(await told(0.885, 19)).toEqual([]);
});
