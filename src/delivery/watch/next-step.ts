/** Whether a finding is news: each thing is told once and then not again until it changes. */

import { addDays } from '../../model/index.ts';

/** What a warning was about, so that the same is known again when more data has come. */
export type Mark =
  /** A change between two local dates, the second not included. */
  | { readonly kind: 'change'; readonly from: string; readonly to: string }
  | { readonly kind: 'cases'; readonly ids: readonly string[] };

/** What the book knows of the thing. */
export interface Known {
  readonly state: 'open' | 'acknowledged' | 'closed';
  readonly mark: Mark;
  /** Local date until which nobody wants to hear of it. */
  readonly snoozedUntil: string | null;
}

export type Step =
  | 'tell'
  /** It stands, and whoever is to know was told. */
  | 'keep'
  /** It is over. */
  | 'close'
  | 'nothing';

/**
 * A change is news where it begins two weeks or more after the one that was told: the alarm may date the same change otherwise
 * as data comes in, and a first bad day often turns out to be the first day of a new level. Cases are news where one is among them that was not told of. What was acknowledged stays silent until it is
 * over; new cases are told all the same, because nobody has seen those. What is snoozed is told again on its day.
 *
 * @example nextStep({ mark: drop, known: { state: 'closed', mark: drop, … }, today }) // 'keep': it flickered, nobody is told twice
 */
export function nextStep({
  mark,
  known,
  today,
}: {
  readonly mark: Mark | null;
  readonly known: Known | null;
  readonly today: string;
}): Step {
  if (mark === null) return known === null || known.state === 'closed' ? 'nothing' : 'close';
  if (known === null) return 'tell';
  if (known.snoozedUntil !== null && known.state !== 'closed')
    return today < known.snoozedUntil ? 'keep' : 'tell';
  if (known.state === 'acknowledged' && mark.kind === 'change') return 'keep';
  return isNews(mark, known.mark) ? 'tell' : 'keep';
}

/** What follows so soon is the same story. */
const sameStoryDays = 14;

function isNews(mark: Mark, told: Mark): boolean {
  if (mark.kind === 'change') return told.kind !== 'change' || mark.from >= addDays(told.to, sameStoryDays);
  const known = new Set(told.kind === 'cases' ? told.ids : []);
  return mark.ids.some((id) => !known.has(id));
}
