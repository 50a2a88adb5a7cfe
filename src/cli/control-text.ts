/** A control chart drawn with letters, for a terminal of any width. */
import type { Control, ControlPoint } from '../metrics/index.ts';

interface Options {
  readonly width: number;
  readonly format: (value: number) => string;
  readonly height?: number;
}

const marks = { value: '•', signal: '■', centre: '─', limit: '·' } as const;

/** One column a point; where there are more points than columns, neighbours share one and the mark is their mean. */
export function controlText({ points }: Control, { width, format, height = 13 }: Options): string {
  const values = points.flatMap(({ figure, lower, upper }) => [figure.value, lower, upper]);
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const names = Array.from({ length: height }, (_, row) =>
    format(high - ((high - low) * row) / (height - 1)),
  );
  const left = Math.max(...names.map(({ length }) => length));
  const columns = shared(points, width - left - 3);
  const rowOf = (value: number | null): number =>
    value === null || high === low ? -1 : Math.round(((high - value) / (high - low)) * (height - 1));
  const cells = columns.map((column) => drawn(column, rowOf, height));
  const lines = names.map((name, row) => {
    const named = row % 3 === 0 ? name : '';
    return `${named.padStart(left)} │ ${cells.map((cell) => cell[row]).join('')}`.trimEnd();
  });
  return [
    ...lines,
    `${' '.repeat(left)} └${'─'.repeat(columns.length + 1)}`,
    ends(points, left, columns.length),
  ].join('\n');
}

type Column = readonly ControlPoint[];

function shared(points: readonly ControlPoint[], room: number): readonly Column[] {
  const each = Math.max(1, Math.ceil(points.length / Math.max(1, room)));
  const count = Math.ceil(points.length / each);
  return Array.from({ length: count }, (_, i) => points.slice(i * each, (i + 1) * each));
}

function drawn(column: Column, rowOf: (value: number | null) => number, height: number): readonly string[] {
  const mean = (of: (point: ControlPoint) => number | null): number | null => {
    const known = column.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const standing = column.find(({ causes }) => causes.length > 0);
  const value = standing === undefined ? mean(({ figure }) => figure.value) : standing.figure.value;
  const lines = [
    [mean(({ lower }) => lower), marks.limit],
    [mean(({ upper }) => upper), marks.limit],
    [mean(({ centre }) => centre), marks.centre],
    [value, standing === undefined ? marks.value : marks.signal],
  ] as const;
  return lines.reduce(
    (cell, [at, mark]) => (rowOf(at) < 0 ? cell : cell.with(rowOf(at), mark)),
    new Array<string>(height).fill(' '),
  );
}

/** The first and the last day under the two ends. */
function ends(points: readonly ControlPoint[], left: number, columns: number): string {
  const day = (point: ControlPoint | undefined): string => point?.figure.from?.slice(0, 10) ?? '';
  const [first, last] = [day(points[0]), day(points.at(-1))];
  return `${' '.repeat(left + 3)}${first}${last.padStart(Math.max(last.length + 2, columns - first.length))}`;
}
