/** What became of every record of a load, as a table: the law in one look. */

import type { FileResult } from '../intake/index.ts';
import { wordsOf } from '../locales/index.ts';
import { laidOut } from './lay-out.ts';

const { forms } = wordsOf('en');
const columns = ['records', 'loaded', 'duplicates', 'quarantined', 'excluded'] as const;

export function loadTable(files: readonly FileResult[]): string {
  const rows = files.map((file) => [
    file.file.replace(/^.*[/\\]/, ''),
    ...columns.map((column) => forms.count(file[column])),
  ]);
  const reasons = files
    .flatMap(({ reasons: own }) => Object.entries(own))
    .map(([code, count]) => `  ${forms.count(count)} ${code}`);
  const table = laidOut([['file', ...columns], ...rows], { right: [1, 2, 3, 4, 5] });
  return reasons.length === 0
    ? `${table}\n`
    : `${table}\n\nSet aside or loaded before, by reason\n${reasons.join('\n')}\n`;
}
