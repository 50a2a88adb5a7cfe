/** People side by side as a picture: a dot and its interval each, full where they really differ from the middle. */
import { type Chart, dotInterval } from '../charts/index.ts';
import type { Words } from '../locales/words.ts';
import type { PeopleFigures } from '../metrics/index.ts';
import { valueText } from './figure-text.ts';
import { peopleSentences, peopleTitle } from './people-sentences.ts';

/** Some of them may be shown alone; the words are about all. */
export function peoplePicture(found: PeopleFigures, words: Words, shown = found.people): Chart {
  const { allChance, middle, unit } = found;
  const items = shown.map(({ name, value, interval: { low, high }, verdict }) => ({
    label: name,
    value,
    low,
    high,
    strong: verdict === 'signal' && !allChance,
  }));
  return dotInterval(items, {
    title: peopleTitle(found, words),
    summary: peopleSentences(found, words)[0] ?? '',
    format: (value) => valueText(value, unit, words),
    unknown: words.say('segment.unknown'),
    reference: {
      value: middle,
      label: words.say('people.middle', { value: valueText(middle, unit, words) }),
    },
    time: unit === 'seconds',
    width: 640,
  });
}
