import { expect, test } from 'vitest';
import type { Filter, Question } from './question.ts';
import { warehouseOf } from './testing.ts';
import { refuseUnknownValues } from './unknown-values.ts';

const opened_at = '2025-03-10T09:00:00Z';
const warehouse = await warehouseOf({
  case_facts: [
    { channel: 'email', tags: ['late', 'gold'], opened_at, attributes: '{"plan":"basic"}' },
    { channel: 'email', tags: ['late'], opened_at, attributes: '{"plan":"plus"}' },
    { channel: 'chat', opened_at },
    { channel: 'fax', opened_at, left_out: 'test' },
  ],
  contact_facts: [{ channel: 'phone', arrived_at: opened_at }],
});

const question = (where: readonly Filter[], more: Partial<Question> = {}): Question => ({
  asks: [{ metric: 'cases_opened', stats: [] }],
  period: { from: '2031-01-01', to: '2031-02-01' },
  zone: 'UTC',
  by: [],
  where,
  rules: {},
  compare: [],
  ...more,
});
const asked = (dimension: string, ...values: readonly (string | null)[]) =>
  refuseUnknownValues(warehouse, question([{ dimension, values }]));

test('a value that is nowhere in the data is refused, with the nearest that is there', async () => {
  await expect(asked('channel', 'email', 'emial')).rejects.toThrow(
    'no record with channel=emial; expected email, chat, phone; did you mean "email"?',
  );
});

test('values of another period, of other records, and the unknown are no mistake', async () => {
  await expect(asked('channel', 'email', null)).resolves.toBeUndefined();
  await expect(asked('channel', 'phone')).resolves.toBeUndefined();
});

test('what is in no figure is not there', async () => {
  await expect(asked('channel', 'fax')).rejects.toThrow('no record with channel=fax');
});

test('each value of a list is one, and so is each of an attribute', async () => {
  await expect(asked('tag', 'gold')).resolves.toBeUndefined();
  await expect(asked('tag', 'glod')).rejects.toThrow('expected late, gold; did you mean "gold"?');
  await expect(asked('attributes.plan', 'plus')).resolves.toBeUndefined();
  await expect(asked('attributes.plan', 'pluss')).rejects.toThrow('did you mean "plus"?');
});

test('a dimension that nothing fills has no value to offer', async () => {
  await expect(asked('team', 'Milan')).rejects.toThrow('expected a dimension that the data fills');
});

test('a Sunday without records is still a weekday; an eighth day is none', async () => {
  await expect(asked('weekday', '7')).resolves.toBeUndefined();
  await expect(asked('weekday', '8')).rejects.toThrow('no record with weekday=8');
});

test('dimensions of the company’s own are known by what they call their values', async () => {
  const dimensions = [
    {
      name: 'way',
      called: { en: 'way', it: 'modo' },
      fact: 'case_facts' as const,
      column: 'channel',
      groups: [{ is: ['email', 'chat'], called: 'in writing' }],
    },
  ];
  const filtered = (value: string) =>
    refuseUnknownValues(warehouse, question([{ dimension: 'way', values: [value] }]), { dimensions });
  await expect(filtered('in writing')).resolves.toBeUndefined();
  await expect(filtered('writing')).rejects.toThrow('no record with way=writing; expected in writing');
});

test('the other side of a comparison is looked at as well', async () => {
  const where = [{ dimension: 'channel', values: ['chta'] }];
  const compared = question([{ dimension: 'channel', values: ['email'] }], {
    compare: [{ kind: 'segment', where }],
  });
  await expect(refuseUnknownValues(warehouse, compared)).rejects.toThrow('did you mean "chat"?');
});

test('a name that is wrong is told before any value', async () => {
  await expect(asked('chanel', 'emial')).rejects.toThrow('write channel');
  await expect(asked('owner', 'Ada')).rejects.toThrow('figures per person are switched off');
});
