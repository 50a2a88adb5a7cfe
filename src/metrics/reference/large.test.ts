import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import { warehouseOf } from '../testing.ts';
import { catalogue, looksAt, tries } from './tries.ts';
import { dataThrough, worldOf } from './worlds.ts';

/** The same rows, said to be many: what is known of whole facts is what the engine would tell of a large one. */
const asLarge = (warehouse: Warehouse): Warehouse => ({
  ...warehouse,
  rows: async (query, options) => {
    const found = await warehouse.rows(query, options);
    return found.map((row) => ('size' in row && 'bare' in row ? { ...row, size: 10_000_000 } : row));
  },
});

const context = { businessHours: true, people: true, metrics: catalogue };
const picks = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 });

/** Sums may be added up in another order. */
const rounded = (figures: unknown): unknown =>
  JSON.parse(JSON.stringify(figures), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );

test('however many rows there are, every metric by every rule is answered and compared in the same way', {
  timeout: 120_000,
}, async () => {
  const period = { from: '2025-03-10', to: '2025-04-05' };
  await fc.assert(
    fc.asyncProperty(worldOf, picks, async (world, chosen) => {
      const warehouse = await warehouseOf(world, dataThrough);
      try {
        const tried = tries(looksAt(world, chosen), period, { compare: ['previous', 'last_year'] });
        const questions = tried.map(({ question }) => question);
        const few = await answer(warehouse, questions, context);
        const many = await answer(asLarge(warehouse), questions, context);
        for (const [i, { question }] of tried.entries())
          expect([question, rounded(many[i])]).toEqual([question, rounded(few[i])]);
      } finally {
        await warehouse.close();
      }
    }),
    { numRuns: Number(process.env.WORLDS ?? 3), endOnFailure: true },
  );
});
