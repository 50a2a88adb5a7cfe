import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../model/index.ts';
import type { Row, Warehouse } from '../warehouse/warehouse.ts';
import { type AnswerContext, answer } from './answer.ts';
import type { Figure } from './figure.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';

const opened: Warehouse[] = [];
const world = async (...given: Parameters<typeof warehouseOf>): Promise<Warehouse> => {
  const warehouse = await warehouseOf(...given);
  opened.push(warehouse);
  return warehouse;
};
afterAll(async () => {
  for (const warehouse of opened) await warehouse.close();
});

const ask = (
  metric: string,
  more: Partial<Question> & { stats?: Question['asks'][number]['stats'] } = {},
) => {
  const { stats = [], ...rest } = more;
  const question: Question = {
    asks: [{ metric, stats }],
    period: 'all',
    zone: 'UTC',
    by: [],
    where: [],
    rules: {},
    compare: [],
    ...rest,
  };
  return question;
};

async function figuresOf(
  warehouse: Warehouse,
  question: Question,
  context: AnswerContext = {},
): Promise<readonly Figure[]> {
  const [figures = []] = await answer(warehouse, [question], context);
  return figures;
}

async function figureOf(...given: Parameters<typeof figuresOf>): Promise<Figure> {
  const [figure] = await figuresOf(...given);
  if (figure === undefined) throw new Error('no figure');
  return figure;
}

/** `count` cases a day. */
const daily = (from: string, days: number, count: number, more: Row = {}): Row[] =>
  Array.from({ length: days * count }, (_, i) => ({
    opened_at: `${addDays(from, Math.floor(i / count))}T10:00:00Z`,
    id: `${from}/${i}`,
    ...more,
  }));

describe('periods', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await world(
      {
        case_facts: [
          ...daily('2025-03-01', 31, 2, { resolved: true, channel: 'email' }),
          ...daily('2025-04-01', 14, 3, { resolved: false, channel: 'chat' }),
          { opened_at: '2025-04-05T10:00:00Z', left_out: 'spam', id: 'junk' },
        ],
      },
      '2025-04-14T18:00:00Z',
    );
  });

  test('a period that is not over is compared with as many days of the one before', async () => {
    const april = { from: '2025-04-01', to: '2025-05-01' };
    const figure = await figureOf(warehouse, ask('cases_opened', { period: april, compare: ['previous'] }));
    expect(figure).toMatchObject({
      from: '2025-04-01T00:00:00+00:00',
      to: '2025-04-15T00:00:00+00:00',
      value: 42,
    });
    expect(figure.comparisons[0]?.base).toMatchObject({
      from: '2025-03-01T00:00:00+00:00',
      to: '2025-03-15T00:00:00+00:00',
      value: 28,
    });
    expect(figure.comparisons[0]).toMatchObject({ difference: 14, missing: null });
  });

  test('a count is exact and printed bare', async () => {
    expect((await figureOf(warehouse, ask('cases_opened'))).interval).toBeNull();
  });

  test('what is left out of every figure is told by reason', async () => {
    const figure = await figureOf(warehouse, ask('cases_opened'));
    expect(figure).toMatchObject({ value: 104, countedOut: { spam: 1 } });
  });

  test('before the first day of the data there is no earlier period', async () => {
    const march = { from: '2025-03-01', to: '2025-04-01' };
    const figure = await figureOf(warehouse, ask('cases_opened', { period: march, compare: ['previous'] }));
    expect(figure.comparisons[0]).toMatchObject({
      missing: 'no_earlier_period',
      difference: null,
      among: null,
    });
  });

  test('an earlier period of which the beginning is missing is no measure for a count', async () => {
    const period = { from: '2025-03-15', to: '2025-04-10' };
    const figure = await figureOf(warehouse, ask('cases_opened', { period, compare: ['previous'] }));
    expect(figure.comparisons[0]).toMatchObject({ missing: 'earlier_period_incomplete', difference: null });
  });

  test('all time is bounded by its own rows', async () => {
    const figure = await figureOf(warehouse, ask('resolution_rate'));
    expect(figure).toMatchObject({ from: '2025-03-01T00:00:00+00:00', to: '2025-04-15T00:00:00+00:00' });
  });

  test('a period ahead of the data has no figure', async () => {
    const period = { from: '2031-01-01', to: '2031-02-01' };
    expect(await figureOf(warehouse, ask('cases_opened', { period }))).toMatchObject({
      value: null,
      missing: 'no_data',
    });
  });

  test('the total equals its parts, and last year has no data', async () => {
    const figures = await figuresOf(
      warehouse,
      ask('cases_opened', { by: ['channel'], compare: ['last_year'] }),
    );
    expect(figures.map(({ segment, value }) => [segment.channel, value])).toEqual([
      ['email', 62],
      ['chat', 42],
    ]);
  });
});

