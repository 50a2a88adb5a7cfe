/** What random rows of every fact are made of. */
import fc from 'fast-check';

export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 4 });
export const among = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
export const seconds = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 500_000 }).map((x) => x / 4),
);
/** Around two clock changes of Rome, to the quarter of an hour. */
export const instant = fc
  .integer({ min: 0, max: 4 * 24 * 40 })
  .map((quarter) => new Date(Date.UTC(2025, 2, 1) + quarter * 900_000).toISOString());
