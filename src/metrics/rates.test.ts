import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import type { Question } from './question.ts';
import { priced, type Rates } from './rates.ts';
import { warehouseOf } from './testing.ts';

const call = { answered: true, talk_s: 3600, hold_s: 0, wrap_s: 0 };

async function cost(rates: Rates | null, by: readonly string[] = []) {
  const warehouse = await warehouseOf({
    contact_facts: [
      { ...call, team: 'lab', channel: 'phone', arrived_at: '2025-03-03T09:00:00Z' },
      { ...call, team: 'desk', channel: 'phone', arrived_at: '2025-03-03T09:00:00Z' },
      { ...call, team: 'desk', channel: 'chat', arrived_at: '2025-07-03T09:00:00Z' },
    ],
  });
  const question: Question = {
    asks: [{ metric: 'cost_per_contact', stats: ['mean'] }],
    period: 'all',
    zone: 'UTC',
    by,
    where: [],
    rules: {},
    compare: [],
  };
  const [figures = []] = await answer(warehouse, [question], { metrics: priced(catalogue, rates) });
  await warehouse.close();
  return figures;
}

test('the first rate that fits a contact counts, and of two for the same work the later one from its day on', async () => {
  const figures = await cost(
    {
      currency: 'CHF',
      hourly: [
        { team: 'lab', perHour: 50 },
        { channel: 'phone', perHour: 40 },
        { perHour: 20 },
        { perHour: 30, from: '2025-07-01' },
      ],
    },
    ['team', 'channel'],
  );
  const told = Object.fromEntries(
    figures.map(({ segment, value }) => [Object.values(segment).join(), value]),
  );
  expect(told).toEqual({ 'lab,phone': 50, 'desk,phone': 40, 'desk,chat': 30 });
  expect(figures[0]?.unit).toBe('money CHF');
});

test('without a rate nothing has a cost, and the reason is said', async () => {
  const [figure] = await cost(null);
  expect(figure).toMatchObject({ value: null, missing: 'no_rate', countedOut: { no_rate: 3 } });
});

test('work without a rate of its own is counted out, not given away', async () => {
  const [figure] = await cost({ currency: 'EUR', hourly: [{ team: 'lab', perHour: 50 }] });
  expect(figure).toMatchObject({ value: 50, n: 1, countedOut: { no_rate: 2 } });
});
