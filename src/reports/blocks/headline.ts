/** The table of the figures that matter: this period, target, last period, last year, and the verdict in a word. */

import type { Words } from '../../locales/index.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { baseCell, digitsOf, figureCell, valueText, verdictCell } from '../figure-text.ts';
import { mainFigures } from '../main-figures.ts';
import { directionOf, figureName } from '../names.ts';
import type { Cell } from '../report.ts';

export const headline: BlockKind = {
  name: 'headline',
  questions: () => [],
  build(_answers, context) {
    const { words, headline: figures } = context;
    const has = (kind: string): boolean =>
      figures.some(({ comparisons }) =>
        comparisons.some(({ base }) => base.kind === kind && base.value !== null),
      );
    const bases = { target: has('target'), previous: has('previous'), last_year: has('last_year') };
    const label = (text: string, align: 'left' | 'right' = 'right') => ({ label: text, align });
    return [
      {
        kind: 'table',
        table: {
          caption: words.say('block.headline'),
          columns: [
            label(words.say('column.figure'), 'left'),
            label(words.say('column.thisPeriod')),
            ...(bases.target ? [label(words.say('column.target'))] : []),
            ...(bases.previous ? [label(words.say('column.before'))] : []),
            ...(bases.last_year ? [label(words.say('column.lastYear'))] : []),
            ...(bases.previous ? [label(words.say('column.verdict'), 'left')] : []),
          ],
          rows: mainFigures(figures).map((figure) => row(figure, bases, context)),
          notes: bases.previous
            ? [words.say('block.headline.legend')]
            : [words.say('missing.no_earlier_period.sentence')],
        },
      },
    ];
  },
};

type Bases = Readonly<Record<'target' | 'previous' | 'last_year', boolean>>;

/** The other statistics of the same metric stand in small print: a median never without its ninetieth percentile. */
function others(figure: Figure, { headline, helpdesk, words }: Context): { readonly small?: string } {
  const rest = headline.filter(
    ({ metric, stat, value }) => metric === figure.metric && stat !== figure.stat && value !== null,
  );
  const told = rest.map((other) =>
    words.say('figure.also', {
      stat: words.sayKnown(`stat.${other.stat}`, 'stat.other'),
      value: valueText(other.value ?? 0, other.unit, words, digitsOf(other)),
    }),
  );
  const shown = helpdesk.find(({ metric, stat }) => metric === figure.metric && stat === figure.stat);
  const all = [...told, ...(shown === undefined ? [] : helpdeskText(figure, shown, words))];
  return all.length === 0 ? {} : { small: all.join(' · ') };
}

/** Worth a line only where it reads differently. */
function helpdeskText(figure: Figure, shown: Figure, words: Words): readonly string[] {
  const text = ({ value, unit }: Figure): string =>
    value === null ? '' : valueText(value, unit, words, digitsOf(figure));
  return shown.value === null || text(shown) === text(figure)
    ? []
    : [words.say('figure.helpdesk', { value: text(shown) })];
}

function row(figure: Figure, bases: Bases, context: Context): Cell[] {
  const { words } = context;
  const compared = (kind: string) => figure.comparisons.find(({ base }) => base.kind === kind);
  const target = compared('target')?.base.value ?? null;
  return [
    { kind: 'text', text: figureName(figure, words), ...others(figure, context) },
    figureCell(figure, words),
    ...(bases.target
      ? [{ kind: 'text', text: target === null ? '' : valueText(target, figure.unit, words, 1) } as const]
      : []),
    ...(bases.previous ? [baseCell(figure, compared('previous'), words)] : []),
    ...(bases.last_year ? [baseCell(figure, compared('last_year'), words)] : []),
    ...(bases.previous
      ? [verdictCell(figure, compared('previous'), directionOf(figure.metric, words), words)]
      : []),
  ];
}
