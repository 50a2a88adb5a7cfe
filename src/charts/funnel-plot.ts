/** Groups of different size against what chance allows them: the smaller the group, the wider the funnel. */
import { gridLines, gridRoom } from './axis.ts';
import { type Chart, type ChartText, type Format, number, words } from './chart.ts';
import { corners } from './runs.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

interface FunnelGroup {
  readonly label: string;
  readonly n: number;
  readonly value: number;
  /** Beyond the limits: a full square with its name; the others are hollow dots. */
  readonly outside: boolean;
}

/** Limits at one size, as the evidence gives them. */
interface FunnelLimit {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

interface FunnelPlotOptions extends ChartText {
  readonly groups: readonly FunnelGroup[];
  readonly centre: { readonly value: number; readonly label: string };
  /** In rising order of n. */
  readonly limits: readonly FunnelLimit[];
  /** Under the axis: what n counts. */
  readonly size: string;
  readonly formatSize: Format;
  readonly bounds?: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
}

const { small } = type.chart;

/** Only groups beyond the limits are named: the others differ by no more than chance. */
export function funnelPlot(options: FunnelPlotOptions): Chart {
  const { title, summary, groups, limits, centre, format, width = fullWidth, height = 260 } = options;
  const bottom = height - 38;
  const values = [
    ...groups.map(({ value }) => value),
    ...limits.flatMap(({ low, high }) => [low, high]),
    centre.value,
  ];
  const y = scaleOf(values, { ...options, range: [bottom, 12] });
  const left = gridRoom(y, format);
  const right = width - textWidth(centre.label, small) - 10;
  const x = scaleOf([0, ...limits.map(({ n }) => n), ...groups.map(({ n }) => n)], {
    range: [left, right],
    count: 5,
  });
  const parts = [
    funnel(limits, x, y),
    ...gridLines(y, format, left, right),
    ...edges(limits, x, y),
    line(left, y(centre.value), right, y(centre.value), { stroke: 'ink', 'stroke-width': 1 }),
    label(right + 6, y(centre.value) + 3.5, centre.label, { fill: 'ink' }),
    ...sizes(options, x, bottom, (left + right) / 2),
    ...groups.flatMap((group) => mark(group, x, y, right)),
  ];
  const rows = groups.map(({ label: name, n, value }) => [
    words(name),
    number(n, { ...options, format: options.formatSize }),
    number(value, options),
  ]);
  return { svg: drawing({ title, summary, width, height }, parts), summary, rows };
}

function funnel(limits: readonly FunnelLimit[], x: Scale, y: Scale): Svg {
  const upper = limits.map(({ n, high }) => [x(n), y(high)] as const);
  const lower = limits.map(({ n, low }) => [x(n), y(low)] as const);
  return element('polygon', { points: corners([...upper, ...lower.reverse()]), fill: 'wash' });
}

function edges(limits: readonly FunnelLimit[], x: Scale, y: Scale): readonly Svg[] {
  const look = { fill: 'none', stroke: 'muted', 'stroke-width': 1, 'stroke-dasharray': '4 3' } as const;
  return (['low', 'high'] as const).map((end) =>
    element('polyline', { points: corners(limits.map((limit) => [x(limit.n), y(limit[end])])), ...look }),
  );
}

function sizes(
  { size, formatSize }: FunnelPlotOptions,
  x: Scale,
  bottom: number,
  middle: number,
): readonly Svg[] {
  return [
    ...x.ticks.map((tick) => label(x(tick), bottom + 16, formatSize(tick), { anchor: 'middle' })),
    label(middle, bottom + 32, size, { anchor: 'middle' }),
  ];
}

function mark(
  { label: name, n, value, outside }: FunnelGroup,
  x: Scale,
  y: Scale,
  right: number,
): readonly Svg[] {
  const [cx, cy] = [x(n), y(value)];
  if (!outside)
    return [element('circle', { cx, cy, r: 3.2, fill: 'paper', stroke: 'heat3', 'stroke-width': 1.6 })];
  const flip = cx + textWidth(name, small) + 9 > right;
  return [
    element('rect', { x: cx - 4.5, y: cy - 4.5, width: 9, height: 9, fill: 'accent' }),
    label(cx + (flip ? -8 : 8), cy + 3.5, name, { anchor: flip ? 'end' : 'start', fill: 'ink', bold: true }),
  ];
}
