/** The table of the figures that matter: this period, target, last period, last year, and the verdict in a word. */

import type { Words } from '../../locales/index.ts';
import type { Figure, FigureComparison } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { comparisonNotes } from '../comparison-notes.ts';
import { baseCell, differenceText, digitsOf, figureCell, valueText, verdictCell } from '../figure-text.ts';
import { mainFigures } from '../main-figures.ts';
import { directionOf, figureName, segmentName } from '../names.ts';
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
    const bases = {
      target: has('target'),
      previous: has('previous'),
      last_year: has('last_year'),
      further: furtherOf(figures),
    };
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
            ...bases.further.map((base) => label(furtherName(base, words))),
          ],
          rows: mainFigures(figures).map((figure) => row(figure, bases, context).map(withoutReason)),
          notes: [
            words.say(bases.previous ? 'block.headline.legend' : 'missing.no_earlier_period.sentence'),
            ...(bases.previous ? uncompared(figures, words) : []),
            ...comparisonNotes(figures, words),
          ],
        },
      },
    ];
  },
};

/** Why there is nothing to compare with is told once, under the table: beside the dash it would stretch every row. */
const withoutReason = (cell: Cell): Cell => {
  if (cell.text !== '–') return cell;
  const { small: _reason, ...bare } = cell;
  return bare;
};

function uncompared(figures: readonly Figure[], words: Words): readonly string[] {
  return mainFigures(figures).flatMap((figure) => {
    const before = figure.comparisons.find(({ base }) => base.kind === 'previous');
    if (before === undefined || before.difference !== null) return [];
    return [words.say('block.headline.uncompared', { name: figureName(figure, words) })];
  });
}

interface Bases extends Readonly<Record<'target' | 'previous' | 'last_year', boolean>> {
  readonly further: readonly Further[];
}

type Further = FigureComparison['base'];

/** What else the configuration or the template asks to be compared with, where any figure has it. */
function furtherOf(figures: readonly Figure[]): readonly Further[] {
  const found = new Map<string, Further>();
  for (const { base } of figures.flatMap(({ comparisons }) => comparisons)) {
    const further = base.kind === 'benchmark' || base.kind === 'baseline' || base.kind === 'segment';
    if (further && base.value !== null && !found.has(furtherKey(base))) found.set(furtherKey(base), base);
  }
  return [...found.values()];
}

const furtherKey = ({ kind, from, to, where }: Further): string =>
  JSON.stringify(kind === 'benchmark' ? [kind] : kind === 'segment' ? [kind, where] : [kind, from, to]);

function furtherName({ kind, from, where = [] }: Further, words: Words): string {
  if (kind === 'benchmark') return words.say('column.benchmark');
  if (kind === 'baseline')
    return words.say('column.baseline', { date: words.forms.date((from ?? '').slice(0, 10)) });
  const segment = where.flatMap(({ dimension, values }) =>
    values.map((value) => segmentName(dimension, value, words)),
  );
  return words.say('column.segment', { segment: words.forms.list(segment) });
}

/** The other number, with the difference and the verdict in small print. */
function furtherCell(figure: Figure, further: Further, words: Words): Cell {
  const comparison = figure.comparisons.find(({ base }) => furtherKey(base) === furtherKey(further));
  if (comparison?.missing === 'no_benchmark') return { kind: 'text', text: '' };
  const cell = baseCell(figure, comparison, words);
  const verdict = comparison?.among ?? null;
  if (comparison === undefined || verdict === null || comparison.difference === null) return cell;
  const difference = differenceText(comparison.difference, figure.unit, words, digitsOf(figure));
  return { ...cell, small: `${difference} · ${words.say(`verdict.${verdict}`)}` };
}

/** A target, and whether an agreement was kept. */
function targetCell(figure: Figure, comparison: FigureComparison | undefined, words: Words): Cell {
  const target = comparison?.base.value ?? null;
  const text = target === null ? '' : valueText(target, figure.unit, words, 1);
  if (comparison?.contract === undefined) return { kind: 'text', text };
  return {
    kind: 'text',
    text,
    small: words.say(comparison.contract.breached ? 'verdict.breach' : 'verdict.kept'),
  };
}

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
  return [
    { kind: 'text', text: figureName(figure, words), ...others(figure, context) },
    figureCell(figure, words),
    ...(bases.target ? [targetCell(figure, compared('target'), words)] : []),
    ...(bases.previous ? [baseCell(figure, compared('previous'), words)] : []),
    ...(bases.last_year ? [baseCell(figure, compared('last_year'), words)] : []),
    ...(bases.previous
      ? [verdictCell(figure, compared('previous'), directionOf(figure.metric, words), words)]
      : []),
    ...bases.further.map((base) => furtherCell(figure, base, words)),
  ];
}
