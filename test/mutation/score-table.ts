/** The scores as a table in a page of the docs, one line a folder: a new run replaces the lines it measured. */

import { mutantsOf, noticed, type Score, total } from './score.ts';

const ROW = /^\| ([a-z]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| ([\d.]+) % \|$/;

export function withScores(page: string, measured: readonly Score[]): string {
  const lines = page.split('\n');
  const first = lines.findIndex((line) => ROW.test(line));
  const kept = lines.flatMap((line) => scoreIn(line) ?? []);
  const scores = kept.map((old) => measured.find(({ folder }) => folder === old.folder) ?? old);
  const added = measured.filter(({ folder }) => !kept.some((old) => old.folder === folder));
  const folders = [...scores, ...added].filter(({ folder }) => folder !== 'all');
  const rows = [...folders, total(folders)].map(row);
  const others = lines.filter((line) => !ROW.test(line));
  return others.toSpliced(first, 0, ...rows).join('\n');
}

function scoreIn(line: string): Score | null {
  const cells = ROW.exec(line);
  if (cells === null) return null;
  const [, folder = '', , caught, endless, survived, neverRun] = cells;
  return {
    folder,
    caught: Number(caught),
    endless: Number(endless),
    survived: Number(survived),
    neverRun: Number(neverRun),
  };
}

const row = (x: Score): string =>
  `| ${x.folder} | ${mutantsOf(x)} | ${x.caught} | ${x.endless} | ${x.survived} | ${x.neverRun} | ${(100 * noticed(x)).toFixed(1)} % |`;
