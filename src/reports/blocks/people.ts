/** Single persons after luck and mix, where the configuration says why and for whom; else a line that says that there are none. */
import type { PeopleFigures } from '../../metrics/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { statisticName } from '../names.ts';
import { peoplePicture } from '../people-picture.ts';
import { peopleSentences, peopleTitle } from '../people-sentences.ts';
import { pictureBlock } from '../picture.ts';
import type { Block } from '../report.ts';

/** Two figures tell enough about a person; more would be a search for one that fits. */
const figures = 2;

export const people: BlockKind = {
  name: 'people',
  questions: () => [],
  build(_answers, context) {
    const { words, peoplePurpose, seen } = context;
    if (peoplePurpose === null)
      return [{ kind: 'paragraph', tone: 'small', text: words.say('block.people.off') }];
    return seen.people.slice(0, figures).flatMap((found) => told(found, context));
  },
};

function told(found: PeopleFigures, { words }: Context): readonly Block[] {
  const title = peopleTitle(found, words);
  const columns = [
    words.say('dimension.agent'),
    statisticName(found.metric, found.stat, words),
    words.say('column.low'),
    words.say('column.high'),
  ];
  const notes = peopleSentences(found, words).slice(1);
  return [pictureBlock({ chart: peoplePicture(found, words), title, columns, notes, unit: found.unit })];
}
