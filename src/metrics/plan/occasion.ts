/** The times that a question is about: its period or the slices of it, each with what it is compared with. */
import {
  addDays,
  daysBetween,
  nextStart,
  type Period,
  previousPeriod,
  samePeriodLastYear,
  slices,
  startOf,
} from '../../model/index.ts';
import type { ComparisonBase, Question } from '../question.ts';
import { allTime, type Window, windowOf } from './window.ts';

export interface Base {
  readonly kind: ComparisonBase;
  /** null with `missing`, or for a target. */
  readonly window: Window | null;
  readonly missing: string | null;
}

export interface Occasion {
  readonly window: Window;
  readonly bases: readonly Base[];
}

/** The local days between which there is any data at all. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/**
 * A period that is not over is cut at the last day with data, and what it is compared with is cut to as many days.
 *
 * @example occasions(thisMonth, { first: '2024-01-01', last: '2025-05-14' }) // 1–14 May, compared with 1–14 April
 */
export function occasions(question: Question, span: Span | null): readonly Occasion[] {
  const { period, grain, zone, compare } = question;
  if (grain === undefined && period === 'all') return [{ window: allTime, bases: compare.map(noBase) }];
  if (span === null && period === 'all') return [];
  const asked = period === 'all' ? wholeSpan(span) : period;
  const over = span === null ? asked : cutAt(asked, addDays(span.last, 1));
  const parts = grain === undefined ? [over] : slices(over, grain);
  return parts.map((part) => ({
    window: windowOf(part, zone),
    bases: compare.map((kind) =>
      base(kind, part, grain === undefined ? asked : fullSlice(part, question), zone),
    ),
  }));
}

const noBase = (kind: ComparisonBase): Base => ({
  kind,
  window: null,
  missing: kind === 'target' ? null : 'no_earlier_period',
});

const wholeSpan = (span: Span | null): Period => ({
  from: span?.first ?? '',
  to: addDays(span?.last ?? '', 1),
});

/** Nothing is cut where all of it lies ahead: it has no data, and says so. */
const cutAt = (period: Period, end: string): Period =>
  period.to > end && period.from < end ? { from: period.from, to: end } : period;

/** The unit that a slice begins, had nothing cut its end; null where the question begins in the midst of one. */
function fullSlice(part: Period, { grain = 'day' }: Question): Period | null {
  return startOf(grain, part.from) === part.from
    ? { from: part.from, to: nextStart(grain, part.from) }
    : null;
}

function base(kind: ComparisonBase, part: Period, asked: Period | null, zone: string): Base {
  if (kind === 'target') return { kind, window: null, missing: null };
  if (asked === null) return { kind, window: null, missing: 'partial_period' };
  const whole = kind === 'previous' ? previousPeriod(asked) : samePeriodLastYear(asked);
  const same =
    part.to === asked.to ? whole : cutAt(whole, addDays(whole.from, daysBetween(part.from, part.to)));
  return { kind, window: windowOf(same, zone), missing: null };
}
