import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import type { Question } from './question.ts';
import { type SomeFacts, warehouseOf } from './testing.ts';

const day = (agent_id: string, date: number, busy: number) => ({
  id: `${agent_id}/${date}`,
  agent_id,
  day: `2025-03-0${date}`,
  day_begins: `2025-03-0${date}T00:00:00Z`,
  talking_s: busy * 3600,
  wrap_s: 0,
  available_s: (8 - busy) * 3600,
});

async function asked(facts: SomeFacts, metric: string, more: Partial<Question> = {}, people = false) {
  const warehouse = await warehouseOf(facts, '2025-03-09T12:00:00Z');
  const question: Question = {
    asks: [{ metric, stats: ['mean'] }],
    period: { from: '2025-03-03', to: '2025-03-10' },
    zone: 'UTC',
    by: [],
    where: [],
    rules: {},
    compare: [],
    ...more,
  };
  try {
    const [figures = []] = await answer(warehouse, [question], { people });
    return figures;
  } finally {
    await warehouse.close();
  }
}

const week = { presence_facts: [3, 4, 5].flatMap((date) => [day('anna', date, 6), day('otto', date, date)]) };

test('time at the desk is about single people where it is told apart by agent, and refused as all of that is', async () => {
  await expect(asked(week, 'occupancy', { by: ['agent'] })).rejects.toMatchObject({ code: 'people_off' });
  const figures = await asked(week, 'occupancy', { by: ['agent'] }, true);
  expect(figures.map(({ segment, value }) => [segment.agent, value])).toEqual([
    ['anna', 0.75],
    ['otto', 0.5],
  ]);
});

test('days are what a share of time varies by, and its interval stays between nothing and all', async () => {
  const [figure] = await asked(week, 'occupancy');
  expect(figure).toMatchObject({ value: 0.625, n: 3, interval: { method: 'ratio_delta' } });
  const full = [day('anna', 3, 8), day('anna', 4, 7)];
  const [nearly] = await asked({ presence_facts: full }, 'occupancy');
  expect(nearly?.interval?.high).toBe(1);
});

test('without shifts, or with shifts and no states, there is no figure and the reason is said', async () => {
  const missing = async (facts: SomeFacts, metric: string) => (await asked(facts, metric))[0]?.missing;
  expect(await missing({}, 'shrinkage')).toBe('no_shifts_loaded');
  const planned = { ...day('anna', 3, 0), talking_s: null, wrap_s: null, available_s: null, paid_s: 28_800 };
  expect(await missing({ presence_facts: [planned] }, 'shrinkage')).toBe('no_states');
  expect(await missing({ presence_facts: [planned] }, 'occupancy')).toBe('no_states');
  expect(await missing(week, 'shrinkage')).toBe('no_shifts');
  expect(await missing({}, 'uptime')).toBe('no_outages_loaded');
});

test('cases per 100 orders are told apart only by what orders and cases both know', async () => {
  const facts = {
    touchpoint_facts: ['club', 'club', 'consumer', 'consumer'].map((segment) => ({
      segment,
      kind: 'order',
      at: '2025-03-04T09:00:00Z',
    })),
    case_facts: [{ segment: 'club', opened_at: '2025-03-05T09:00:00Z' }],
  };
  const figures = await asked(facts, 'contacts_per_order', { by: ['segment'] });
  expect(figures.map(({ segment, value }) => [segment.segment, value])).toEqual([
    ['club', 50],
    ['consumer', 0],
  ]);
  await expect(asked(facts, 'contacts_per_order', { by: ['kind'] })).rejects.toMatchObject({
    code: 'dimension_unknown',
  });
});
