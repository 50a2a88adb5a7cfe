/** People who are there against people whom the work needs, hour by hour, in one unit; where it needs more, it is filled. */
import { gridLines, gridRoom } from './axis.ts';
import { type Chart, type ChartText, number, words } from './chart.ts';
import { corners } from './runs.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

interface StaffedHour {
  readonly label: string;
  readonly needed: number;
  readonly there: number;
}

interface StaffingCurveOptions extends ChartText {
  readonly hours: readonly StaffedHour[];
  readonly neededLabel: string;
  readonly thereLabel: string;
  readonly width?: number;
  readonly height?: number;
}

const { small } = type.chart;

/** Steps, since an hour is an hour; both begin at zero. */
export function staffingCurve(options: StaffingCurveOptions): Chart {
  const { title, summary, hours, format, neededLabel, thereLabel, width = fullWidth, height = 190 } = options;
  const bottom = height - 20;
  const values = [0, ...hours.flatMap(({ needed, there }) => [needed, there])];
  const y = scaleOf(values, { ...options, range: [bottom, 26] });
  const left = gridRoom(y, format);
  const wide = (width - left - 6) / hours.length;
  const x = (i: number): number => left + i * wide;
  const step = (value: (hour: StaffedHour) => number): readonly (readonly [number, number])[] =>
    hours.flatMap((hour, i) => [[x(i), y(value(hour))] as const, [x(i + 1), y(value(hour))] as const]);
  const there = step((hour) => hour.there);
  const parts = [
    ...gridLines(y, format, left, width - 6),
    element('polygon', { points: corners([[x(0), y(0)], ...there, [x(hours.length), y(0)]]), fill: 'wash' }),
    ...hours.flatMap((hour, i) => lack(hour, { y, left: x(i), wide })),
    element('polyline', { points: corners(there), fill: 'none', stroke: 'muted', 'stroke-width': 1.6 }),
    element('polyline', {
      points: corners(step((hour) => hour.needed)),
      fill: 'none',
      stroke: 'accent',
      'stroke-width': 2.2,
    }),
    ...hours.flatMap((hour, i) =>
      i % every(hours, wide) === 0 ? [label(x(i + 0.5), bottom + 15, hour.label, { anchor: 'middle' })] : [],
    ),
    ...key(neededLabel, thereLabel, left),
  ];
  const rows = hours.map((hour) => [
    words(hour.label),
    number(hour.needed, options),
    number(hour.there, options),
  ]);
  return { svg: drawing({ title, summary, width, height }, parts), summary, rows };
}

function lack(
  { needed, there }: StaffedHour,
  { y, left, wide }: { y: Scale; left: number; wide: number },
): readonly Svg[] {
  if (needed <= there) return [];
  const top = y(needed);
  return [
    element('rect', {
      x: left,
      y: top,
      width: wide,
      height: y(there) - top,
      fill: 'accent',
      'fill-opacity': 0.35,
    }),
  ];
}

function every(hours: readonly StaffedHour[], wide: number): number {
  const widest = Math.max(...hours.map((hour) => textWidth(hour.label, small))) + 4;
  return [1, 2, 3, 4, 6].find((step) => step * wide >= widest) ?? 12;
}

function key(needed: string, there: string, left: number): readonly Svg[] {
  const second = left + 26 + textWidth(needed, small) + 18;
  return [
    line(left, 9, left + 20, 9, { stroke: 'accent', 'stroke-width': 2.2 }),
    label(left + 26, 12.5, needed, { fill: 'ink' }),
    element('rect', { x: second, y: 4, width: 20, height: 10, fill: 'wash', stroke: 'muted' }),
    label(second + 26, 12.5, there, { fill: 'ink' }),
  ];
}
