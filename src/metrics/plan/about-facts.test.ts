import { expect, test } from 'vitest';
import { answer } from '../answer.ts';
import type { Question } from '../question.ts';
import { warehouseOf } from '../testing.ts';
import { aboutFacts } from './about-facts.ts';

const may: Question = {
  asks: [{ metric: 'cases_opened', stats: [] }],
  period: { from: '2025-05-01', to: '2025-06-01' },
  zone: 'UTC',
  by: [],
  where: [],
  rules: {},
  compare: [],
};

const warehouse = await warehouseOf({
  case_facts: [{ opened_at: '2025-05-02T09:00:00Z' }, { opened_at: '2025-05-03T09:00:00Z' }],
});

test('a fact without a row that is left out is known by what the engine keeps of its columns', async () => {
  expect(await aboutFacts(warehouse, ['case_facts', 'case_facts'])).toEqual({
    noneLeftOut: ['case_facts'],
    large: [],
  });
});

test('of an empty fact nothing is known', async () => {
  expect(await aboutFacts(warehouse, ['contact_facts'])).toEqual({ noneLeftOut: [], large: [] });
});

test('from the first row that is left out on, it is looked for, and counted as such', async () => {
  const [before] = await answer(warehouse, [may]);
  await warehouse.write((writer) => writer.execute(`update case_facts set left_out = 'spam' where id = '2'`));
  const [after] = await answer(warehouse, [may]);
  expect(before?.map(({ value, countedOut }) => [value, countedOut])).toEqual([[2, {}]]);
  expect(after?.map(({ value, countedOut }) => [value, countedOut])).toEqual([[1, { spam: 1 }]]);
  expect(await aboutFacts(warehouse, ['case_facts'])).toEqual({ noneLeftOut: [], large: [] });
});
