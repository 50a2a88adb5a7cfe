/** Makes a block of a chart: the picture, its summary and its table with named columns. */
import type { Chart } from '../charts/index.ts';
import type { Block } from './report.ts';

interface PictureOptions {
  readonly chart: Chart;
  readonly title: string;
  readonly columns: readonly string[];
  readonly notes?: readonly string[];
  readonly unit: string;
}

export function pictureBlock({ chart, title, columns, notes = [], unit }: PictureOptions): Block {
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
          row.map(({ text, value }) =>
            value === null ? { kind: 'text', text } : { kind: 'number', text, value, unit },
          ),
        ),
        notes,
      },
    },
  };
}
