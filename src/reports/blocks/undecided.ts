/** What we cannot tell yet, in one line each, and what would settle it. */
import type { BlockKind } from '../block.ts';
import { reasonText } from '../figure-text.ts';
import { figureName } from '../names.ts';

export const undecided: BlockKind = {
  name: 'undecided',
  questions: () => [],
  build(_answers, { headline, words }) {
    const open = headline.flatMap((figure) => {
      const name = figureName(figure, words);
      if (figure.value === null)
        return [words.say('block.undecided.missing', { name, reason: reasonText(figure.missing, words) })];
      const compared = figure.comparisons.find(({ base }) => base.kind === 'previous');
      if (compared?.among !== 'cannot_tell_yet') return [];
      const more = compared.moreNeeded;
      return [
        more === null
          ? words.say('block.undecided.unclear', { name })
          : words.say('block.undecided.more', { name, more: words.forms.count(more) }),
      ];
    });
    return open.length === 0
      ? []
      : [
          { kind: 'heading', text: words.say('block.undecided') },
          { kind: 'list', items: [...new Set(open)] },
        ];
  },
};
