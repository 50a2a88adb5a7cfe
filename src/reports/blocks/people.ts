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

/** As many as a page holds: the highest and the lowest, since all others are nearer to the middle. */
const most = 24;

const shownOf = ({ people: all }: PeopleFigures): PeopleFigures['people'] =>
  all.length <= most ? all : [...all.slice(0, most / 2), ...all.slice(-most / 2)];

/** Where all is chance nobody is shown: a list would be read as a ranking. */
function told(found: PeopleFigures, { words }: Context): readonly Block[] {
  const title = peopleTitle(found, words);
  const [answer = '', ...notes] = peopleSentences(found, words);
  if (found.allChance)
    return [
      { kind: 'heading', text: title },
      { kind: 'paragraph', text: answer },
    ];
  const shown = shownOf(found);
  const left = found.people.length - shown.length;
  const columns = [
    words.say('dimension.agent'),
    statisticName(found.metric, found.stat, words),
    words.say('column.low'),
    words.say('column.high'),
  ];
  return [
    pictureBlock({
      chart: peoplePicture(found, words, shown),
      title,
      columns,
      notes: [...(left === 0 ? [] : [words.say('block.people.between', { n: left })]), ...notes],
      unit: found.unit,
    }),
  ];
}
