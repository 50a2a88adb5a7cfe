/** What is worth knowing: at most three on page two, the others of the seven behind. */

import type { Insight } from '../../insights/insight.ts';
import { onPageTwo } from '../../insights/rank.ts';
import type { BlockKind, Context } from '../block.ts';
import { insightWords } from '../insight-words.ts';
import type { Block } from '../report.ts';

const told = (insights: readonly Insight[], { words }: Context): Block[] =>
  insights.map((insight) => ({
    kind: 'insight',
    ...insightWords(insight, words),
    rows: insight.evidence[0]?.rows ?? null,
  }));

export const insights: BlockKind = {
  name: 'insights',
  questions: () => [],
  build(_answers, context) {
    const first = told(context.insights.slice(0, onPageTwo), context);
    return first.length === 0
      ? [{ kind: 'paragraph', text: context.words.say('block.insights.none') }]
      : first;
  },
};

export const moreInsights: BlockKind = {
  name: 'more-insights',
  questions: () => [],
  build: (_answers, context) => told(context.insights.slice(onPageTwo), context),
};