describe('slices of a period', () => {
  test('a day without any record is a gap, a day without a hit is a zero', async () => {
    const warehouse = await world({
      case_facts: [
        { opened_at: '2025-03-01T10:00:00Z', channel: 'email' },
        { opened_at: '2025-03-03T10:00:00Z', channel: 'chat' },
      ],
    });
    const period = { from: '2025-03-01', to: '2025-03-04' };
    const where = [{ dimension: 'channel', values: ['email'] }];
    const figures = await figuresOf(warehouse, ask('cases_opened', { period, grain: 'day', where }));
    expect(figures.map(({ value, missing }) => [value, missing])).toEqual([
      [1, null],
      [null, 'no_data'],
      [0, null],
    ]);
  });

  test('a day is a day of the zone, also where the clock changes', async () => {
    const warehouse = await world({
      case_facts: [
        '2025-03-29T22:30:00Z',
        '2025-03-29T23:30:00Z',
        '2025-03-30T21:30:00Z',
        '2025-03-30T22:30:00Z',
      ].map((opened_at) => ({ opened_at })),
    });
    const period = { from: '2025-03-29', to: '2025-04-01' };
    const question = ask('cases_opened', { period, grain: 'day', zone: 'Europe/Rome' });
    const figures = await figuresOf(warehouse, question);
    expect(figures.map(({ value }) => value)).toEqual([1, 2, 1]);
    expect(figures[1]).toMatchObject({ from: '2025-03-30T00:00:00+01:00', to: '2025-03-31T00:00:00+02:00' });
  });

  test('months of the same question share one statement', async () => {
    const warehouse = await world({ case_facts: daily('2025-01-01', 90, 1, { resolved: true }) });
    let statements = 0;
    const counting: Warehouse = {
      ...warehouse,
      rows: (query, options) => {
        if (query.compile().sql.includes('m0_hits')) statements++;
        return warehouse.rows(query, options);
      },
    };
    const period = { from: '2025-01-01', to: '2025-04-01' };
    await answer(counting, [
      { ...ask('resolution_rate', { period, grain: 'month', compare: ['previous'] }) },
      { ...ask('resolution_rate', { period, grain: 'month', compare: ['previous'] }) },
    ]);
    expect(statements).toBe(1);
  });
});

describe('what is not known', () => {
  test('undated answers have a figure over all time, without dates', async () => {
    const warehouse = await world({
      survey_facts: [10, 9, 3, null].map((score) => ({ kind: 'nps', score, dated: false })),
    });
    const [[nps] = [], [rate] = []] = await answer(warehouse, [ask('nps'), ask('survey_response_rate')]);
    expect(nps).toMatchObject({ from: null, to: null, n: 3, missing: null, countedOut: { no_answer: 1 } });
    expect(nps?.value).toBeCloseTo(100 / 3, 9);
    expect(rate).toMatchObject({ value: null, missing: 'no_invitations_known' });
  });

  test('nothing of the kind was ever recorded', async () => {
    const warehouse = await world({ case_facts: [{ opened_at: '2025-03-01T10:00:00Z' }] });
    expect(await figureOf(warehouse, ask('messages_received'))).toMatchObject({
      value: null,
      missing: 'no_messages',
    });
    expect(await figureOf(warehouse, ask('abandonment_rate'))).toMatchObject({
      missing: 'no_contacts_recorded',
    });
  });

  test('first contact cannot be told where neither customers nor messages are known', async () => {
    const row = {
      opened_at: '2025-03-01T10:00:00Z',
      resolved: true,
      last_resolved_at: '2025-03-02T10:00:00Z',
    };
    const warehouse = await world({ case_facts: [row, { ...row, first_contact_missing: 'no_customer' }] });
    expect(await figureOf(warehouse, ask('first_contact_resolution'))).toMatchObject({
      value: null,
      missing: 'no_customer_no_messages',
      n: 0,
    });
  });

  test('zero cases are neither 0 % nor 100 %', async () => {
    const warehouse = await world({ case_facts: [{ opened_at: '2025-03-01T10:00:00Z', resolved: true }] });
    const where = [{ dimension: 'channel', values: ['email'] }];
    expect(await figureOf(warehouse, ask('resolution_rate', { where }))).toMatchObject({
      value: null,
      missing: 'no_cases',
    });
  });

  test('a time that most have not reached has no median', async () => {
    const warehouse = await world({
      case_facts: [1, 2, 3, 4].map((i) => ({
        opened_at: '2025-03-01T10:00:00Z',
        resolved: i === 1,
        resolution_s: i * 100,
      })),
    });
    const figure = await figureOf(warehouse, ask('resolution_time', { stats: ['median'] }));
    expect(figure).toMatchObject({ value: null, missing: 'never_reached', n: 4 });
  });
});

