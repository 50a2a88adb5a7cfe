/** What explains a change: the parts of the work that it comes from, added up to the whole. */
import { waterfall } from '../../charts/index.ts';
import type { ExplainedPart } from '../../metrics/index.ts';
import type { BlockKind, Context } from '../block.ts';
import type { SplitByDimension } from '../explained-changes.ts';
import { differenceText } from '../figure-text.ts';
import { dimensionName, figureName, segmentName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import type { Block } from '../report.ts';

/** Further parts are one bar. */
const most = 5;

export const explained: BlockKind = {
  name: 'explained',
  questions: () => [],
  build: (_answers, context) => context.seen.explained.map((split) => picture(split, context)),
};

interface Part {
  readonly label: string;
  readonly rate: number;
  readonly mix: number;
}

const together = ({ rate, mix }: Pick<Part, 'rate' | 'mix'>): number => rate + mix;

function picture(split: SplitByDimension, { words }: Context): Block {
  const { figure, by } = split;
  const name = figureName(figure, words);
  const format = (value: number): string => differenceText(value, figure.unit, words);
  const parts = partsOf(split, words);
  const dimension = dimensionName(by, words);
  const title = words.say('block.explained', { name, dimension });
  const chart = waterfall({
    title,
    summary: words.say('block.explained.summary', {
      name,
      difference: format(split.difference),
      part: parts[0]?.label ?? '',
      own: format(parts[0] === undefined ? 0 : together(parts[0])),
    }),
    format,
    unknown: '–',
    parts: parts.map((part) => ({ label: part.label, value: together(part) })),
    total: words.say('block.explained.total'),
  });
  const isCount = split.mix === null;
  const effects = (part: Part | undefined) =>
    part === undefined ? [split.rate?.difference ?? 0, split.mix?.difference ?? 0] : [part.rate, part.mix];
  const rows = chart.rows.map((row, i) =>
    isCount ? row : [...row, ...effects(parts[i]).map((value) => ({ text: format(value), value }))],
  );
  const columns = [
    dimension,
    words.say('column.together'),
    ...(isCount ? [] : [words.say('split.rate'), words.say('split.mix')]),
  ];
  const notes = isCount ? [] : [words.say('block.explained.note')];
  return pictureBlock({ chart: { ...chart, rows }, title, columns, notes, unit: figure.unit });
}

function partsOf({ parts, by }: SplitByDimension, words: Context['words']): readonly Part[] {
  const shown = parts.slice(0, most).map((part) => ({
    label: segmentName(by, part.segment[by], words),
    rate: part.rate,
    mix: part.mix,
  }));
  const rest = parts.slice(most);
  if (rest.length === 0) return shown;
  const sum = (effect: (part: ExplainedPart) => number): number =>
    rest.reduce((total, part) => total + effect(part), 0);
  return [
    ...shown,
    {
      label: words.say('split.rest', { n: rest.length }),
      rate: sum(({ rate }) => rate),
      mix: sum(({ mix }) => mix),
    },
  ];
}
