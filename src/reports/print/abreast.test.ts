import { expect, test } from 'vitest';
import type { Block } from '../report.ts';
import { abreast } from './abreast.ts';

const picture = (title: string, width: number): Block => ({
  kind: 'picture',
  picture: {
    svg: `<svg viewBox="0 0 ${width} 100"/>`,
    title,
    summary: '',
    table: { caption: '', columns: [], rows: [], notes: [] },
  },
});
const words: Block = { kind: 'paragraph', text: 'words' };
const titles = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'picture' ? block.picture.title : block.kind));

test('a half-wide picture takes the next one to its side', () => {
  const blocks = [picture('a', 312), picture('wide', 640), picture('b', 312), picture('c', 312), words];
  expect(titles(abreast(blocks))).toEqual(['a', 'b', 'wide', 'c', 'paragraph']);
});

test('words between pictures keep them apart', () => {
  const blocks = [picture('a', 312), words, picture('wide', 640), picture('b', 312)];
  expect(titles(abreast(blocks))).toEqual(['a', 'paragraph', 'wide', 'b']);
});
