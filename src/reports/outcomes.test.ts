import { expect, test } from 'vitest';
import { warehouseOf } from '../metrics/testing.ts';
import { addDays } from '../model/index.ts';
import { outcomes, type ReportAction } from './outcomes.ts';

/** Twenty weeks of cases: 4 a weekday, and 2 a weekday about invoices after 14 April. */
const day = (i: number): string => addDays('2025-01-06', i);
const weekdays = Array.from({ length: 196 }, (_, i) => i).filter((i) => i % 7 < 5);
const cases = weekdays.flatMap((i) =>
  ['invoice', 'delivery', 'size'].flatMap((category) => {
    const usual = 8 + ((i * 7 + category.length * 3) % 5);
    const many = category === 'invoice' && day(i) >= '2025-04-14' ? Math.round(usual / 2) : usual;
    return Array.from({ length: many }, () => ({ category, opened_at: `${day(i)}T10:00:00Z` }));
  }),
);
const warehouse = await warehouseOf({ case_facts: cases }, `${day(196)}T00:00:00Z`);

const action = (some: Partial<ReportAction>): ReportAction => ({
  what: 'a help page',
  owner: 'team',
  decidedOn: '2025-03-01',
  due: null,
  metric: 'cases_opened',
  direction: 'down',
  size: null,
  scope: 'category=invoice',
  origin: null,
  state: 'done',
  settledOn: '2025-04-14',
  ...some,
});

const told = (actions: readonly ReportAction[], since?: string) =>
  outcomes(
    warehouse,
    { actions, today: '2025-08-01', zone: 'UTC', metrics: {} },
    since === undefined ? {} : { since },
  );

test('what is done is judged from its day on, in the part of the work that it touches', async () => {
  const [found] = await told([action({})]);
  expect(found?.effect?.verdict.verdict).toBe('signal');
  expect(found?.effect?.verdict.difference).toBeCloseTo(-0.5, 1);
});

test('nothing is said of an effect that is younger than four weeks, or that nobody named a figure for', async () => {
  const found = await told([action({ settledOn: '2025-07-14' }), action({ metric: null, direction: null })]);
  expect(found.map(({ effect, untold }) => [effect, untold])).toEqual([
    [null, 'too_early'],
    [null, 'no_metric'],
  ]);
});

test('what is open comes first, the longest overdue before the others; what was settled long ago is not told', async () => {
  const open = { state: 'open', settledOn: null } as const;
  const found = await told(
    [
      action({ what: 'old', settledOn: '2025-01-10' }),
      action({ what: 'dropped', state: 'dropped', settledOn: '2025-06-01' }),
      action({ what: 'late', due: '2025-07-31', ...open }),
      action({ what: 'later', due: '2025-06-01', ...open }),
      action({ what: 'in time', due: '2025-08-01', ...open }),
    ],
    '2025-03-01',
  );
  expect(found.map(({ action: { what }, overdue }) => [what, overdue])).toEqual([
    ['later', true],
    ['late', true],
    ['in time', false],
    ['dropped', false],
  ]);
});