describe('rules', () => {
  const rows = [
    { opened_at: '2025-03-01T10:00:00Z', resolved: true, resolution_s: 7200, resolution_business_s: 3600 },
    { opened_at: '2025-03-01T10:00:00Z', resolved: false, resolution_s: 9999, resolution_business_s: 9999 },
  ];

  test('a business clock that is off yields the calendar clock and says so', async () => {
    const warehouse = await world({ case_facts: rows });
    const question = ask('resolution_time', { stats: ['median'], rules: { open_cases: 'finished_only' } });
    const off = await figureOf(warehouse, question);
    expect([off.value, off.rules.clock]).toEqual([7200, 'calendar']);
    const on = await figureOf(warehouse, question, { businessHours: true });
    expect([on.value, on.rules.clock]).toEqual([3600, 'business']);
  });

  test('open cases included and finished only stand side by side where asked', async () => {
    const warehouse = await world({ case_facts: rows });
    const question = ask('resolution_time', { stats: ['median'], beside: true });
    const figures = await figuresOf(warehouse, question);
    expect(figures.map(({ rules, n }) => [rules.open_cases, n])).toEqual([
      ['included', 2],
      ['finished_only', 1],
    ]);
  });
});

describe('comparisons', () => {
  const month = (from: string, days: number, hits: number): Row[] =>
    daily(from, days, 20).map((row, i) => ({ ...row, resolved: i < hits }));

  test('a comparison that was asked for twice is in the family once, and has one verdict', async () => {
    const warehouse = await world({
      case_facts: [...month('2025-03-01', 31, 300), ...month('2025-04-01', 30, 420)],
    });
    const period = { from: '2025-04-01', to: '2025-05-01' };
    const question = ask('resolution_rate', { period, compare: ['previous'] });
    const [[first] = [], [second] = []] = await answer(warehouse, [question, question]);
    expect(first?.comparisons[0]).toMatchObject({ verdict: 'signal', among: 'signal' });
    expect(second?.comparisons).toEqual(first?.comparisons);
  });

  test('a target is a fixed number', async () => {
    const warehouse = await world({ case_facts: month('2025-03-01', 31, 500) });
    const question = ask('resolution_rate', { compare: ['target'] });
    const targets = [{ metric: 'resolution_rate', value: 0.9 }];
    expect((await figureOf(warehouse, question, { targets })).comparisons[0]).toMatchObject({
      base: { kind: 'target', value: 0.9 },
      missing: null,
      verdict: 'signal',
    });
    expect((await figureOf(warehouse, question)).comparisons[0]?.missing).toBe('no_target');
  });
});

describe('questions that cannot be asked', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await world({ case_facts: [{ opened_at: '2025-03-01T10:00:00Z' }] });
  });

  test.each([
    ['metric_unknown', ask('resolution_tim')],
    ['stat_unknown', ask('csat', { stats: ['p90'] })],
    ['stat_needs_finished', ask('resolution_time', { stats: ['mean'] })],
    ['dimension_unknown', ask('cases_opened', { by: ['chanel'] })],
    ['dimension_unknown', ask('cases_opened', { by: ['channel; drop table case_facts'] })],
    ['rule_unknown', ask('csat', { rules: { clok: 'business' } })],
    ['rule_not_used', ask('csat', { rules: { clock: 'business' } })],
    ['rule_value_unknown', ask('resolution_time', { rules: { clock: 'busines' } })],
    ['rule_value_unknown', ask('service_level', { rules: { 'service_level.within': 'soon' } })],
    ['period_backwards', ask('csat', { period: { from: '2025-03-01', to: '2025-02-01' } })],
    ['zone_unknown', ask('csat', { zone: 'Europe/Rom' })],
    ['grain_unknown', ask('csat', { grain: 'wek' as never })],
    ['filter_too_long', ask('csat', { where: [{ dimension: 'channel', values: [] }] })],
    ['filter_too_long', ask('csat', { where: [{ dimension: 'channel', values: Array(1001).fill('x') }] })],
    ['people_off', ask('cases_opened', { by: ['owner'] })],
    ['people_off', ask('cases_opened', { where: [{ dimension: 'resolver', values: ['anna'] }] })],
  ])('%s', async (code, question) => {
    await expect(answer(warehouse, [question])).rejects.toMatchObject({ name: 'Problem', code });
  });

  test('the nearest valid choice is named', async () => {
    await expect(answer(warehouse, [ask('resolution_tim')])).rejects.toThrow('resolution_time');
    await expect(answer(warehouse, [ask('cases_opened', { by: ['chanel'] })])).rejects.toThrow(
      'write channel',
    );
  });

  test('a value is bound and never becomes part of a statement', async () => {
    const values = [`'; drop table case_facts; --`];
    const figure = await figureOf(
      warehouse,
      ask('cases_opened', { where: [{ dimension: 'channel', values }] }),
    );
    expect(figure.value).toBe(0);
  });

  test('with people allowed, a figure per person is made', async () => {
    const figures = await figuresOf(warehouse, ask('cases_opened', { by: ['owner'] }), { people: true });
    expect(figures.map(({ segment, value }) => [segment.owner, value])).toEqual([[null, 1]]);
  });
});
