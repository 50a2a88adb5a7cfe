/** What to expect next, if nothing changes: the range in which each week to come will lie. */
import { about, type Scope } from '../../insights/kind.ts';
import { type Control, controlPage, type Figure } from '../../metrics/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { digitsOf, valueText } from '../figure-text.ts';
import { figureName } from '../names.ts';
import type { Cell } from '../report.ts';
import { fewest, mainSeries, watchedMetrics, watchSpan } from '../watched.ts';

/** Weeks: a day swings too much to plan by, a month comes too late. */
const grain = 'week';

export const expected: BlockKind = {
  name: 'expected',
  questions: (scope: Scope) =>
    watchedMetrics(scope).map((metric) => about(scope, [metric], { period: watchSpan(scope), grain })),
  build(answers, context) {
    const series = answers
      .map((figures) => ({ figures: mainSeries(figures), grain }) as const)
      .filter(({ figures }) => figures.filter(({ value }) => value !== null).length >= fewest);
    const rows = controlPage(series).flatMap((control) => row(control, context));
    const { words } = context;
    if (rows.length === 0) return [];
    return [
      {
        kind: 'table',
        table: {
          caption: words.say('block.expected'),
          columns: [
            { label: words.say('column.figure'), align: 'left' },
            { label: words.say('column.lower'), align: 'right' },
            { label: words.say('column.middle'), align: 'right' },
            { label: words.say('column.upper'), align: 'right' },
          ],
          rows,
          notes: [words.say('block.expected.note')],
        },
      },
    ];
  },
};

function row({ points }: Control, { words }: Context): readonly (readonly Cell[])[] {
  const last = points.at(-1);
  if (last === undefined || last.lower === null || last.upper === null || last.centre === null) return [];
  const { figure } = last;
  const { unit } = figure;
  const cell = (value: number): Cell => {
    const shown = within(value, figure);
    return {
      kind: 'number',
      text: valueText(shown, unit, words, digitsOf({ unit, interval: null })),
      value: shown,
      unit,
    };
  };
  return [
    [
      { kind: 'text', text: figureName(figure, words) },
      cell(last.lower),
      cell(last.centre),
      cell(last.upper),
    ],
  ];
}

/** No share lies outside 0–100 %, and nothing is counted or lasts less than zero. */
function within(value: number, { unit, metric }: Figure): number {
  if (unit === 'share') return Math.min(1, Math.max(0, value));
  return metric === 'nps' ? Math.min(100, Math.max(-100, value)) : Math.max(0, value);
}
