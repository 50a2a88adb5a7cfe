import { expect, test } from 'vitest';
import { placedFlags } from './events.ts';

const sheet = { from: 0, to: 640 };

test('names far apart share the upper row', () => {
  const placed = placedFlags(
    [
      { x: 50, text: 'fault' },
      { x: 400, text: 'new tool' },
    ],
    sheet,
  );
  expect(placed.map(({ row, side }) => `${row} ${side}`)).toEqual(['0 right', '0 right']);
});

test('a name at the sheet’s end stands to the left of its line', () => {
  expect(placedFlags([{ x: 630, text: 'new tool' }], sheet)[0]).toMatchObject({ row: 0, side: 'left' });
});

test('neighbours neither overlap nor cross each other’s lines', () => {
  const placed = placedFlags(
    [
      { x: 540, text: '12 March: payment fault' },
      { x: 610, text: '5 May: team in Padua' },
    ],
    sheet,
  );
  expect(placed.map(({ x, row, side }) => `${x} ${row} ${side}`)).toEqual(['610 0 left', '540 1 left']);
});

test('a name that is longer than either side is cut short, and stays on the sheet', () => {
  const [flag] = placedFlags([{ x: 120, text: '7 April: new templates for e-mail' }], { from: 0, to: 240 });
  expect(flag?.text).toMatch(/^7 April: new .*…$/);
  expect(flag?.row).toBe(0);
});
