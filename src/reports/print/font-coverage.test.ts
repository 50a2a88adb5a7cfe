import { expect, test } from 'vitest';
import { canDraw } from './font-coverage.ts';

test.each([
  'CSAT 86,9 %',
  'Città: «sì» – 3 h 40 min',
  'Ελλάδα, Україна, Łódź',
  'Thank you 🙏, 5 ⭐ ❤️ 👩🏽‍💻',
  'soft\u00ADhyphen\u200Bbreak\nline',
])('%j can be drawn', async (text) => {
  expect(await canDraw({ rows: [{ text }] })).toBe(true);
});

test.each(['مرحبا', '漢字', 'null \u0000', '\u001B[31m', '\uD800'])('%j cannot', async (text) => {
  expect(await canDraw([text])).toBe(false);
});
