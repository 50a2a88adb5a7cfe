import { expect, test } from 'vitest';
import { catalogue } from './catalogue/index.ts';
import { findMetric } from './check-question.ts';
import { type Subject, targetFor } from './stated-values.ts';

const subject = (more: Partial<Subject> = {}): Subject => ({
  metric: findMetric('csat', catalogue),
  stat: 'share',
  filters: [],
  from: '2025-05-01',
  ...more,
});
const team = (name: string) => [{ dimension: 'team', values: [name] }];
const targets = [
  { metric: 'csat', value: 0.8 },
  { metric: 'csat', value: 0.82, from: '2025-04-01' },
  { metric: 'csat', value: 0.84, from: '2025-05-15' },
  { metric: 'csat', value: 0.9, where: team('Milan') },
  {
    metric: 'csat',
    value: 0.95,
    where: [...team('Milan'), { dimension: 'channel', values: ['chat', 'email'] }],
  },
  { metric: 'csat', stat: 'mean' as const, value: 4.5 },
];
const valueFor = (more: Partial<Subject>) => targetFor(subject(more), targets)?.value;

test('the target that held when the period began counts', () => {
  expect(valueFor({ from: '2025-03-01' })).toBe(0.8);
  expect(valueFor({})).toBe(0.82);
  expect(valueFor({ from: '2025-06-01' })).toBe(0.84);
  expect(valueFor({ from: null })).toBe(0.84);
});

test('a target that begins within the period counts where none held before', () => {
  const late = [{ metric: 'csat', value: 0.7, from: '2025-05-10' }];
  expect(targetFor(subject(), late)?.value).toBe(0.7);
});

test('the narrowest segment that contains the figure counts', () => {
  expect(valueFor({ filters: team('Milan') })).toBe(0.9);
  expect(valueFor({ filters: team('Turin') })).toBe(0.82);
  expect(valueFor({ filters: [...team('Milan'), { dimension: 'channel', values: ['chat'] }] })).toBe(0.95);
  expect(valueFor({ filters: [{ dimension: 'team', values: ['Milan', 'Turin'] }] })).toBe(0.82);
});

test('a statistic has a target of its own or none', () => {
  expect(valueFor({ stat: 'mean' })).toBe(4.5);
  expect(valueFor({ metric: findMetric('nps', catalogue) })).toBeUndefined();
});
