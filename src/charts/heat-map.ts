/** When something happens: hour across, weekday down, the darker the more. */
import { type Chart, type ChartText, number, words } from './chart.ts';
import { drawing, element, label, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { halfWidth, type Role, type } from './tokens.ts';

interface HeatMapOptions extends ChartText {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** A list a row; null is not known and left blank. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly width?: number;
}

const shades = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'] as const satisfies readonly Role[];
const { small } = type.chart;
const top = 20;

/** The fullest cell is framed; the scale below runs from zero to its value. */
export function heatMap(options: HeatMapOptions): Chart {
  const { title, summary, rows, columns, values, format, width = halfWidth } = options;
  const most = Math.max(0, ...values.flat().filter((value) => value !== null));
  const left = Math.max(...rows.map((row) => textWidth(row, small))) + 8;
  const cell = { width: (width - left) / columns.length, height: width > 400 ? 20 : 17 };
  const height = top + rows.length * cell.height + 28;
  const parts = [
    ...columnNames(columns, left, cell.width),
    ...rows.map((row, r) => label(left - 8, top + (r + 0.5) * cell.height + 3.5, row, { anchor: 'end' })),
    ...values.flatMap((row, r) =>
      row.map((value, c) =>
        square(value, most, { x: left + c * cell.width, y: top + r * cell.height, ...cell }),
      ),
    ),
    ...shadeKey(format(0), format(most), width, height - 14),
  ];
  return {
    svg: drawing({ title, summary, width, height }, parts),
    summary,
    rows: rows.map((row, r) => [words(row), ...(values[r] ?? []).map((value) => number(value, options))]),
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function square(value: number | null, most: number, { x, y, width, height }: Box): Svg {
  const box = { x: x + 0.75, y: y + 0.75, width: width - 1.5, height: height - 1.5, rx: 1.5 };
  if (value === null)
    return element('rect', { ...box, fill: 'none', stroke: 'rule', 'stroke-dasharray': '1 2' });
  const frame = value === most && most > 0 ? ({ stroke: 'ink', 'stroke-width': 1.6 } as const) : {};
  return element('rect', { ...box, fill: shade(value, most), ...frame });
}

/** Nothing has a shade of its own; the rest is cut in four equal steps. */
function shade(value: number, most: number): Role {
  const step = value <= 0 || most <= 0 ? 0 : Math.min(4, Math.max(1, Math.ceil((value / most) * 4)));
  return shades[step] ?? 'heat0';
}

/** Every name where there is room, else every second, third … */
function columnNames(columns: readonly string[], left: number, width: number): readonly Svg[] {
  const widest = Math.max(...columns.map((column) => textWidth(column, small))) + 4;
  const every = [1, 2, 3, 4, 6, 12].find((step) => step * width >= widest) ?? 24;
  return columns.flatMap((column, i) =>
    i % every === 0 ? [label(left + (i + 0.5) * width, top - 7, column, { anchor: 'middle' })] : [],
  );
}

function shadeKey(low: string, high: string, width: number, y: number): readonly Svg[] {
  const end = width - textWidth(high, small) - 6;
  const start = end - shades.length * 20;
  return [
    label(start - 6, y + 9, low, { anchor: 'end' }),
    ...shades.map((fill, i) =>
      element('rect', { x: start + i * 20, y, width: 19, height: 10, fill, rx: 1.5 }),
    ),
    label(end + 5, y + 9, high),
  ];
}
