/** What we ask the reader to decide: at most three, each with its effect and who is meant. */
import { addDays, daysBetween } from '../../model/index.ts';
import type { BlockKind } from '../block.ts';
import { insightWords } from '../insight-words.ts';

export const decisions: BlockKind = {
  name: 'decisions',
  questions: () => [],
  build(_answers, { insights, scope, words }) {
    const by =
      scope.period === 'all'
        ? ''
        : words.forms.date(addDays(scope.period.to, daysBetween(scope.period.from, scope.period.to) - 1));
    const calling = insights.filter(({ good }) => good !== true).slice(0, 3);
    const items = calling.map((insight) => {
      const { advice, size, audience } = insightWords(insight, words);
      return { what: advice, effect: size, owner: audience, by };
    });
    if (items.length === 0) return [{ kind: 'paragraph', text: words.say('block.decisions.none') }];
    return [
      { kind: 'heading', text: words.say('block.decisions') },
      { kind: 'decisions', items },
    ];
  },
};
