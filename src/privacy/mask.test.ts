import { expect, test } from 'vitest';
import { mask } from './mask.ts';

test.each([
  ['Write to anna.rossi@example.org please', 'Write to [address] please'],
  ['Chiamatemi allo 02 1234 5678 o al +39 333 123 4567.', 'Chiamatemi allo [phone] o al [phone].'],
  ['my card 4111 1111 1111 1111 was charged', 'my card [card] was charged'],
  ['IBAN IT60 X054 2811 1010 0000 0123 456', 'IBAN [account]'],
  ['see https://shop.example/o?t=abc now', 'see [link] now'],
  ['mi chiamo Anna Rossi e aspetto', 'mi chiamo [name] e aspetto'],
  ['order 12345678 is late', 'order [phone] is late'],
  ['codice RSSNNA80A41H501X', 'codice [tax code]'],
])('%s', (text, masked) => expect(mask(text)).toBe(masked));

test('words, prices, dates and short numbers stay as they are', () => {
  const text = 'Waited 3 days, paid 49.90 on 12/03/2025, sono molto contento. 10/10!';
  expect(mask(text)).toBe(text);
});
