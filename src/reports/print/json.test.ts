import { expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { printJson } from './json.ts';

test('a program reads the same figures, and pictures as their tables', () => {
  const read = JSON.parse(printJson(fixture('en')));
  expect(read.sections[0].blocks[2].table.rows[0][1]).toMatchObject({
    kind: 'number',
    text: '86.9 %',
    rows: 'csat-2025-05',
  });
  const picture = read.sections[1].blocks.find((block: { kind: string }) => block.kind === 'picture');
  expect(picture.picture.svg).toBeUndefined();
  expect(picture.picture.table.rows).toHaveLength(13);
});
