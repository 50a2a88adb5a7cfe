/** What we cannot tell yet, in one line each, and what would settle it. */

import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind } from '../block.ts';
import { reasonText } from '../figure-text.ts';
import { messageText } from '../insight-words.ts';
import { figureName, metricName } from '../names.ts';

/** Figures of a kind of record that nobody ever loaded are no news. */
const asked = ({ missing }: Figure): boolean => missing === null || !/^no_[a-z]+_recorded$/.test(missing);

/** Two digits are all that such a guess can carry. */
function roundedUp(more: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(more)) - 1);
  return Math.ceil(more / step) * step;
}

export const undecided: BlockKind = {
  name: 'undecided',
  questions: () => [],
  build(_answers, { headline, notFiltered, unsettled, words }) {
    const first = [
      ...new Map([...headline].reverse().map((figure) => [figure.metric, figure])).values(),
    ].reverse();
    const open = first.filter(asked).flatMap((figure) => {
      const name = figureName(figure, words);
      if (figure.value === null)
        return [words.say('block.undecided.missing', { name, reason: reasonText(figure.missing, words) })];
      const compared = figure.comparisons.find(({ base }) => base.kind === 'previous');
      if (compared?.among !== 'cannot_tell_yet') return [];
      const more = compared.moreNeeded;
      if (compared.verdict === 'signal') return [words.say('block.undecided.among', { name })];
      return [
        more === null
          ? words.say('block.undecided.unclear', { name })
          : words.say('block.undecided.more', { name, more: words.forms.count(roundedUp(more)) }),
      ];
    });
    const apart = notFiltered.map((metric) =>
      words.say('block.undecided.missing', {
        name: metricName(metric, words),
        reason: words.say('missing.not_told_apart'),
      }),
    );
    const all = [...new Set([...open, ...apart, ...unsettled.map((each) => messageText(each, words))])];
    return all.length === 0
      ? []
      : [
          { kind: 'heading', text: words.say('block.undecided') },
          { kind: 'list', items: all },
        ];
  },
};
