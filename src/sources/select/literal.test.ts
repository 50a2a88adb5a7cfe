import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, literals } from './literal.ts';

test('a quote is doubled, a backslash stays', () => {
  expect(literal("it's a \\ test")).toBe("'it''s a \\ test'");
  expect(literals(['a', "b'"])).toBe("('a', 'b''')");
});

test('no text can end its literal: the engine reads back exactly what went in', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom("'", '"', ';', '--', '/*', '\\', '\u0000', '\n', '$$', '😀', '\ud800', 'a', ')'),
      maxLength: 12,
    }),
    fc.constant("'; DROP TABLE raw; --"),
  );
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const [row] = (
        await connection.runAndReadAll(
          `SELECT ${literal(text)} AS v, ${literal(text)} IN ${literals([text])} AS same`,
        )
      ).getRows();
      expect(row).toEqual([text.toWellFormed(), true]);
    }),
    { numRuns: 300 },
  );
});
