/** Three customers' words, masked: praise as well as trouble. */
import type { BlockKind } from '../block.ts';
import { segmentName } from '../names.ts';

export const voices: BlockKind = {
  name: 'voices',
  questions: () => [],
  build(_answers, { voices: spoken, words }) {
    if (spoken.length === 0) return [];
    const items = spoken.map(({ text, score, scaleMax, category }) => ({
      text,
      from: [
        words.say('block.voices.from', { score: words.forms.count(score), max: words.forms.count(scaleMax) }),
        ...(category === null ? [] : [segmentName('category', category, words)]),
      ].join(' · '),
    }));
    return [
      { kind: 'heading', text: words.say('block.voices') },
      { kind: 'quotes', items },
    ];
  },
};
