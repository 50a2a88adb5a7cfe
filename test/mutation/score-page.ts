/** The scores in the docs: file by file as JSON, folder by folder as the table of a page. */

import { breaks, noticed, type Score, total } from './score.ts';

/** By file, in folders of src/chance: `intervals/wilson-interval.ts`. */
export type Scores = Readonly<Record<string, Score>>;

export function asJson(scores: Scores): string {
  const lines = Object.entries(scores)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, score]) => `  ${JSON.stringify(file)}: ${JSON.stringify(score)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Puts the table in the place of the one that is there. */
export function withTable(page: string, scores: Scores): string {
  const folders = Object.groupBy(Object.entries(scores), ([file]) => file.split('/')[0] ?? file);
  const rows = Object.entries(folders)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, files = []]) => row(folder, total(files.map(([, score]) => score))));
  const lines = page.split('\n');
  const [head, old] = [lines.findIndex(isRow) + 2, lines.filter(isRow).length - 2];
  return lines.toSpliced(head, old, ...rows, row('**all**', total(Object.values(scores)))).join('\n');
}

const isRow = (line: string): boolean => line.startsWith('| ');

const row = (name: string, x: Score): string =>
  `| ${name} | ${breaks(x)} | ${x.caught} | ${x.endless} | ${x.survived} | ${x.neverRun} | ${noticed(x)} |`;
