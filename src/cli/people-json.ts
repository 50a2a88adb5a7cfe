/** People side by side as the JSON that scripts rely on; `schema/people.json` describes it. */

import type { Interval } from '../chance/index.ts';
import { wordsOf } from '../locales/index.ts';
import type { PeopleFigures } from '../metrics/index.ts';
import { peopleSentences } from '../reports/index.ts';
import { verdictFace } from './verdict-face.ts';

export function peopleJson(found: PeopleFigures): string {
  const { allChance, people, ...rest } = found;
  const { middle, method } = rest;
  const told = {
    ...rest,
    all_chance: allChance,
    people: people.map(({ aboveMiddle, moreNeeded, ...person }) => ({
      ...person,
      above_middle: aboveMiddle,
      more_needed: moreNeeded,
      against_middle: verdictFace({
        ...person,
        difference: person.value - middle,
        interval: lessBy(middle, person.interval),
        method,
        looks: 1,
        moreNeeded,
      }),
    })),
    sentence: peopleSentences(found, wordsOf('en'))[0],
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** The middle is taken as known: what is not known of a person is in the person's own interval. */
const lessBy = (middle: number, { low, high, ...rest }: Interval): Interval => ({
  low: low === null ? null : low - middle,
  high: high === null ? null : high - middle,
  ...rest,
});
