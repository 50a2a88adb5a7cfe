/** Customers whom nobody served: they gave up or still wait, by the way they asked. */
import { about } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { figureCell, verdictCell } from '../figure-text.ts';
import { dimensionName, segmentName } from '../names.ts';
import type { Block } from '../report.ts';

const metric = 'customers_not_served';

export const notServed: BlockKind = {
  name: 'not-served',
  questions: (scope) => [
    about(scope, [metric], { compare: ['previous'] }),
    ...(scope.dimensions.includes('channel')
      ? [about(scope, [metric], { by: ['channel'], stats: ['share'], compare: ['previous'] })]
      : []),
  ],
  build([totals = [], parts = []], context) {
    const { words } = context;
    const share = totals.find(({ stat }) => stat === 'share');
    const count = totals.find(({ stat }) => stat === 'count');
    if (share === undefined || share.value === null || count?.value == null) return [];
    const heading: Block = { kind: 'heading', text: words.say('block.notServed') };
    const text = words.say('block.notServed.text', {
      n: count.value,
      text: words.forms.count(count.value),
      all: words.forms.count(share.n),
      share: words.forms.share(share.value),
    });
    const known = parts.filter(({ n, value }) => n > 0 && value !== null);
    return [heading, { kind: 'paragraph', text }, ...(known.length < 2 ? [] : [table(known, context)])];
  },
};

function table(parts: readonly Figure[], { words }: Context): Block {
  return {
    kind: 'table',
    table: {
      caption: words.say('block.notServed.byChannel'),
      columns: [
        { label: headed(dimensionName('channel', words)), align: 'left' },
        { label: words.say('column.share'), align: 'right' },
        { label: words.say('column.verdict'), align: 'left' },
      ],
      rows: parts
        .toSorted((a, b) => b.n - a.n)
        .map((figure) => [
          { kind: 'text', text: segmentName('channel', figure.segment['channel'], words) },
          figureCell(figure, words),
          verdictCell(
            figure,
            figure.comparisons.find(({ base }) => base.kind === 'previous'),
            'down',
            words,
          ),
        ]),
      notes: [],
    },
  };
}

const headed = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
