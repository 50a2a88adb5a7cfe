/** A figure over time: its line, the band of its interval, gaps left open, and dated events. */
import { gridLines, gridRoom, type Moment, momentNames, momentRoom } from './axis.ts';
import { type Chart, type ChartText, number, words } from './chart.ts';
import { type DatedEvent, flagLine, flagName, flagRoom, placedFlags } from './events.ts';
import { brokenLine, corners, runs } from './runs.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

export interface TrendPoint extends Moment {
  /** null leaves the line open. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface TrendOptions extends ChartText {
  readonly points: readonly TrendPoint[];
  readonly events?: readonly DatedEvent[];
  readonly target?: { readonly value: number; readonly label: string };
  /** Counts begin at zero; scores need not. */
  readonly zero?: boolean;
  /** Seconds get ticks that a clock knows. */
  readonly time?: boolean;
  readonly bounds?: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
}

const { small, label: large } = type.chart;

/** Writes the first and the last value beside the line, so that nobody has to read the axis for them. */
export function trend(options: TrendOptions): Chart {
  const { points, events = [], width = fullWidth, height = 190, format } = options;
  const bottom = height - momentRoom(points);
  const left = gridRoom(scaleOf(known(options), { ...options, range: [bottom, 0] }), format);
  const right = width - endRoom(options);
  const x = (index: number) => left + 8 + ((index + 0.5) / points.length) * (right - left - 8);
  const flags = placedFlags(
    events.map(({ at, label: text }) => ({ x: x(at - 0.5), text })),
    { from: 0, to: width },
  );
  const y = scaleOf(known(options), { ...options, range: [bottom, 18 + flagRoom(flags)] });
  const place: Place = { x, y, left, right };
  const values = points.map(({ value }) => value);
  const parts = [
    ...gridLines(y, format, left, right),
    ...momentNames(points, x, bottom),
    ...band(points, place),
    ...targetLine(options, place),
    ...flags.map((flag) => flagLine(flag, bottom)),
    ...brokenLine(values, x, y),
    ...dots(values, place),
    ...endValues(options, place),
    ...flags.map(flagName),
  ];
  const rows = points.map(({ name, value, low, high }) => [
    words(name),
    ...[value, low, high].map((one) => number(one, options)),
  ]);
  return { svg: drawing({ ...options, width, height }, parts), summary: options.summary, rows };
}

interface Place {
  readonly x: (index: number) => number;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
}

function known({ points, target }: TrendOptions): readonly number[] {
  const values = [...points.flatMap(({ value, low, high }) => [value, low, high]), target?.value ?? null];
  return values.filter((value) => value !== null);
}

function lastValue(points: readonly TrendPoint[]): number | null {
  return points.findLast(({ value }) => value !== null)?.value ?? null;
}

function endRoom({ points, target, format }: TrendOptions): number {
  const last = lastValue(points);
  const figure = last === null ? 0 : textWidth(format(last), large) * 1.06;
  return 10 + Math.max(figure, textWidth(target?.label ?? '', small));
}

/** Only points with both ends have a place in the band; one alone gets a bar. */
function band(points: readonly TrendPoint[], { x, y }: Place): readonly Svg[] {
  const spans = points.map(({ value, low, high }) =>
    value === null || low === null || high === null ? null : { low, high },
  );
  return runs(spans.map((span) => span?.low ?? null)).map((run) => {
    const side = (end: 'low' | 'high') =>
      run.map((index) => [x(index), y(spans[index]?.[end] ?? 0)] as const);
    const [lower, upper] = [side('low'), side('high')];
    if (run.length > 1)
      return element('polygon', { points: corners([...upper, ...lower.reverse()]), fill: 'accentSoft' });
    const [at = 0, low = 0] = lower[0] ?? [];
    return line(at, low, at, upper[0]?.[1] ?? 0, { stroke: 'accentSoft', 'stroke-width': 9 });
  });
}

function dots(values: readonly (number | null)[], { x, y }: Place): readonly Svg[] {
  const last = values.findLastIndex((value) => value !== null);
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const look = index === last ? { r: 4.5, 'stroke-width': 2 } : { r: 2.4, 'stroke-width': 0 };
    return [element('circle', { cx: x(index), cy: y(value), ...look, fill: 'accent', stroke: 'paper' })];
  });
}

/** The first value stands over its point, or under it where the target's line is in the way. */
function endValues({ points, format, target }: TrendOptions, { x, y, left, right }: Place): readonly Svg[] {
  const last = lastValue(points);
  if (last === null) return [];
  const end = label(right + 4, y(last) + 4, format(last), { size: large, fill: 'accent', bold: true });
  const index = points.findIndex(({ value }) => value !== null);
  const { value, low, high } = points[index] ?? { value: null, low: null, high: null };
  if (value === null || index === points.findLastIndex((point) => point.value !== null)) return [end];
  const over = y(high ?? value) - 6;
  const crossed = target !== undefined && Math.abs(y(target.value) - (over - 4)) < 9;
  const at = crossed ? y(low ?? value) + 14 : over;
  const text = format(value);
  const middle = Math.max(x(index), left + textWidth(text, small) / 2);
  return [end, label(middle, at, text, { anchor: 'middle', fill: 'ink' })];
}

/** The name steps aside where the last value stands. */
function targetLine({ target, points }: TrendOptions, { y, left, right }: Place): readonly Svg[] {
  if (target === undefined) return [];
  const at = y(target.value);
  const last = lastValue(points);
  const apart = last === null ? 14 : at - y(last);
  const aside = Math.abs(apart) >= 14 ? 0 : (apart >= 0 ? 14 : -14) - apart;
  const look = { stroke: 'ink', 'stroke-width': 1, 'stroke-dasharray': '2 3' } as const;
  return [line(left, at, right, at, look), label(right + 4, at + aside + 3.5, target.label)];
}
