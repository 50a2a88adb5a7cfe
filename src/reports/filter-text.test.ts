import { expect, test } from 'vitest';
import { wordsOf } from '../locales/index.ts';
import { filterText } from './filter-text.ts';

test('a recipient’s filter narrows the template’s', () => {
  const where = [
    { dimension: 'team', values: ['Gear Lab'] },
    { dimension: 'channel', values: ['chat', 'phone', null] },
    { dimension: 'channel', values: ['phone', null] },
  ];
  expect(filterText(where, wordsOf('en'))).toBe('team: Gear Lab; channel: Phone, unknown');
});
