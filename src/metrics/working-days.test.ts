import { expect, test } from 'vitest';
import { addDays } from '../model/index.ts';
import { answer } from './answer.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';

/** Ten cases on every weekday of April and May, of which 21 and 22 are weekdays. */
const weekdays = Array.from({ length: 61 }, (_, i) => addDays('2025-04-01', i)).filter(
  (date) => ![0, 6].includes(new Date(date).getUTCDay()),
);
const cases = weekdays.flatMap((date) =>
  Array.from({ length: 10 }, (_, i) => ({ id: `${date}/${i}`, opened_at: `${date}T10:00:00Z` })),
);

const asked = (more: Partial<Question> = {}): Question => ({
  asks: [{ metric: 'cases_opened', stats: [] }],
  period: { from: '2025-05-01', to: '2025-06-01' },
  zone: 'UTC',
  by: [],
  where: [],
  rules: {},
  compare: ['previous'],
  ...more,
});

test('a longer month has more cases and the same number a working day', async () => {
  const warehouse = await warehouseOf({ case_facts: cases });
  const workingDays = ({ from, to }: { from: string; to: string }) =>
    weekdays.filter((date) => date >= from && date < to && date !== '2025-05-01').length;
  const context = { workingDays, businessHours: true };
  const [[plain] = [], [adjusted] = []] = await answer(
    warehouse,
    [asked(), asked({ perWorkingDay: true })],
    context,
  );
  expect([plain?.value, plain?.comparisons[0]?.base.value]).toEqual([220, 220]);
  expect(plain?.comparisons[0]?.workingDays).toEqual({ current: 21, base: 22, adjusted: false });
  expect(plain?.comparisons[0]?.difference).toBeCloseTo(0, 9);
  expect(adjusted?.comparisons[0]?.workingDays).toEqual({ current: 21, base: 22, adjusted: true });
  expect(adjusted?.comparisons[0]?.difference).toBeCloseTo(220 - (220 * 21) / 22, 6);
  await expect(answer(warehouse, [asked({ perWorkingDay: true })])).rejects.toThrow('opening hours');
  await warehouse.close();
});
