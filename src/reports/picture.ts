/** Makes a block of a chart: the picture, its summary and its table with named columns. */
import type { Chart } from '../charts/index.ts';
import type { Block } from './report.ts';

interface PictureOptions {
  readonly chart: Chart;
  readonly title: string;
  readonly columns: readonly string[];
  readonly notes?: readonly string[];
  readonly unit: string;
  /** Of each column, where they differ. */
  readonly units?: readonly string[];
}

export function pictureBlock({ chart, title, columns, notes = [], unit, units = [] }: PictureOptions): Block {
  const { svg, summary, rows } = chart;
  return {
    kind: 'picture',
    picture: {
      svg,
      title,
      summary,
      table: {
        caption: title,
        columns: columns.map((label, index) => ({ label, align: index === 0 ? 'left' : 'right' })),
        rows: rows.map((row) =>
          row.map(({ text, value }, column) =>
            value === null
              ? { kind: 'text', text }
              : { kind: 'number', text, value, unit: units[column] ?? unit },
          ),
        ),
        notes,
      },
    },
  };
}
