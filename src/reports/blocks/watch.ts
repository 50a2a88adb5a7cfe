/** What the alarm watches: the figures that matter most, by week and by day, and what is more than chance. */
import { halfWidth } from '../../charts/index.ts';
import { about } from '../../insights/kind.ts';
import { type Control, controlPage, type Figure } from '../../metrics/index.ts';
import type { Grain } from '../../model/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { controlPicture } from '../control-picture.ts';
import { figureName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import type { Block } from '../report.ts';
import { fewest, mainSeries, watchedMetrics, watchSpan } from '../watched.ts';

/** Weeks see what is slow or rare, days what is short. */
const grains = ['week', 'day'] as const satisfies readonly Grain[];

/** How many of the charts that were asked for have enough points to be watched. */
export const chartsWatched = (answers: readonly (readonly Figure[])[]): number =>
  answers.filter((figures) => known(mainSeries(figures)) >= fewest).length;

export const watch: BlockKind = {
  name: 'watch',
  questions: (scope) =>
    watchedMetrics(scope).flatMap((metric) =>
      grains.map((grain) => about(scope, [metric], { period: watchSpan(scope), grain })),
    ),
  build(answers, context) {
    const series = answers.map((figures, i) => ({
      figures: mainSeries(figures),
      grain: grains[i % grains.length] ?? 'week',
    }));
    const page = controlPage(series.filter(({ figures }) => known(figures) >= fewest));
    const shown = [...Map.groupBy(page, metricOf).values()].map(tellingMost);
    if (shown.length === 0) return [];
    return [
      { kind: 'heading', text: context.words.say('block.watch') },
      { kind: 'paragraph', text: inShort(shown, context) },
      ...shown.flatMap((control) => picture(control, context)),
      { kind: 'paragraph', tone: 'small', text: falseAlarms(page, context) },
    ];
  },
};

/** What was found and when stands under each picture. */
function inShort(shown: readonly Control[], { words }: Context): string {
  const found = shown.filter(({ signals }) => signals.length > 0);
  if (found.length === 0) return words.say('block.watch.quiet');
  const which = found.flatMap(({ points: [first] }) =>
    first === undefined ? [] : [figureName(first.figure, words)],
  );
  return words.say('block.watch.found', {
    n: found.length,
    all: shown.length,
    which: words.forms.list(which),
  });
}

const known = (figures: readonly Figure[]): number => figures.filter(({ value }) => value !== null).length;

const metricOf = ({ points }: Control): string => points[0]?.figure.metric ?? '';

/** Of a metric's charts the one in which something was found; weeks where both or neither found anything. */
function tellingMost(charts: readonly Control[]): Control {
  const [first] = charts;
  if (first === undefined) throw new RangeError('a metric that is watched has a chart');
  return charts.find(({ signals }) => signals.length > 0) ?? first;
}

function picture(control: Control, { words }: Context): Block[] {
  const [first] = control.points;
  const chart = controlPicture({ control: fromThere(control), words, width: halfWidth, height: 140 });
  if (chart === null || first === undefined) return [];
  const columns = ['period', 'value', 'lower', 'middle', 'upper', 'signal'] as const;
  return [
    pictureBlock({
      chart,
      title: figureName(first.figure, words),
      columns: columns.map((name) => words.say(`column.${name}`)),
      notes: [],
      unit: first.figure.unit,
    }),
  ];
}

/** Days before the first signal that show what was usual. */
const before = 42;

/** A year of days does not fit beside another picture: what came long before the first signal is left out. */
function fromThere(control: Control): Control {
  const { grain, points, signals } = control;
  const start = grain === 'day' ? Math.max(0, (signals[0]?.at ?? points.length - 120) - before) : 0;
  return start === 0
    ? control
    : {
        ...control,
        points: points.slice(start),
        signals: signals.map((signal) => ({
          ...signal,
          at: signal.at - start,
          ...(signal.kind === 'shift'
            ? { earliest: Math.max(0, signal.earliest - start), latest: signal.latest - start }
            : {}),
        })),
      };
}

function falseAlarms(page: readonly Control[], { words: { forms, say } }: Context): string {
  const expected = page.reduce((sum, { expectedFalseAlarms }) => sum + expectedFalseAlarms, 0);
  const told = say('watch.falseAlarms', {
    expected: forms.count(expected, 3),
    pages: forms.count(Math.round(1 / expected)),
  });
  return `${say('block.watch.limits')} ${told}`;
}
