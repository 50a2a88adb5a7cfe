/** Groups side by side: each figure a dot, its interval a line, and what they are held against a dashed line. */
import { type Chart, type ChartText, number, words } from './chart.ts';
import { type Scale, scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { inTwoLines, textWidth } from './text-width.ts';
import { halfWidth, type } from './tokens.ts';

interface DotInterval {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Stands out from the others: a full dot; the others are hollow. */
  readonly strong?: boolean;
}

interface DotIntervalOptions extends ChartText {
  readonly reference?: { readonly value: number; readonly label: string };
  readonly time?: boolean;
  readonly bounds?: readonly [number, number];
  readonly width?: number;
}

const { small, label: large } = type.chart;
const rowHeight = 25;

/** Keeps the order it is given; a group without a figure keeps its row and says so. */
export function dotInterval(items: readonly DotInterval[], options: DotIntervalOptions): Chart {
  const { title, summary, format, reference, unknown, width = halfWidth } = options;
  const left = Math.min(width * 0.4, Math.max(...items.map((item) => textWidth(item.label, small)))) + 12;
  const texts = items.map(({ value }) => (value === null ? unknown : format(value)));
  const right = width - Math.max(...texts.map((text) => textWidth(text, large))) - 12;
  const top = reference === undefined ? 4 : 20;
  const bottom = top + items.length * rowHeight;
  const known = items.flatMap(({ value, low, high }) => [value, low, high]).filter((value) => value !== null);
  const x = scaleOf([...known, ...(reference === undefined ? [] : [reference.value])], {
    ...options,
    range: [left, right],
    count: 3,
  });
  const parts = [
    ...ticks(x, format, top, bottom),
    ...(reference === undefined ? [] : referenceLine(reference, x, bottom, width)),
    ...items.flatMap((item, i) => row(item, texts[i] ?? '', top + (i + 0.5) * rowHeight, { left, x, width })),
  ];
  return {
    svg: drawing({ title, summary, width, height: bottom + 20 }, parts),
    summary,
    rows: items.map(({ label: name, value, low, high }) => [
      words(name),
      number(value, options),
      number(low, options),
      number(high, options),
    ]),
  };
}

interface Place {
  readonly left: number;
  readonly x: Scale;
  readonly width: number;
}

function row(item: DotInterval, text: string, y: number, { left, x, width }: Place): readonly Svg[] {
  const names = inTwoLines(item.label, left - 10, small).map((name, i, { length }) =>
    label(left - 12, y + 4 + (i - (length - 1) / 2) * 11, name, { anchor: 'end', fill: 'ink' }),
  );
  const figure = label(width, y + 4, text, {
    size: large,
    anchor: 'end',
    fill: 'ink',
    bold: item.strong === true,
  });
  return [...names, ...mark(item, y, x), figure];
}

function mark({ value, low, high, strong = false }: DotInterval, y: number, x: Scale): readonly Svg[] {
  if (value === null) return [];
  const look = { stroke: strong ? 'accent' : 'heat3', 'stroke-width': strong ? 3 : 2 } as const;
  const span =
    low === null || high === null
      ? []
      : [line(x(low), y, x(high), y, { ...look, 'stroke-linecap': 'round' })];
  const dot = { cx: x(value), cy: y, r: strong ? 5 : 4, 'stroke-width': 2 };
  return [
    ...span,
    element('circle', { ...dot, fill: strong ? 'accent' : 'paper', stroke: strong ? 'paper' : 'heat3' }),
  ];
}

function ticks(x: Scale, format: ChartText['format'], top: number, bottom: number): readonly Svg[] {
  return x.ticks.flatMap((tick) => [
    line(x(tick), top, x(tick), bottom, { stroke: 'rule', 'stroke-width': 1 }),
    label(x(tick), bottom + 15, format(tick), { anchor: 'middle' }),
  ]);
}

function referenceLine(
  { value, label: text }: { readonly value: number; readonly label: string },
  x: Scale,
  bottom: number,
  width: number,
): readonly Svg[] {
  const half = textWidth(text, small) / 2;
  const at = Math.min(Math.max(x(value), half), width - half);
  return [
    line(x(value), 17, x(value), bottom, { stroke: 'ink', 'stroke-width': 1, 'stroke-dasharray': '2 3' }),
    label(at, 11, text, { anchor: 'middle', fill: 'ink' }),
  ];
}
