import { expect, test } from 'vitest';
import { dataProblem } from './data-problem.ts';
import { named } from './fact.ts';
import type { Insight } from './insight.ts';
import { messagesPerCustomer } from './messages-per-customer.ts';
import { misrouted } from './misrouted.ts';
import { ranked } from './rank.ts';
import { figure, scope } from './testing.ts';

const interval = (low: number, high: number) => ({ low, high, level: 0.95, method: 'ratio_delta' });
const perOwner = (category: string, value: number, low: number, high: number) =>
  figure({
    metric: 'messages_per_owner',
    stat: 'mean',
    unit: 'per_customer',
    segment: { category },
    value,
    interval: interval(low, high),
  });
const customers = (category: string, value: number) =>
  figure({ metric: 'customers_contacting', stat: 'count', unit: 'count', segment: { category }, value });
const totals = [
  figure({ metric: 'messages_per_owner', stat: 'mean', unit: 'per_customer', value: 4 }),
  figure({ metric: 'customers_contacting', stat: 'count', unit: 'count', value: 1000 }),
];

test('many customers with few messages each call for an article, few with very many for specialists', () => {
  const parts = [
    perOwner('Login', 1.5, 1.4, 1.6),
    customers('Login', 300),
    perOwner('Integration', 20, 15, 25),
    customers('Integration', 15),
    perOwner('Delivery', 4, 3.8, 4.2),
    customers('Delivery', 500),
  ];
  const found = messagesPerCustomer.find?.([totals, parts], scope(), []) ?? [];
  expect(
    found.map(({ headline, audience }) => [headline.name, headline.facts['category'], audience]),
  ).toEqual([
    ['insight.messages.simple', named('category', 'Login'), 'product'],
    ['insight.messages.hard', named('category', 'Integration'), 'team'],
  ]);
});

test('a category whose interval reaches the average is not called simple', () => {
  const parts = [perOwner('Login', 3, 2, 4.5), customers('Login', 300)];
  expect(messagesPerCustomer.find?.([totals, parts], scope(), [])).toEqual([]);
});

test('a data problem that touches one record in a thousand stays in the table', () => {
  const problem = (count: number) => ({ code: 'unknownAgent', count, of: 1000, facts: {} });
  expect(dataProblem.find?.([], scope({ problems: [problem(1)] }), [])).toEqual([]);
  expect(dataProblem.find?.([], scope({ problems: [problem(20)] }), [])).toHaveLength(1);
});

const told = (value: number, metric: string, segment = {}): Insight => ({
  kind: 'real-change',
  headline: { name: metric, facts: {} },
  because: [],
  advice: { name: '', facts: {} },
  audience: 'team',
  good: false,
  size: { value, unit: 'customers' },
  certainty: 1,
  subject: { metric, segment },
  evidence: [],
});

test('the largest comes first, a cause is told once, and seven are enough', () => {
  const many = Array.from({ length: 12 }, (_, i) => told(i, `metric_${i}`));
  const names = ranked([...many, told(50, 'csat', { team: 'A' }), told(60, 'nps', { team: 'A' })]).map(
    ({ headline }) => headline.name,
  );
  expect(names).toHaveLength(7);
  expect(names[0]).toBe('nps');
  expect(names).not.toContain('csat');
});

test('who waited counts once, however long; what weeks add up to is not measured by the last of them', () => {
  const week = figure({ metric: 'csat', value: 0.6, n: 5 });
  const warning = { ...told(50, 'csat'), kind: 'early-warning', evidence: [week] };
  const long: Insight = {
    ...told(0, 'first_response_time'),
    size: { value: 1000 * 3600, unit: 'seconds' },
    evidence: [figure({ metric: 'first_response_time', unit: 'seconds', n: 30 })],
  };
  expect(ranked([long, warning]).map(({ kind }) => kind)).toEqual(['early-warning', 'real-change']);
});

const pair = (first: string | null, last: string, n: number) =>
  figure({
    metric: 'cases_opened',
    stat: 'count',
    unit: 'count',
    segment: { category_at_opening: first, category: last },
    value: n,
    n,
  });

test('a category that is surely taken for another one in more than 1 of 20 cases is misrouted', () => {
  const known = scope({ metrics: ['cases_opened'] });
  const kept = pair('refund', 'refund', 80);
  const [told, ...others] = misrouted.find?.([[kept, pair('delivery', 'refund', 20)]], known, []) ?? [];
  expect(others).toEqual([]);
  expect(told?.subject.segment).toEqual({ category: 'refund' });
  expect(told?.headline.facts).toMatchObject({
    first: { value: 'delivery' },
    n: { value: 20 },
    all: { value: 100 },
    share: { value: 0.2 },
  });
});

test('nothing is misrouted by a few cases, by cases without a first category, or where nobody knows categories', () => {
  const known = scope({ metrics: ['cases_opened'] });
  const kept = pair('refund', 'refund', 90);
  // 10 of 100: the share may well be below 1 in 20 (Wilson's interval at 99 % begins at 4.6 %).
  for (const other of [
    pair('delivery', 'refund', 9),
    pair('delivery', 'refund', 10),
    pair(null, 'refund', 40),
  ])
    expect(misrouted.find?.([[kept, other]], known, [])).toEqual([]);
  expect(misrouted.questions?.(scope({ metrics: ['cases_opened'], dimensions: [] }))).toEqual([]);
});
