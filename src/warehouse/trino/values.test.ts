import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, parsed, reader, textLiteral } from './values.ts';

/** Reads a text literal as the engine's grammar says: doubled quotes, and `\XXXX` in those that begin with U&. */
function readLiteral(written: string): string {
  const [, unicode = '', inner = ''] = /^(U&)?'((?:[^']|'')*)'$/su.exec(written) ?? [];
  const text = inner.replaceAll("''", "'");
  return unicode === ''
    ? text
    : text.replaceAll(/\\(\\|[0-9a-f]{4})/g, (_, found: string) =>
        found === '\\' ? found : String.fromCharCode(Number.parseInt(found, 16)),
      );
}

test('every text comes back from its literal, and nothing of it leaves the quotes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom("'", '\\', '\u0000', '\n', 'U&', '?', '"', ';', '--', '😀'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (value) => {
      const written = textLiteral(value);
      expect(readLiteral(written)).toBe(value.toWellFormed());
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(written).not.toMatch(/[\u0000-\u001f]/);
    }),
    { numRuns: 1000 },
  );
});

test('every value is written with its type', () => {
  expect(
    [null, true, 5, -5, 2 ** 60, 0.1, Number.NaN, 12n, ["it's", null], [1, 0.5], []].map(literal),
  ).toEqual([
    'null',
    'true',
    "bigint '5'",
    "bigint '-5'",
    "double '1152921504606847000'",
    "double '0.1'",
    "double 'NaN'",
    "bigint '12'",
    "array['it''s', null]",
    "array[double '1', double '0.5']",
    'cast(array[] as array(varchar))',
  ]);
  expect(() => literal({})).toThrow('cannot bind');
});

test('instants come out as ISO texts in UTC, with as many digits as they have', () => {
  const read = reader('timestamp(6) with time zone');
  expect(read('2025-03-30 01:30:00.123456 UTC')).toBe('2025-03-30T01:30:00.123456Z');
  expect(read('2025-03-30 01:30:00.000000 UTC')).toBe('2025-03-30T01:30:00.000Z');
  expect(() => read('2025-03-30 01:30:00.000 Europe/Rome')).toThrow('UTC');
});

test('numbers that a double cannot hold stay texts, and those that JSON cannot write come out', () => {
  expect(parsed('[12345678901234567, 5, 1.5, -98765432109876543]')).toEqual([
    '12345678901234567',
    5,
    1.5,
    '-98765432109876543',
  ]);
  expect(['NaN', '-Infinity', 0.5, null].map(reader('double'))).toEqual([Number.NaN, -Infinity, 0.5, null]);
  expect(reader('array(timestamp(6) with time zone)')(['2025-01-01 00:00:00.000000 UTC', null])).toEqual([
    '2025-01-01T00:00:00.000Z',
    null,
  ]);
});
