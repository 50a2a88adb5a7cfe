/** The same figure for many groups, a small line each on one scale, so that shapes can be compared at a glance. */
import { type Chart, type ChartText, number, words } from './chart.ts';
import { brokenLine } from './runs.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { fitted, textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

interface Panel {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface SmallMultiplesOptions extends ChartText {
  readonly panels: readonly Panel[];
  /** What the first and the last value of each line stand for. */
  readonly from: string;
  readonly to: string;
  readonly zero?: boolean;
  readonly bounds?: readonly [number, number];
  readonly width?: number;
}

const { small, label: large } = type.chart;
const cell = { width: 150, height: 84, gap: 13 };

/** All panels share one scale; each names its last value. */
export function smallMultiples(options: SmallMultiplesOptions): Chart {
  const { title, summary, panels, width = fullWidth } = options;
  const across = Math.max(
    1,
    Math.min(panels.length, Math.floor((width + cell.gap) / (cell.width + cell.gap))),
  );
  const wide = (width - cell.gap * (across - 1)) / across;
  const values = panels.flatMap((panel) => panel.values.filter((value) => value !== null));
  const y = scaleOf(values, { ...options, range: [cell.height - 24, 24] });
  const height = Math.ceil(panels.length / across) * (cell.height + cell.gap);
  const parts = panels.map((panel, i) => {
    const place = `translate(${(i % across) * (wide + cell.gap)} ${Math.floor(i / across) * (cell.height + cell.gap)})`;
    return element('g', { transform: place }, ...panelParts(panel, wide, y, options));
  });
  const rows = panels.map((panel) => [
    words(panel.label),
    ...panel.values.map((value) => number(value, options)),
  ]);
  return { svg: drawing({ title, summary, width, height }, parts), summary, rows };
}

function panelParts(
  { label: name, values }: Panel,
  width: number,
  y: Scale,
  options: SmallMultiplesOptions,
): readonly Svg[] {
  const last = values.findLastIndex((value) => value !== null);
  const value = values[last] ?? null;
  const figure = value === null ? options.unknown : options.format(value);
  const x = (index: number) => 3 + (index / Math.max(1, values.length - 1)) * (width - 8);
  return [
    label(0, 11, fitted(name, width - textWidth(figure, large) - 8, small), { fill: 'ink' }),
    label(width, 11, figure, { size: large, anchor: 'end', fill: 'accent', bold: true }),
    line(0, cell.height - 18, width, cell.height - 18, { stroke: 'rule', 'stroke-width': 1 }),
    ...brokenLine(values, x, y, { width: 1.6 }),
    ...(value === null ? [] : [element('circle', { cx: x(last), cy: y(value), r: 3, fill: 'accent' })]),
    label(0, cell.height - 4, options.from, { size: small - 1 }),
    label(width, cell.height - 4, options.to, { size: small - 1, anchor: 'end' }),
  ];
}
