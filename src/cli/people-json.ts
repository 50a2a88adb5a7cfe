/** People side by side as the JSON that scripts rely on; `schema/people.json` describes it. */

import { wordsOf } from '../locales/index.ts';
import type { PeopleFigures } from '../metrics/index.ts';
import { peopleSentences } from '../reports/index.ts';

export function peopleJson(found: PeopleFigures): string {
  const { allChance, people, ...rest } = found;
  const told = {
    ...rest,
    all_chance: allChance,
    people: people.map(({ aboveMiddle, moreNeeded, ...person }) => ({
      ...person,
      above_middle: aboveMiddle,
      more_needed: moreNeeded,
    })),
    sentence: peopleSentences(found, wordsOf('en'))[0],
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
