/** A figure over time: its line, the band of its interval, gaps left open, and dated events. */

import { gridLines } from './axis.ts';
import { type Chart, type ChartText, number, words } from './chart.ts';
import { type EventLabel, eventLabels } from './event-labels.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

export interface TrendPoint {
  /** Under the axis: `May`. */
  readonly tick: string;
  /** Under the tick, where something new begins: `2025`. */
  readonly under?: string;
  /** In the table: `May 2025`. */
  readonly name: string;
  /** null leaves the line open. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface TrendEvent {
  /** Periods since the start: 0 is the beginning of the first period, 1 its end. */
  readonly at: number;
  readonly label: string;
}

export interface TrendOptions extends ChartText {
  readonly points: readonly TrendPoint[];
  readonly events?: readonly TrendEvent[];
  readonly target?: { readonly value: number; readonly label: string };
  readonly zero?: boolean;
  readonly time?: boolean;
  readonly bounds?: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
}

const { small, label: large } = type.chart;
const eventRow = 16;

/** Draws the first and the last figure's value beside the line, so that nobody has to read the axis for them. */
export function trend(options: TrendOptions): Chart {
  const { points, events = [], target, width = fullWidth, height = 190, format } = options;
  const values = [...points.flatMap(({ value, low, high }) => [value, low, high]), target?.value ?? null];
  const known = values.filter((value) => value !== null);
  const bottom = height - (points.some(({ under }) => under !== undefined) ? 36 : 22);
  const sketch = scaleOf(known, { ...options, range: [bottom, 0] });
  const left = Math.max(...sketch.ticks.map((tick) => textWidth(format(tick), small))) + 10;
  const right = width - endRoom(options);
  const x = (index: number) => left + 8 + ((index + 0.5) / points.length) * (right - left - 8);
  const names = eventLabels(
    events.map(({ at, label: text }) => ({ x: x(at - 0.5), text })),
    { from: 0, to: width },
  );
  const top = 18 + eventRow * (Math.max(-1, ...names.map(({ row }) => row)) + 1);
  const y = scaleOf(known, { ...options, range: [bottom, top] });
  const place: Place = { x, y, left, right, bottom };
  const parts = [
    ...gridLines(y, format, left, right),
    ...dates(points, place),
    ...band(points, place),
    ...targetLine(options, place),
    ...names.map((name) => eventLine(name, bottom)),
    ...runs(points).map((run) => path(run.map(({ value, index }) => [x(index), y(value)]))),
    ...marks(options, place),
    ...names.map(eventName),
  ];
  return {
    svg: drawing({ ...options, width, height }, parts),
    summary: options.summary,
    rows: points.map(({ name, value, low, high }) => [
      words(name),
      number(value, options),
      number(low, options),
      number(high, options),
    ]),
  };
}

interface Place {
  readonly x: (index: number) => number;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

function endRoom({ points, target, format }: TrendOptions): number {
  const last = points.findLast((point) => point.value !== null)?.value;
  const texts = [last === null || last === undefined ? '' : format(last), target?.label ?? ''];
  return 10 + Math.max(textWidth(texts[0] ?? '', large) * 1.06, textWidth(texts[1] ?? '', small));
}

type Known = {
  readonly index: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
};

/** The stretches between gaps. */
function runs(points: readonly TrendPoint[]): readonly (readonly Known[])[] {
  const stretches: Known[][] = [[]];
  for (const [index, { value, low, high }] of points.entries()) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push({ index, value, low, high });
  }
  return stretches.filter((run) => run.length > 0);
}

function band(points: readonly TrendPoint[], { x, y }: Place): readonly Svg[] {
  return runs(points).map((run) => {
    const known = run.filter((point) => point.low !== null && point.high !== null);
    const upper = known.map(({ index, high }) => `${round(x(index))},${round(y(high ?? 0))}`);
    const lower = known.map(({ index, low }) => `${round(x(index))},${round(y(low ?? 0))}`).reverse();
    if (known.length === 1) return whisker(known[0], x, y);
    return element('polygon', { points: [...upper, ...lower].join(' '), fill: 'accentSoft' });
  });
}

/** A band needs two points; one alone gets a bar. */
function whisker(point: Known | undefined, x: Place['x'], y: Scale): Svg {
  if (point === undefined) return { svg: '' };
  const at = x(point.index);
  const look = { stroke: 'accentSoft', 'stroke-width': 9 } as const;
  return line(at, y(point.low ?? point.value), at, y(point.high ?? point.value), look);
}

function path(corners: readonly (readonly [number, number])[]): Svg {
  const points = corners.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return element('polyline', {
    points,
    fill: 'none',
    stroke: 'accent',
    'stroke-width': 2,
    'stroke-linejoin': 'round',
  });
}

function marks({ points, format, target }: TrendOptions, { x, y, right }: Place): readonly Svg[] {
  const known = runs(points).flat();
  const [first, last] = [known[0], known.at(-1)];
  const dots = known.map(({ index, value }) => {
    const strong = index === last?.index;
    const look = { cx: x(index), cy: y(value), r: strong ? 4.5 : 2.4, 'stroke-width': strong ? 2 : 0 };
    return element('circle', { ...look, fill: 'accent', stroke: 'paper' });
  });
  if (first === undefined || last === undefined) return dots;
  const end = label(right + 4, y(last.value) + 4, format(last.value), {
    size: large,
    fill: 'accent',
    bold: true,
  });
  if (first === last) return [...dots, end];
  const over = y(first.high ?? first.value) - 6;
  const crossed = target !== undefined && Math.abs(y(target.value) - (over - 4)) < 9;
  const at = crossed ? y(first.low ?? first.value) + 14 : over;
  return [...dots, end, label(x(first.index), at, format(first.value), { anchor: 'middle', fill: 'ink' })];
}

/** Every tick's name where there is room, else every second, third …, counted back from the newest. */
function dates(points: readonly TrendPoint[], { x, bottom }: Place): readonly Svg[] {
  const widest = Math.max(...points.map(({ tick }) => textWidth(tick, small))) + 6;
  const every = Math.max(1, Math.ceil(widest / (x(1) - x(0))));
  return points.flatMap(({ tick, under }, index) => [
    ...((points.length - 1 - index) % every === 0
      ? [label(x(index), bottom + 16, tick, { anchor: 'middle' })]
      : []),
    ...(under === undefined ? [] : [label(x(index), bottom + 30, under, { anchor: 'middle' })]),
  ]);
}

/** The name steps aside where the last figure's value stands. */
function targetLine({ target, points }: TrendOptions, { y, left, right }: Place): readonly Svg[] {
  if (target === undefined) return [];
  const at = y(target.value);
  const last = points.findLast(({ value }) => value !== null)?.value ?? null;
  const apart = last === null ? 0 : at - y(last);
  const aside = last === null || Math.abs(apart) >= 14 ? 0 : (apart >= 0 ? 14 : -14) - apart;
  const look = { stroke: 'ink', 'stroke-width': 1, 'stroke-dasharray': '2 3' } as const;
  return [line(left, at, right, at, look), label(right + 4, at + aside + 3.5, target.label)];
}

function eventLine({ x, row }: EventLabel, bottom: number): Svg {
  return line(x, 3 + row * eventRow, x, bottom, { stroke: 'muted', 'stroke-width': 0.8 });
}

function eventName({ x, text, row, side }: EventLabel): Svg {
  const look = { anchor: side === 'left' ? 'end' : 'start', fill: 'ink' } as const;
  return label(x + (side === 'left' ? -5 : 5), 11 + row * eventRow, text, look);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
