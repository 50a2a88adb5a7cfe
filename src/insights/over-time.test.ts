import { expect, test } from 'vitest';
import { warehouseOf } from '../metrics/testing.ts';
import { addDays } from '../model/index.ts';
import { warehouseWith } from '../warehouse/testing.ts';
import { earlyWarning } from './early-warning.ts';
import { inMoney } from './in-money.ts';
import type { Insight } from './insight.ts';
import { recordedChange } from './recorded-change.ts';
import { desk, figure, many, scope } from './testing.ts';
import { towardsTarget } from './towards-target.ts';
import { wordsTheyUse } from './words-they-use.ts';

const answersOf = (team: string, satisfied: (week: number) => number, first = '2024-12-30', weeks = 40) =>
  many(weeks, (week) =>
    many(30, (i) => ({
      id: `${team}${week}-${i}`,
      kind: 'csat',
      team,
      channel: 'email',
      sent_at: `${addDays(first, week * 7 + (i % 5))}T09:00:00Z`,
      answered_at: `${addDays(first, week * 7 + (i % 5))}T10:00:00Z`,
      dated: true,
      scale_min: 1,
      scale_max: 5,
      score: (i * 7 + week) % 30 < satisfied(week) ? 5 : 1,
    })),
  ).flat();

test('a team whose satisfaction has slipped for weeks is warned of, unless the period shows it as a change', async () => {
  const warehouse = await warehouseOf({
    survey_facts: [...answersOf('A', (week) => (week < 32 ? 27 : 17)), ...answersOf('B', () => 26)],
  });
  const known = scope({
    period: { from: '2025-09-01', to: '2025-10-06' },
    dimensions: ['team', 'channel'],
    dataFrom: '2024-12-30',
    zone: 'UTC',
  });
  const here = desk(warehouse);
  const answers = await here.ask(earlyWarning.questions?.(known) ?? []);
  const found = await earlyWarning.look?.(here, known, { answers, changes: [] });
  expect(found?.insights.map(({ subject }) => subject.segment)).toEqual([{ team: 'A', channel: 'email' }]);
  const made = figure({ metric: 'csat', value: 0.6 }, { before: 0.9 });
  const [comparison] = made.comparisons;
  if (comparison === undefined) throw new RangeError('a change is compared');
  const change = {
    figure: made,
    comparison,
    place: { team: 'A' },
    effect: 'rate',
    of: null,
    also: [],
  } as const;
  const again = await earlyWarning.look?.(here, known, { answers, changes: [change] });
  expect(again?.insights).toEqual([]);
});

test('a figure that keeps its target, but whose trend does not, is told before the target is missed', async () => {
  const from = '2025-04-07';
  const to = addDays(from, 26 * 7);
  const known = scope({ period: { from: addDays(to, -28), to }, dataFrom: from, zone: 'UTC' });
  const targets = [{ metric: 'csat', value: 0.72 }];
  const told = async (satisfied: (week: number) => number, some = targets) => {
    const warehouse = await warehouseOf({ survey_facts: answersOf('A', satisfied, from, 26) });
    const here = desk(warehouse, { context: { targets: some } });
    return (await towardsTarget.look?.(here, known, { answers: [], changes: [] }))?.insights;
  };
  // Two thirds of a point a week: 88 % at first, 74 % in the end, 68 % in eight weeks.
  const slipping = (week: number): number => 26 - week * 0.2 + ((week * 7) % 5) / 5;
  const [insight, ...others] = (await told(slipping)) ?? [];
  expect(others).toEqual([]);
  expect(insight?.subject).toEqual({ metric: 'csat', segment: {}, way: 'down' });
  expect(insight?.headline.facts).toMatchObject({ target: { value: 0.72 } });
  expect(await told(() => 26)).toEqual([]);
  expect(await told(slipping, [{ metric: 'csat', value: 0.6 }])).toEqual([]);
  expect(await told(slipping, [{ metric: 'csat', value: 0.9 }])).toEqual([]);
  expect(await told((week) => (week < 13 ? 26 : 22))).toEqual([]);
});

