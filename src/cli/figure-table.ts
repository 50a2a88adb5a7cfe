/** Figures as a table that a person reads in a terminal. */
import { wordsOf } from '../locales/index.ts';
import { catalogue, type Figure, type MetricDefinition } from '../metrics/index.ts';
import {
  differenceText,
  digitsOf,
  intervalText,
  reasonText,
  ruleText,
  segmentText,
  valueText,
} from '../reports/index.ts';
import { countedOutNote, partsNote } from './figure-notes.ts';
import { laidOut } from './lay-out.ts';

const words = wordsOf('en');

/** Columns: what, when, value, interval, n, and where compared the difference and the verdict. */
export function figureTable(
  figures: readonly Figure[],
  width: number,
  metrics: readonly MetricDefinition[] = catalogue,
): string {
  const compared = figures.some(({ comparisons }) => comparisons.length > 0);
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
    ...(compared ? ['difference', 'verdict'] : []),
  ];
  const rows = figures.map((figure) => [
    figure.metric,
    figure.stat,
    ...(split ? [segmentText(figure, words)] : []),
    ...(slices ? [figure.from?.slice(0, 10) ?? ''] : []),
    figure.value === null
      ? `– (${figure.missing})`
      : valueText(figure.value, figure.unit, words, Math.max(2, digitsOf(figure)) as 2),
    intervalText(figure, words) ?? '',
    words.forms.count(figure.n),
    ...(compared ? comparison(figure) : []),
  ]);
  return `${laidOut([header, ...rows])}\n${partsNote(figures, metrics)}${countedOutNote(figures)}${rules(figures, width)}`;
}

function comparison(figure: Figure): string[] {
  const [first] = figure.comparisons;
  if (first === undefined || first.difference === null)
    return ['–', reasonText(first?.missing ?? null, words)];
  const among = first.among ?? first.verdict;
  return [
    differenceText(first.difference, figure.unit, words, digitsOf(figure)),
    words.say(`verdict.${among}`),
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
