/** A comparison as a person would say it: what it was, what it is, and whether that is more than chance. */
import type { Words } from '../locales/words.ts';
import type { Figure, FigureComparison } from '../metrics/figure.ts';
import { differenceText, digitsOf, reasonText, valueText } from './figure-text.ts';
import { oneIn } from './insight-words.ts';
import { figureName } from './names.ts';

/** What the sentence needs of a figure and of what it is held against. */
export interface Judged {
  readonly figure: Pick<Figure, 'metric' | 'stat' | 'unit' | 'value' | 'interval'>;
  readonly before: number | null;
  /** Two segments of one time, not two times. */
  readonly segments?: boolean;
  /** A target or a benchmark, not a number of ours. */
  readonly stated?: boolean;
  readonly comparison: Pick<
    FigureComparison,
    'difference' | 'interval' | 'verdict' | 'p' | 'smallest' | 'moreNeeded' | 'missing'
  >;
}

/** @example verdictSentence(judged, words) // 'Customer satisfaction rose from 84.1% to 86.9% (…). This is more than chance: …' */
export function verdictSentence(
  { figure, before, comparison, segments = false, stated = false }: Judged,
  words: Words,
): string {
  const { difference, interval, verdict, p, smallest, moreNeeded } = comparison;
  const name = figureName(figure, words);
  if (difference === null || figure.value === null || before === null) {
    return words.say('compare.missing', { name, reason: reasonText(comparison.missing, words) });
  }
  const digits = digitsOf(figure);
  const apart = (value: number | null): string =>
    value === null ? words.say('compare.noEnd') : differenceText(value, figure.unit, words, digits);
  const facts = {
    name,
    value: valueText(figure.value, figure.unit, words, digits),
    before: valueText(before, figure.unit, words, digits),
    difference:
      figure.unit === 'count'
        ? words.say('compare.dayForDay', { difference: apart(difference) })
        : apart(difference),
    low: apart(interval?.low ?? null),
    high: apart(interval?.high ?? null),
    smallest: apart(smallest).replace('+', '±'),
    times: oneIn(p, words),
    more: words.forms.count(moreNeeded ?? 0),
  };
  if (verdict === 'no_change_bigger_than')
    return words.say(stated ? 'compare.level' : segments ? 'compare.alike' : 'compare.steady', facts);
  if (verdict === 'signal' && stated) {
    const found = words.say(difference > 0 ? 'compare.above' : 'compare.below', facts);
    return `${found} ${words.say('compare.chanceStated', facts)}`;
  }
  if (verdict === 'signal') {
    const [found, chance] = segments
      ? ([difference > 0 ? 'compare.higher' : 'compare.lower', 'compare.chanceApart'] as const)
      : ([difference > 0 ? 'compare.rose' : 'compare.fell', 'compare.chance'] as const);
    return `${words.say(found, facts)} ${words.say(chance, facts)}`;
  }
  const next = words.say(moreNeeded === null ? 'compare.noMore' : 'compare.more', facts);
  return `${words.say('compare.unclear', facts)} ${next}`;
}
