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

/** Puts the table in the place of the one that is there; `all` are the files there are to measure. */
export function withTable(page: string, scores: Scores, all: readonly string[]): string {
  const line = (name: string, files: readonly string[]) => {
    const measured = files.flatMap((file) => scores[file] ?? []);
    return row(name, `${measured.length} of ${files.length}`, total(measured));
  };
  const folders = Object.groupBy(all, (file) => file.split('/')[0] ?? file);
  const rows = Object.entries(folders).map(([folder, files = []]) => line(folder, files));
  const lines = page.split('\n');
  const [head, old] = [lines.findIndex(isRow) + 2, lines.filter(isRow).length - 2];
  return lines.toSpliced(head, old, ...rows, line('**all**', all)).join('\n');
}

const isRow = (line: string): boolean => line.startsWith('| ');

const row = (name: string, files: string, x: Score): string =>
  `| ${name} | ${files} | ${breaks(x)} | ${x.caught} | ${x.endless} | ${x.survived} | ${x.neverRun} | ${breaks(x) > 0 ? noticed(x) : '–'} |`;
