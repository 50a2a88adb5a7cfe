/** The quiet parts behind a picture: lines for values, names for moments. */
import type { Format } from './chart.ts';
import type { Scale } from './scale.ts';
import { label, line, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { type } from './tokens.ts';

/** A moment on the axis of time. */
export interface Moment {
  /** Under the axis: `May`. */
  readonly tick: string;
  /** Under the tick, where something new begins: `2025`. */
  readonly under?: string;
  /** In the table: `May 2025`. */
  readonly name: string;
}

const { small } = type.chart;

/** A line and its value for every tick; the lines end where the marks end. */
export function gridLines(y: Scale, format: Format, left: number, right: number): readonly Svg[] {
  return y.ticks.flatMap((tick) => [
    line(left, y(tick), right, y(tick), { stroke: 'rule', 'stroke-width': 1 }),
    label(left - 7, y(tick) + 3.5, format(tick), { anchor: 'end' }),
  ]);
}

/** The room that the values' names need, left of the lines. */
export function gridRoom(y: Scale, format: Format): number {
  return Math.max(...y.ticks.map((tick) => textWidth(format(tick), small))) + 10;
}

/** Every tick's name where there is room, else every second, third …, counted back from the newest. */
export function momentNames(
  moments: readonly Moment[],
  x: (index: number) => number,
  bottom: number,
): readonly Svg[] {
  const widest = Math.max(...moments.map(({ tick }) => textWidth(tick, small))) + 6;
  const every = Math.max(1, Math.ceil(widest / (x(1) - x(0))));
  return moments.flatMap(({ tick, under }, index) => [
    ...((moments.length - 1 - index) % every === 0
      ? [label(x(index), bottom + 16, tick, { anchor: 'middle' })]
      : []),
    ...(under === undefined ? [] : [label(x(index), bottom + 30, under, { anchor: 'middle' })]),
  ]);
}

/** The room under the lines for the moments' names. */
export function momentRoom(moments: readonly Moment[]): number {
  return moments.some(({ under }) => under !== undefined) ? 36 : 22;
}
