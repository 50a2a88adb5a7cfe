/** Amounts from most to least, each with a second one beside it to compare: work beside volume. */
import { type Chart, type ChartText, number, words } from './chart.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { inTwoLines, textWidth } from './text-width.ts';
import { halfWidth, type } from './tokens.ts';

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly beside?: number | null;
}

interface BarOptions extends ChartText {
  /** What the thick bars and the thin ones show, for the key; without `beside` there is no key. */
  readonly valueLabel?: string;
  readonly besideLabel?: string;
  readonly width?: number;
}

const { small, label: large } = type.chart;
const rowHeight = 31;

/** Bars begin at zero and keep the order they come in. */
export function bars(items: readonly Bar[], options: BarOptions): Chart {
  const { title, summary, format, width = halfWidth } = options;
  const paired = items.some(({ beside }) => beside !== undefined);
  const top = paired ? keyHeight(options, width) : 4;
  const left = Math.min(width * 0.42, Math.max(40, ...items.map((bar) => textWidth(bar.label, small)))) + 10;
  const amounts = items.flatMap(({ value, beside }) => [value, beside ?? 0]);
  const room = Math.max(...amounts.map((amount) => textWidth(format(amount), large)), 20) + 8;
  const most = Math.max(0, ...amounts) || 1;
  const x = (value: number): number => left + (value / most) * (width - room - left);
  const height = top + items.length * rowHeight + 2;
  const parts = [
    ...(paired ? key(options, width) : []),
    ...items.flatMap((bar, i) => row(bar, { y: top + i * rowHeight, left, x, paired, format })),
    line(left, top, left, height - 4, { stroke: 'muted', 'stroke-width': 1 }),
  ];
  return {
    svg: drawing({ title, summary, width, height }, parts),
    summary,
    rows: items.map(({ label: name, value, beside }) => [
      words(name),
      number(value, options),
      ...(paired ? [number(beside ?? null, options)] : []),
    ]),
  };
}

interface Row {
  readonly y: number;
  readonly left: number;
  readonly x: (value: number) => number;
  readonly paired: boolean;
  readonly format: (value: number) => string;
}

function row({ label: name, value, beside }: Bar, { y, left, x, paired, format }: Row): readonly Svg[] {
  const middle = y + (paired ? 9.5 : 13);
  return [
    ...nameLines(name, left - 8, middle, paired),
    element('rect', { x: left, y: middle - 6, width: x(value) - left, height: 12, fill: 'accent' }),
    label(x(value) + 5, middle + 4, format(value), { size: large, fill: 'ink', bold: true }),
    ...(beside === undefined || beside === null ? [] : thin(beside, middle + 12, left, x, format)),
  ];
}

function thin(value: number, y: number, left: number, x: Row['x'], format: Row['format']): readonly Svg[] {
  return [
    element('rect', { x: left, y: y - 2.5, width: x(value) - left, height: 5, fill: 'heat2' }),
    label(x(value) + 5, y + 3.5, format(value), { size: small - 1 }),
  ];
}

function nameLines(name: string, end: number, middle: number, paired: boolean): readonly Svg[] {
  const lines = inTwoLines(name, end, small);
  const first = middle + (paired ? 4 : 4) - (lines.length - 1) * (paired ? 1 : 6);
  return lines.map((text, i) => label(end, first + i * 12, text, { anchor: 'end', fill: 'ink' }));
}

function keyHeight(options: BarOptions, width: number): number {
  return keyFits(options, width) ? 26 : 42;
}

function keyFits({ valueLabel = '', besideLabel = '' }: BarOptions, width: number): boolean {
  return textWidth(valueLabel, small) + textWidth(besideLabel, small) + 70 < width;
}

/** Thick and thin tell the two apart as well as the colours do. */
function key(options: BarOptions, width: number): readonly Svg[] {
  const { valueLabel = '', besideLabel = '' } = options;
  const second = keyFits(options, width) ? { x: textWidth(valueLabel, small) + 44, y: 8 } : { x: 0, y: 24 };
  return [
    element('rect', { x: 0, y: 2, width: 18, height: 12, fill: 'accent' }),
    label(24, 12, valueLabel, { fill: 'ink' }),
    element('rect', { x: second.x, y: second.y - 2.5, width: 18, height: 5, fill: 'heat2' }),
    label(second.x + 24, second.y + 4, besideLabel),
  ];
}
