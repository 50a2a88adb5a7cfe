/** Days of the period on which nothing at all came in although the company was open: missing, not quiet. */
import { about, type Scope } from '../insights/kind.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Question } from '../metrics/question.ts';

const volumes = ['contacts_arrived', 'cases_opened'] as const;

export interface Closed {
  /** 1 (Monday) to 7: days without service. */
  readonly weekdays: readonly number[];
  readonly dates: readonly string[];
}

export const gapQuestions = (scope: Scope): readonly Question[] =>
  scope.period === 'all'
    ? []
    : volumes
        .filter((metric) => scope.metrics.includes(metric))
        .map((metric) => about(scope, [metric], { grain: 'day' }));

/** A day is missing where no kind of record came in; weekdays on which nothing ever comes in are days of rest. */
export function gapDays(answers: readonly (readonly Figure[])[], closed: Closed): readonly string[] {
  const empty = answers.map(
    (figures) => new Set(figures.filter(({ missing }) => missing !== null).map(dayOf)),
  );
  const days = [...new Set(answers.flat().map(dayOf))].sort();
  const without = days.filter((day) => empty.every((set) => set.has(day)));
  const resting = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => {
    const same = days.filter((day) => weekdayOf(day) === weekday);
    return same.length > 1 && same.every((day) => without.includes(day));
  });
  return without.filter(
    (day) => ![...resting, ...closed.weekdays].includes(weekdayOf(day)) && !closed.dates.includes(day),
  );
}

const dayOf = ({ from }: Figure): string => from?.slice(0, 10) ?? '';
const weekdayOf = (day: string): number => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
