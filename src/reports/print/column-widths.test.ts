import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';

const need = fc.record({ least: fc.integer({ min: 1, max: 20 }), more: fc.integer({ min: 0, max: 80 }) });

test('columns that fit keep their natural width', () => {
  expect(
    columnWidths(
      [
        { natural: 10, least: 3 },
        { natural: 8, least: 8 },
      ],
      20,
    ),
  ).toEqual([10, 8]);
});

test('the widest column gives way first', () => {
  expect(
    columnWidths(
      [
        { natural: 30, least: 10 },
        { natural: 8, least: 8 },
      ],
      28,
    ),
  ).toEqual([20, 8]);
});

test('no widths where single words do not fit', () => {
  expect(
    columnWidths(
      [
        { natural: 30, least: 20 },
        { natural: 20, least: 20 },
      ],
      39,
    ),
  ).toBeNull();
});

test('the widths never pass the room, and no column falls below its longest word', () => {
  fc.assert(
    fc.property(
      fc.array(need, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 10, max: 200 }),
      (columns, room) => {
        const needs = columns.map(({ least, more }) => ({ least, natural: least + more }));
        const widths = columnWidths(needs, room);
        if (widths === null) return needs.reduce((sum, { least }) => sum + least, 0) > room;
        const enough = widths.every(
          (width, i) => width >= (needs[i]?.least ?? 0) && width <= (needs[i]?.natural ?? 0),
        );
        return enough && widths.reduce((sum, width) => sum + width, 0) <= room;
      },
    ),
  );
});
