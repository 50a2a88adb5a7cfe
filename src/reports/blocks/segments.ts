/** Tables behind: the figures by channel, category, priority and team, each with its verdict against the total's past. */
import { about, type Scope } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { figureCell, verdictCell } from '../figure-text.ts';
import { dimensionName, directionOf, figureName, segmentName } from '../names.ts';
import type { Block, Cell } from '../report.ts';

/** More lines than this are summed up in one sentence; the export has them all. */
const most = 15;

const shown = [
  'cases_opened',
  'contacts_arrived',
  'csat',
  'nps',
  'first_response_time',
  'resolution_time',
  'abandonment_rate',
  'service_level',
  'talk_time',
  'handle_time',
] as const;

/** Beside what comes out, what it costs: shown where rates are set. */
const cost = 'cost_per_resolution';

function asked({ metrics }: Scope): string[] {
  const first: readonly string[] = shown.filter((metric) => metrics.includes(metric));
  const outcomes = [...first, ...metrics.filter((metric) => !first.includes(metric))].slice(0, 5);
  return outcomes.length === 0 ? [] : [...outcomes, cost];
}

/** The table of one dimension. */
export const segmentsBy = (dimension: string): BlockKind => ({
  name: `by-${dimension}`,
  questions: (scope) =>
    scope.dimensions.includes(dimension) && asked(scope).length > 0
      ? [about(scope, asked(scope), { by: [dimension], compare: ['previous'] })]
      : [],
  build: ([figures = []], context) => (figures.length === 0 ? [] : [table(dimension, figures, context)]),
});

function table(dimension: string, figures: readonly Figure[], context: Context): Block {
  const { words } = context;
  const named = figures.filter(({ segment }) => (segment[dimension] ?? null) !== null);
  const columns = firstStatOfEach(figures).filter(({ metric }) => isKnown(metric, named));
  const compared = figures.some(({ comparisons }) => comparisons.some(({ among }) => among !== null));
  const headline = compared ? columns.find(({ unit }) => unit !== 'count') : undefined;
  const cell = (key: string | null, { metric, stat }: Figure): Figure | undefined =>
    figures.find(
      (each) => each.metric === metric && each.stat === stat && (each.segment[dimension] ?? null) === key,
    );
  const keys = largestFirst(dimension, figures);
  const called = dimensionName(dimension, words);
  const verdictOn = (figure: Figure) => words.say('column.verdictOn', { name: figureName(figure, words) });
  return {
    kind: 'table',
    table: {
      caption: words.say('block.by', { dimension: called }),
      columns: [
        { label: headed(called), align: 'left' },
        ...columns.map((figure) => ({ label: figureName(figure, words), align: 'right' as const })),
        ...(headline === undefined ? [] : [{ label: verdictOn(headline), align: 'left' as const }]),
      ],
      rows: keys
        .slice(0, most)
        .map((key) => [
          { kind: 'text', text: segmentName(dimension, key, words) },
          ...columns.map((column) => optional(cell(key, column), context)),
          ...(headline === undefined ? [] : [verdictOf(cell(key, headline), context)]),
        ]),
      notes:
        keys.length > most ? [words.say('block.by.more', { n: keys.length - most, dimension: called })] : [],
    },
  };
}

/** What is not known comes last, however much of it there is. */
function largestFirst(dimension: string, figures: readonly Figure[]): readonly (string | null)[] {
  const sizes = new Map<string | null, number>();
  for (const { segment, n } of figures) {
    const key = segment[dimension] ?? null;
    sizes.set(key, Math.max(n, sizes.get(key) ?? 0));
  }
  return [...sizes]
    .sort(([a, m], [b, n]) => Number(a === null) - Number(b === null) || n - m)
    .map(([key]) => key);
}

const isKnown = (name: string, figures: readonly Figure[]): boolean =>
  figures.some(({ metric, value }) => metric === name && value !== null);

function firstStatOfEach(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, Figure>();
  for (const figure of figures) if (!seen.has(figure.metric)) seen.set(figure.metric, figure);
  return [...seen.values()];
}

const optional = (figure: Figure | undefined, { words }: Context): Cell =>
  figure === undefined ? { kind: 'text', text: '–' } : figureCell(figure, words);

const verdictOf = (figure: Figure | undefined, { words }: Context): Cell =>
  figure === undefined
    ? { kind: 'text', text: '–' }
    : verdictCell(
        figure,
        figure.comparisons.find(({ base }) => base.kind === 'previous'),
        directionOf(figure.metric, words),
        words,
      );

const headed = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
