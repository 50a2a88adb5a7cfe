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
import { kindOf, type SegmentBase } from '../comparison-base.ts';
import type { ComparisonBase, ComparisonKind, Question } from '../question.ts';
import { allTime, type Window, windowOf } from './window.ts';

export interface Base {
  readonly kind: ComparisonKind;
  /** null with `missing`, or for a number that was stated. */
  readonly window: Window | null;
  readonly missing: string | null;
  /** Cut to as many days as the period that is not over. */
  readonly part?: true;
  readonly segment?: SegmentBase;
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
    bases: compare.map((against) =>
      base(against, part, grain === undefined ? asked : fullSlice(part, question), zone),
    ),
  }));
}

/** All time has nothing before or after it. */
const noBase = (base: ComparisonBase): Base => {
  const kind = kindOf(base);
  if (kind === 'baseline') return { kind, window: null, missing: 'same_period' };
  if (kind === 'previous' || kind === 'last_year')
    return { kind, window: null, missing: 'no_earlier_period' };
  return besides(base, allTime);
};

/** What needs no other time. */
const besides = (base: ComparisonBase, window: Window): Base =>
  typeof base === 'object' && base.kind === 'segment'
    ? { kind: 'segment', window, missing: null, segment: base }
    : { kind: kindOf(base), window: null, missing: null };

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

function base(against: ComparisonBase, part: Period, asked: Period | null, zone: string): Base {
  const kind = kindOf(against);
  const whole = asked === null ? null : otherTime(against, asked);
  if (kind !== 'previous' && kind !== 'last_year' && kind !== 'baseline')
    return besides(against, windowOf(part, zone));
  if (asked === null || whole === null) return { kind, window: null, missing: 'partial_period' };
  const over = part.to === asked.to;
  const same = over ? whole : cutAt(whole, addDays(whole.from, daysBetween(part.from, part.to)));
  if (same.from < part.to && part.from < same.to) return { kind, window: null, missing: 'same_period' };
  return { kind, window: windowOf(same, zone), missing: null, ...(over ? {} : { part: true }) };
}

function otherTime(against: ComparisonBase, asked: Period): Period | null {
  if (against === 'previous') return previousPeriod(asked);
  if (against === 'last_year') return samePeriodLastYear(asked);
  return typeof against === 'object' && against.kind === 'baseline' ? against.period : null;
}
