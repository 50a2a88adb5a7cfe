/** Where the names of dated events stand above a picture, so that no name runs into another or across a line. */
import { textWidth } from './text-width.ts';
import { type } from './tokens.ts';

export interface EventLabel {
  readonly x: number;
  readonly text: string;
  /** 0 is the uppermost. */
  readonly row: number;
  readonly side: 'left' | 'right';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Places each name beside its line: right before left, upper rows before lower, the newest first.
 * An event's line runs down from its own row, so it crosses the rows beneath.
 */
export function eventLabels(
  events: readonly { readonly x: number; readonly text: string }[],
  sheet: Span,
): readonly EventLabel[] {
  const placed: EventLabel[] = [];
  for (const event of [...events].sort((a, b) => b.x - a.x)) {
    const free = candidates(event, events.length).find((label) => fits(label, placed, sheet));
    placed.push(free ?? { ...event, row: placed.length, side: 'left' });
  }
  return placed.reverse();
}

function candidates(
  event: { readonly x: number; readonly text: string },
  rows: number,
): readonly EventLabel[] {
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => [
    { ...event, row, side: 'right' } as const,
    { ...event, row, side: 'left' } as const,
  ]);
}

function fits(label: EventLabel, placed: readonly EventLabel[], sheet: Span): boolean {
  const own = span(label);
  if (own.from < sheet.from || own.to > sheet.to) return false;
  return placed.every((other) => {
    const theirs = span(other);
    const apart = other.row !== label.row || theirs.to < own.from || own.to < theirs.from;
    const theirLineClear = other.row > label.row || other.x < own.from || other.x > own.to;
    const ownLineClear = label.row > other.row || label.x < theirs.from || label.x > theirs.to;
    return apart && theirLineClear && ownLineClear;
  });
}

function span({ x, text, side }: EventLabel): Span {
  const width = textWidth(text, type.chart.small) + 8;
  return side === 'right' ? { from: x, to: x + width } : { from: x - width, to: x };
}
