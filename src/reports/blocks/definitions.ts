/** Definitions: the question each figure answers, how it is computed, and the rules it was made with. */

import type { BlockKind } from '../block.ts';
import { definitionOf, ruleText } from '../names.ts';

export const definitions: BlockKind = {
  name: 'definitions',
  questions: () => [],
  build(_answers, { headline, words }) {
    const metrics = [
      ...new Map(
        headline.filter(({ value }) => value !== null).map((figure) => [figure.metric, figure]),
      ).values(),
    ];
    const items = metrics.flatMap(({ metric, rules }) => {
      const wording = definitionOf(metric, words)?.words[words.language];
      if (wording === undefined) return [];
      return [
        {
          term: wording.name,
          text: words.say('definition.text', {
            question: wording.question,
            formula: sentence(wording.formula),
            countedOut: wording.countedOut,
          }),
          rules: Object.entries(rules)
            .map(([token, value]) => ruleText(token, value, words))
            .join('; '),
        },
      ];
    });
    return [
      { kind: 'heading', text: words.say('block.definitions') },
      { kind: 'definitions', items },
    ];
  },
};

/** A formula opens as a sentence where it begins with a word. */
const sentence = (formula: string): string =>
  `${formula[0]?.toUpperCase()}${formula.slice(1).replace(/\.$/, '')}`;
