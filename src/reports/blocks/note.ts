/** The author's own words. */
import type { BlockKind } from '../block.ts';

export const note: BlockKind = {
  name: 'note',
  questions: () => [],
  build: (_answers, { note: text, words }) =>
    text === null ? [] : [{ kind: 'note', label: words.say('block.note'), text }],
};
