/** Whether a recorded change worked, as a person would say it, and what that rests on. */
import type { Words } from '../locales/words.ts';
import { type ChangeEffect, expectationKept } from '../metrics/index.ts';
import { differenceText } from './figure-text.ts';
import { oneIn } from './insight-words.ts';
import { dimensionName, statisticName } from './names.ts';

export function changeSentence(found: ChangeEffect, words: Words): string {
  return [
    verdictOf(found, words),
    groundsOf(found, words),
    ...(found.driftedBefore ? [words.say('change.drifted')] : []),
    ...expectedIn(found, words),
  ].join(' ');
}

function verdictOf({ change, metric, stat, unit, relative, verdict }: ChangeEffect, words: Words): string {
  const { forms } = words;
  const { difference, interval, smallest, moreNeeded, p } = verdict;
  const size = (value: number): string =>
    relative ? forms.share(value) : differenceText(value, unit, words).replace(/^[+−]/, '');
  const apart = (value: number | null): string =>
    value === null
      ? words.say('compare.noEnd')
      : `${value > 0 ? '+' : value < 0 ? '−' : ''}${size(Math.abs(value))}`;
  const facts = {
    change: words.say('change.title', { what: change.what, day: forms.date(change.on) }),
    name: statisticName(metric, stat, words),
    difference: size(Math.abs(difference)),
    low: apart(interval.low),
    high: apart(interval.high),
    smallest: `±${size(smallest)}`,
  };
  if (verdict.verdict === 'no_change_bigger_than') return words.say('change.nothing', facts);
  if (verdict.verdict === 'signal') {
    const told = words.say(difference > 0 ? 'change.more' : 'change.less', facts);
    return `${told} ${words.say('change.chance', { times: oneIn(p, words) })}`;
  }
  const more = moreNeeded === null ? 'compare.noMore' : 'change.weeks';
  return `${words.say('change.unclear', facts)} ${words.say(more, { n: moreNeeded ?? 0 })}`;
}

function groundsOf({ weeks, comparison }: ChangeEffect, words: Words): string {
  if (comparison === null) return words.say('change.alone', weeks);
  return words.say('change.against', { ...weeks, dimension: dimensionName(comparison.dimension, words) });
}

/** Said where the change was made for this very metric. */
function expectedIn(found: ChangeEffect, words: Words): readonly string[] {
  const { expected } = found.change;
  if (expected === null || expected.metric !== found.metric) return [];
  const { direction, size } = expected;
  const sized =
    size === null
      ? ''
      : found.relative
        ? words.forms.share(size, 0)
        : differenceText(size, found.unit, words).replace(/^[+−]/, '');
  const outcome = words.say(`change.expected.${expectationKept(expected, found)}`);
  return [
    words.say('change.expected', { direction, sized: sized === '' ? 'no' : 'yes', size: sized, outcome }),
  ];
}
