/** Dated events above a picture: a line down through it and a name that stays clear of the others. */
import { label, line, type Svg } from './svg.ts';
import { fitted, textWidth } from './text-width.ts';
import { type } from './tokens.ts';

export interface DatedEvent {
  /** Periods since the start: 0 is the beginning of the first period, 1 its end. */
  readonly at: number;
  readonly label: string;
}

/** A name at its place across the sheet. */
export interface Flag {
  readonly x: number;
  readonly text: string;
}

export interface PlacedFlag extends Flag {
  /** 0 is the uppermost. */
  readonly row: number;
  readonly side: 'left' | 'right';
}

const rowHeight = 16;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Places each name beside its line: right before left, upper rows before lower, the rightmost first. A name that is
 * longer than the room on either side is cut short.
 * A line runs down from its own row, so it crosses the rows beneath.
 */
export function placedFlags(flags: readonly Flag[], sheet: Span): readonly PlacedFlag[] {
  const placed: PlacedFlag[] = [];
  for (const flag of [...flags].sort((a, b) => b.x - a.x)) {
    const free = (one: Flag) => candidates(one, flags.length).find((each) => fits(each, placed, sheet));
    const short = shortened(flag, sheet);
    placed.push(free(flag) ?? free(short) ?? { ...short, row: placed.length, side: widerSide(flag, sheet) });
  }
  return placed;
}

/** How far down the picture begins, below the rows of names. */
export function flagRoom(flags: readonly PlacedFlag[]): number {
  return rowHeight * (Math.max(-1, ...flags.map(({ row }) => row)) + 1);
}

export function flagLine({ x, row }: PlacedFlag, bottom: number): Svg {
  return line(x, 3 + row * rowHeight, x, bottom, { stroke: 'muted', 'stroke-width': 0.8 });
}

export function flagName({ x, text, row, side }: PlacedFlag): Svg {
  const look = { anchor: side === 'left' ? 'end' : 'start', fill: 'ink' } as const;
  return label(x + (side === 'left' ? -5 : 5), 11 + row * rowHeight, text, look);
}

const widerSide = ({ x }: Flag, { from, to }: Span): 'left' | 'right' =>
  x - from > to - x ? 'left' : 'right';

function shortened(flag: Flag, { from, to }: Span): Flag {
  const room = Math.max(flag.x - from, to - flag.x) - 8;
  return { ...flag, text: fitted(flag.text, room, type.chart.small) };
}

function candidates(flag: Flag, rows: number): readonly PlacedFlag[] {
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => [
    { ...flag, row, side: 'right' } as const,
    { ...flag, row, side: 'left' } as const,
  ]);
}

function fits(flag: PlacedFlag, placed: readonly PlacedFlag[], sheet: Span): boolean {
  const own = span(flag);
  if (own.from < sheet.from || own.to > sheet.to) return false;
  return placed.every((other) => {
    const theirs = span(other);
    const apart = other.row !== flag.row || theirs.to < own.from || own.to < theirs.from;
    const theirLineClear = other.row > flag.row || other.x < own.from || other.x > own.to;
    const ownLineClear = flag.row > other.row || flag.x < theirs.from || flag.x > theirs.to;
    return apart && theirLineClear && ownLineClear;
  });
}

function span({ x, text, side }: PlacedFlag): Span {
  const width = textWidth(text, type.chart.small) + 8;
  return side === 'right' ? { from: x, to: x + width } : { from: x - width, to: x };
}
