/** What a comparison of people says, in sentences: whether there is any difference, and how to read the table. */
import type { Words } from '../locales/words.ts';
import type { PeopleFigures, PersonFigure } from '../metrics/index.ts';
import { valueText } from './figure-text.ts';
import { dimensionName, directionOf, statisticName } from './names.ts';

export const peopleTitle = ({ metric, stat, by }: PeopleFigures, words: Words): string =>
  words.say('people.title', {
    name: statisticName(metric, stat, words),
    dimension: dimensionName(by, words),
  });

/** The answer first, then what the spread is made of, then how to read it. */
export function peopleSentences(found: PeopleFigures, words: Words): readonly string[] {
  const { people, allChance, middle, unit, shares, mix, metric } = found;
  const apart = people.filter(({ verdict }) => verdict === 'signal').length;
  const factor = (name: string): string =>
    name === 'chance' || name === 'day' ? words.say(`people.part.${name}`) : dimensionName(name, words);
  const parts = shares.map(({ name, share }) =>
    words.say('people.part', { name: factor(name), share: words.forms.share(share, 0) }),
  );
  return [
    allChance
      ? words.say('people.allChance')
      : words.say('people.some', { n: apart, all: people.length, middle: valueText(middle, unit, words) }),
    words.say('people.spread', { parts: words.forms.list(parts) }),
    words.say('people.read', {
      mix: mix.length === 0 ? words.say('people.nothing') : words.forms.list(mix.map(factor)),
      better: words.say(`people.better.${directionOf(metric, words)}`),
    }),
    words.say('people.extreme'),
  ];
}

/** One person's verdict against the middle, in a word or two. */
export function standingText({ verdict }: PersonFigure, allChance: boolean, words: Words): string {
  if (allChance) return words.say('people.close');
  const name = { signal: 'apart', no_change_bigger_than: 'close', cannot_tell_yet: 'unclear' } as const;
  return words.say(`people.${name[verdict]}`);
}
