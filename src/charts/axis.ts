/** The quiet lines behind a picture that has values up its side. */
import type { Format } from './chart.ts';
import type { Scale } from './scale.ts';
import { label, line, type Svg } from './svg.ts';

/** A line and its value for every tick; the lines end where the marks end. */
export function gridLines(y: Scale, format: Format, left: number, right: number): readonly Svg[] {
  return y.ticks.flatMap((tick) => [
    line(left, y(tick), right, y(tick), { stroke: 'rule', 'stroke-width': 1 }),
    label(left - 7, y(tick) + 3.5, format(tick), { anchor: 'end' }),
  ]);
}
