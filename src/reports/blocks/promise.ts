/** What we can promise: nine of ten customers are answered within this time, by channel. */
import { about } from '../../insights/kind.ts';
import type { BlockKind } from '../block.ts';
import { segmentName } from '../names.ts';

/** Fewer cases carry no promise. */
const enough = 50;

export const promise: BlockKind = {
  name: 'promise',
  questions: (scope) =>
    scope.metrics.includes('first_response_time') && scope.dimensions.includes('channel')
      ? [about(scope, ['first_response_time'], { by: ['channel'], stats: ['p90'] })]
      : [],
  build([figures = []], { words }) {
    const items = figures
      .filter(({ value, n }) => value !== null && n >= enough)
      .sort((a, b) => b.n - a.n)
      .map(({ value, interval, segment }) =>
        words.say('block.promise.item', {
          channel: segmentName('channel', segment['channel'], words),
          time: words.forms.duration(interval?.high ?? value ?? 0),
        }),
      );
    if (items.length === 0) return [];
    return [
      { kind: 'heading', text: words.say('block.promise') },
      { kind: 'list', items },
    ];
  },
};
