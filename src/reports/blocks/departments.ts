/** Departments, or teams, side by side for an average mix of work, each with its verdict against the middle. */
import type { PeopleFigures, PersonFigure } from '../../metrics/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { valueText } from '../figure-text.ts';
import { dimensionName, segmentName, statisticName } from '../names.ts';
import { standingText } from '../people-sentences.ts';
import type { Cell } from '../report.ts';

const most = 15;

export const departments: BlockKind = {
  name: 'departments',
  questions: () => [],
  build(_answers, context) {
    const { seen, words } = context;
    const [first] = seen.peers;
    if (first === undefined) return [];
    const ids = [...new Set(seen.peers.flatMap(({ people }) => people.map(({ id }) => id)))].sort();
    const dimension = dimensionName(first.by, words);
    return [
      {
        kind: 'table',
        table: {
          caption: words.say('block.departments', { dimension }),
          columns: [
            { label: dimension.charAt(0).toUpperCase() + dimension.slice(1), align: 'left' },
            ...seen.peers.map(({ metric, stat }) => ({
              label: statisticName(metric, stat, words),
              align: 'right' as const,
            })),
          ],
          rows: ids
            .slice(0, most)
            .map((id) => [
              { kind: 'text', text: segmentName(first.by, id, words) },
              ...seen.peers.map((found) => cell(found, id, context)),
            ]),
          notes: [
            words.say('block.departments.note'),
            ...seen.peers
              .filter(({ allChance }) => allChance)
              .map(({ metric, stat }) =>
                words.say('block.departments.chance', { name: statisticName(metric, stat, words) }),
              ),
          ],
        },
      },
    ];
  },
};

function cell(found: PeopleFigures, id: string, { words }: Context): Cell {
  const person = found.people.find((each) => each.id === id);
  if (person === undefined) return { kind: 'text', text: '–' };
  const { value } = person;
  const { unit } = found;
  return {
    kind: 'number',
    text: valueText(value, unit, words),
    value,
    unit,
    small: [ends(person, found, words), standingText(person, found.allChance, words)].join(' · '),
  };
}

function ends(
  { interval: { low, high } }: PersonFigure,
  { unit }: PeopleFigures,
  words: Context['words'],
): string {
  const end = (value: number | null): string =>
    value === null ? words.say('compare.noEnd') : valueText(value, unit, words);
  return words.say('interval.both', { low: end(low), high: end(high) });
}
