/** How values spread, as rows of a bar each. */
import { wordsOf } from '../locales/index.ts';
import type { Figure } from '../metrics/index.ts';
import { segmentText, valueText } from '../reports/index.ts';
import { laidOut } from './lay-out.ts';

const words = wordsOf('en');
const longest = 40;

/** One block a figure that has bins: from–to, the number of rows, its share, a bar. */
export const binsText = (figures: readonly Figure[]): string =>
  figures
    .flatMap((figure) => (figure.bins === undefined || figure.bins.length === 0 ? [] : [block(figure)]))
    .join('');

function block(figure: Figure): string {
  const { bins = [], metric, unit } = figure;
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  const most = Math.max(...bins.map(({ n }) => n));
  const end = (value: number): string => valueText(value, unit === 'seconds' ? 'seconds' : 'score', words, 1);
  const rows = bins.map(({ from, to, n }) => [
    to === null ? `> ${end(from ?? 0)}` : `≤ ${end(to)}`,
    words.forms.count(n),
    words.forms.share(n / all, 1),
    '█'.repeat(Math.round((longest * n) / most)),
  ]);
  const title = [metric, segmentText(figure, words)].filter((part) => part !== '').join(' · ');
  return `\n${title}\n${laidOut(rows, { right: [0, 1, 2] })}\n`;
}
