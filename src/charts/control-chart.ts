/** Whether a series is steady: its values, centre and limits phase by phase, and the points that stand out. */
import { gridLines, gridRoom, type Moment, momentNames, momentRoom } from './axis.ts';
import { type Chart, type ChartText, number, words } from './chart.ts';
import { type DatedEvent, flagLine, flagName, flagRoom, placedFlags } from './events.ts';
import { brokenLine, corners, runs } from './runs.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

interface ControlPoint extends Moment {
  readonly value: number | null;
  /** Where the series lies in this phase when nothing special happens; null where no limits were drawn. */
  readonly limits: { readonly centre: number; readonly lower: number; readonly upper: number } | null;
  /** Points of one phase share a number; the limits break where it changes. */
  readonly phase: number;
  /** Why this point stands out, in a word; null where it does not. */
  readonly signal: string | null;
}

interface ControlChartOptions extends ChartText {
  readonly points: readonly ControlPoint[];
  readonly events?: readonly DatedEvent[];
  readonly time?: boolean;
  readonly bounds?: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
}

const { small } = type.chart;

/** A point that stands out is a full square with its reason beside it; the others are small dots. */
export function controlChart(options: ControlChartOptions): Chart {
  const { points, events = [], width = fullWidth, height = 210, format } = options;
  const values = points.map(({ value }) => value);
  const ends = points.flatMap(({ value, limits }) => [value, limits?.lower ?? null, limits?.upper ?? null]);
  const domain = ends.filter((value) => value !== null);
  const bottom = height - momentRoom(points);
  const left = gridRoom(scaleOf(domain, { ...options, range: [bottom, 0] }), format);
  const right = width - limitRoom(options);
  const x = (index: number) => left + ((index + 0.5) / points.length) * (right - left);
  const flags = placedFlags(
    events.map(({ at, label: text }) => ({ x: x(at - 0.5), text })),
    { from: 0, to: width },
  );
  const y = scaleOf(domain, { ...options, range: [bottom, 18 + flagRoom(flags)] });
  const half = (x(1) - x(0)) / 2;
  const parts = [
    ...gridLines(y, format, left, right),
    ...momentNames(points, x, bottom),
    ...phases(points).flatMap((phase) => limitLines(phase, points, { x, y, half })),
    ...limitNames(options, y, right),
    ...flags.map((flag) => flagLine(flag, bottom)),
    ...brokenLine(values, x, y, { width: 1.4 }),
    ...points.flatMap((point, index) => mark(point, x(index), y)),
    ...flags.map(flagName),
  ];
  const rows = points.map((point) => [
    words(point.name),
    ...[point.value, point.limits?.lower, point.limits?.centre, point.limits?.upper].map((one) =>
      number(one ?? null, options),
    ),
    words(point.signal ?? ''),
  ]);
  return { svg: drawing({ ...options, width, height }, parts), summary: options.summary, rows };
}

interface Place {
  readonly x: (index: number) => number;
  readonly y: Scale;
  readonly half: number;
}

/** Stretches of points that share their phase and have limits. */
function phases(points: readonly ControlPoint[]): readonly (readonly number[])[] {
  const numbers = [...new Set(points.map(({ phase }) => phase))];
  return numbers.flatMap((phase) =>
    runs(points.map((point) => (point.phase === phase && point.limits !== null ? phase : null))),
  );
}

/** Limits are drawn as steps, since they may differ from point to point. */
function limitLines(
  phase: readonly number[],
  points: readonly ControlPoint[],
  { x, y, half }: Place,
): readonly Svg[] {
  const steps = (end: 'centre' | 'lower' | 'upper') =>
    phase.flatMap((index) => {
      const at = y(points[index]?.limits?.[end] ?? 0);
      return [[x(index) - half, at] as const, [x(index) + half, at] as const];
    });
  const [lower, upper] = [steps('lower'), steps('upper')];
  return [
    element('polygon', { points: corners([...upper, ...lower.reverse()]), fill: 'wash' }),
    element('polyline', {
      points: corners(steps('centre')),
      fill: 'none',
      stroke: 'muted',
      'stroke-width': 1,
    }),
    ...[steps('upper'), steps('lower')].map((edge) =>
      element('polyline', {
        points: corners(edge),
        fill: 'none',
        stroke: 'muted',
        'stroke-width': 1,
        'stroke-dasharray': '4 3',
      }),
    ),
  ];
}

function limitRoom({ points, format }: ControlChartOptions): number {
  const { centre, lower, upper } = points.at(-1)?.limits ?? {};
  const texts = [centre, lower, upper].map((value) => (value === undefined ? '' : format(value)));
  return Math.max(...texts.map((text) => textWidth(text, small))) + 14;
}

/** The last phase's centre and limits, named at the right end. */
function limitNames({ points, format }: ControlChartOptions, y: Scale, right: number): readonly Svg[] {
  const { limits } = points.at(-1) ?? {};
  if (limits === undefined || limits === null) return [];
  return [limits.lower, limits.centre, limits.upper].map((value) =>
    label(right + 6, y(value) + 3.5, format(value)),
  );
}

function mark({ value, signal }: ControlPoint, x: number, y: Scale): readonly Svg[] {
  if (value === null) return [];
  if (signal === null) return [element('circle', { cx: x, cy: y(value), r: 2.2, fill: 'accent' })];
  const box = { x: x - 4.5, y: y(value) - 4.5, width: 9, height: 9, 'stroke-width': 1.5 };
  return [
    element('rect', { ...box, fill: 'bad', stroke: 'paper' }),
    label(x, y(value) - 9, signal, { anchor: 'middle', fill: 'ink' }),
  ];
}
