/** Figures as a table that a person reads in a terminal. */
import { wordsOf } from '../locales/index.ts';
import { catalogue, type Figure, type FigureComparison, type MetricDefinition } from '../metrics/index.ts';
import {
  comparisonNotes,
  differenceText,
  digitsOf,
  intervalText,
  reasonText,
  ruleText,
  segmentText,
  valueText,
} from '../reports/index.ts';
import { binsText } from './bins-text.ts';
import { countedOutNote, missingNote, partsNote } from './figure-notes.ts';
import { laidOut } from './lay-out.ts';

const words = wordsOf('en');

/** Columns: what, when, value, interval, n, and of each comparison the difference and the verdict. */
export function figureTable(
  figures: readonly Figure[],
  width: number,
  metrics: readonly MetricDefinition[] = catalogue,
): string {
  const bases = figures[0]?.comparisons ?? [];
  const split = figures.some(({ segment }) => Object.keys(segment).length > 0);
  const slices =
    new Set(figures.filter(({ metric }) => metric === figures[0]?.metric).map(({ from }) => from)).size > 1;
  const header = [
    'metric',
    'stat',
    ...(split ? ['segment'] : []),
    ...(slices ? ['from'] : []),
    'value',
    '95% interval',
    'n',
    ...(bases.length === 1 ? ['difference', 'verdict'] : bases.flatMap(headings)),
  ];
  const rows = figures.map((figure) => [
    figure.metric,
    figure.stat,
    ...(split ? [segmentText(figure, words) || words.say('segment.all')] : []),
    ...(slices ? [figure.from?.slice(0, 10) ?? ''] : []),
    figure.value === null
      ? '–'
      : valueText(figure.value, figure.unit, words, Math.max(2, digitsOf(figure)) as 2),
    intervalText(figure, words) ?? '',
    words.forms.count(figure.n),
    ...figure.comparisons.flatMap((comparison) => cells(figure, comparison)),
  ]);
  return `${laidOut([header, ...rows])}\n${binsText(figures)}${missingNote(figures)}${notes(figures)}${partsNote(figures, metrics)}${countedOutNote(figures)}${rules(figures, width)}`;
}

/** Which of several comparisons a pair of columns is about. */
function headings({ base: { kind, where = [] } }: FigureComparison): readonly string[] {
  const name = kind === 'segment' ? where.map(({ values }) => values.join(', ')).join(', ') : kind;
  return [`to ${name.replace('_', ' ')}`, 'verdict'];
}

/** Each sentence on a line of its own. */
function notes(figures: readonly Figure[]): string {
  const told = comparisonNotes(figures, words);
  return told.length === 0 ? '' : `\n${told.join('\n')}\n`;
}

function cells(
  figure: Figure,
  { difference, among, verdict, missing, contract }: FigureComparison,
): string[] {
  if (difference === null) return ['–', reasonText(missing, words)];
  const breach = contract?.breached === true ? `${words.say('verdict.breach')} · ` : '';
  return [
    differenceText(difference, figure.unit, words, digitsOf(figure)),
    `${breach}${words.say(`verdict.${among ?? verdict}`)}`,
  ];
}

/** The rules that made the figures, once each. */
function rules(figures: readonly Figure[], width: number): string {
  const told = new Set(
    figures.flatMap((figure) =>
      Object.entries(figure.rules).map(
        ([token, value]) => `${token}=${value}: ${ruleText(token, value, words)}`,
      ),
    ),
  );
  const lines = [...told].map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  return lines.length === 0 ? '' : `\nRules\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
