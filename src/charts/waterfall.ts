/** What explains a change: each part moves on from where the one before it ended, the last bar is the whole. */
import { type Chart, type ChartText, number, words } from './chart.ts';
import { scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { inTwoLines, textWidth } from './text-width.ts';
import { halfWidth, type } from './tokens.ts';

interface WaterfallOptions extends ChartText {
  /** Signed parts in the order they are told; `format` writes the sign. */
  readonly parts: readonly { readonly label: string; readonly value: number }[];
  readonly total: string;
  readonly width?: number;
}

const { small, label: large } = type.chart;
const rowHeight = 26;

interface Step {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly whole: boolean;
}

/** Zero is where things stood before; a bar leans right for more and left for less, and says so in its sign. */
export function waterfall(options: WaterfallOptions): Chart {
  const { title, summary, format, width = halfWidth } = options;
  const steps = stepsOf(options);
  const left = Math.min(width * 0.42, Math.max(...steps.map((step) => textWidth(step.label, small)))) + 12;
  const room = Math.max(...steps.map(({ value }) => textWidth(format(value), large))) + 10;
  const ends = steps.flatMap(({ from, value }) => [from, from + value]);
  const start = Math.min(...ends) < 0 ? left + room : left;
  const x = scaleOf(ends, { range: [start, width - room], zero: true });
  const height = steps.length * rowHeight + 6;
  const svg = drawing({ title, summary, width, height }, [
    line(x(0), 0, x(0), height - 2, { stroke: 'muted', 'stroke-width': 1 }),
    ...steps.flatMap((step, i) => bar(step, i, { left, x, format, last: i === steps.length - 1 })),
  ]);
  return { svg, summary, rows: steps.map(({ label: name, value }) => [words(name), number(value, options)]) };
}

function stepsOf({ parts, total }: WaterfallOptions): readonly Step[] {
  let reached = 0;
  const steps = parts.map(({ label: name, value }) => {
    const from = reached;
    reached += value;
    return { label: name, value, from, whole: false };
  });
  return [...steps, { label: total, value: reached, from: 0, whole: true }];
}

interface Place {
  readonly left: number;
  readonly x: (value: number) => number;
  readonly format: ChartText['format'];
  readonly last: boolean;
}

function bar(
  { label: name, value, from, whole }: Step,
  i: number,
  { left, x, format, last }: Place,
): readonly Svg[] {
  const middle = (i + 0.5) * rowHeight;
  const [start, end] = [x(Math.min(from, from + value)), x(Math.max(from, from + value))];
  const names = inTwoLines(name, left - 12, small).map((text, n, { length }) =>
    label(left - 12, middle + 4 + (n - (length - 1) / 2) * 11, text, {
      anchor: 'end',
      fill: 'ink',
      bold: whole,
    }),
  );
  const side =
    value < 0 ? ({ at: start - 5, anchor: 'end' } as const) : ({ at: end + 5, anchor: 'start' } as const);
  return [
    ...names,
    element('rect', {
      x: start,
      y: middle - 8,
      width: Math.max(1, end - start),
      height: 16,
      fill: whole ? 'accent' : 'heat2',
    }),
    ...(last
      ? []
      : [
          line(x(from + value), middle + 8, x(from + value), middle + rowHeight - 8, {
            stroke: 'muted',
            'stroke-width': 1,
          }),
        ]),
    label(side.at, middle + 4, format(value), { size: large, anchor: side.anchor, fill: 'ink', bold: whole }),
  ];
}