const opened = (category: string, from: string, weeks: number, each: number) =>
  many(weeks * each * 7, (i) => ({
    id: `${category}${from}${i}`,
    category,
    opened_at: `${addDays(from, Math.floor(i / each))}T09:00:00Z`,
  }));

test('a recorded change is judged from the fifth week on, by what was known at the end of the period', async () => {
  const cases = [
    ...opened('invoice', '2025-01-06', 13, 10),
    ...opened('invoice', '2025-04-07', 8, 4),
    ...opened('order', '2025-01-06', 21, 12),
    ...opened('refund', '2025-01-06', 21, 9),
  ];
  const change = {
    id: 'CH1',
    at: '2025-04-07T07:00:00Z',
    what: 'A help page',
    scope: 'category=invoice',
    expected_metric: 'cases_opened',
    expected_direction: 'down',
    expected_size: 0.4,
  };
  const warehouse = await warehouseOf({ case_facts: cases }, '2025-06-02T00:00:00Z', { changes: [change] });
  const here = desk(warehouse, { through: '2025-06-02T00:00:00Z' });
  const known = scope({ metrics: ['cases_opened'], zone: 'UTC' });
  const looked = (from: string, to: string) =>
    recordedChange.look?.(here, { ...known, period: { from, to } }, { answers: [], changes: [] });
  const late = await looked('2025-05-01', '2025-06-01');
  expect(late?.insights.map(({ headline, good }) => [headline.name, good])).toEqual([
    ['insight.recorded.worked', true],
  ]);
  // 10 a day before, 4 after: 60 % less of 70 a week, over the seven whole weeks until the end of May.
  expect(late?.insights[0]?.size.value).toBeCloseTo(0.6 * 70 * 7, -1);
  const early = await looked('2025-04-01', '2025-05-01');
  expect(early?.insights).toEqual([]);
  expect(early?.untold?.map(({ name }) => name)).toEqual(['insight.recorded.early']);
});

test('words that come up for one thing far more than elsewhere are told where they may be printed', async () => {
  const at = '2025-03-10T09:00:00Z';
  const warehouse = await warehouseWith({
    cases: many(40, (i) => ({ id: `c${i}`, category: i < 20 ? 'fault' : 'order', opened_at: at })),
    messages: many(40, (i) => ({
      case_id: `c${i}`,
      at,
      author_kind: 'customer',
      direction: 'inbound',
      body: i < 20 ? 'The battery of my watch is empty' : 'Where is my order with the watch strap',
    })),
  });
  const known = scope({ dimensions: ['category'] });
  const words = (printed: boolean) =>
    wordsTheyUse({ category: 'fault' }, known, desk(warehouse, { words: printed }));
  expect(await words(true)).toEqual(['battery', 'empty']);
  expect(await words(false)).toEqual([]);
});

test('cases that came on top cost what a case costs there; what merely waits costs nothing more', async () => {
  const insight = (kind: string): Insight => ({
    kind,
    headline: { name: kind, facts: {} },
    because: [],
    advice: { name: '', facts: {} },
    audience: 'product',
    good: false,
    size: { value: 100, unit: 'cases' },
    certainty: 1,
    subject: { metric: 'cases_opened', segment: { category: 'fault' } },
    evidence: [],
  });
  const here = desk(await warehouseOf({}), {
    ask: async (questions) =>
      questions.map(() => [figure({ metric: 'cost_per_resolution', unit: 'money EUR', value: 8 })]),
  });
  const [grown, held] = await inMoney([insight('growing-issue'), insight('hold-up')], scope(), here);
  expect(grown?.money).toEqual({ value: 800, currency: 'EUR' });
  expect(held?.money).toBeUndefined();
});
