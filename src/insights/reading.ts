/** Which kind of insight speaks for a real change: the most telling one, so that it is told once. */
import { type Change, type Changed, differenceOf, isGood, isNew } from './change.ts';
import { themeOf } from './theme.ts';

/**
 * `issue`: more and more customers ask about one thing; `waiting`: callers wait longer or give up; `presence`: a team is
 * less there than planned; `haste`: work is quicker and service worse; `moved`: work came to where none was; `plain`: all else.
 */
export type Reading = 'issue' | 'waiting' | 'presence' | 'haste' | 'moved' | 'plain';

/** @example readingOf(changeOfContactsIn({ category: 'Login' })) // 'issue' */
export function readingOf(change: Change): Reading {
  const { figure, place, effect } = change.of === null ? change : { ...change, figure: change.of.figure };
  if (effect === 'mix') return 'plain';
  if (isNew(change)) return 'moved';
  const theme = themeOf(figure.metric);
  const difference = differenceOf(change.of ?? change);
  if (theme === 'presence') return isGood(figure.metric, difference) === false ? 'presence' : 'plain';
  if (theme === 'volume')
    return difference > 0 && ('category' in place || 'product' in place) ? 'issue' : 'plain';
  if (theme === 'waiting') return isGood(figure.metric, difference) === false ? 'waiting' : 'plain';
  return isHaste(change) ? 'haste' : 'plain';
}

const isWork = ({ figure }: Changed): boolean => themeOf(figure.metric) === 'work';
const isService = ({ figure }: Changed): boolean =>
  ['satisfaction', 'first_contact'].includes(themeOf(figure.metric));

/** Handle time fell, and satisfaction or first-contact resolution got worse, at the same place. */
function isHaste(change: Change): boolean {
  const all = [change, ...change.also];
  return (
    all.some((each) => isWork(each) && differenceOf(each) < 0) &&
    all.some((each) => isService(each) && isGood(each.figure.metric, differenceOf(each)) === false)
  );
}
