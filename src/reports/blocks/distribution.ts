/** How a time spreads: most are quick, some are not, and the mean hides both. */
import { distribution as draw } from '../../charts/index.ts';
import { about, type Scope } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import { catalogue } from '../../metrics/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { metricName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import type { Block } from '../report.ts';

const times = ['first_response_time', 'resolution_time', 'handle_time', 'talk_time'] as const;
/** Two fit beside each other. */
const pictures = 2;

const chosen = ({ metrics }: Scope): readonly string[] =>
  times.filter((metric) => metrics.includes(metric)).slice(0, pictures);

/** How finished cases spread: one that still runs has no time yet. */
const finished = (metric: string): Readonly<Record<string, string>> =>
  catalogue.find(({ name }) => name === metric)?.rules.some(({ token }) => token === 'open_cases')
    ? { open_cases: 'finished_only' }
    : {};

export const distribution: BlockKind = {
  name: 'distribution',
  questions: (scope) =>
    chosen(scope).map((metric) =>
      about({ ...scope, rules: { ...scope.rules, ...finished(metric) } }, [metric], {
        stats: ['distribution', 'p90'],
      }),
    ),
  build: (answers, context) => answers.flatMap((figures) => picture(figures, context)),
};

interface ClosedBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

/** Bins grow with the time they hold, so they are drawn equally wide; what lies beyond the last is told in words. */
function picture(figures: readonly Figure[], { words }: Context): readonly Block[] {
  const spread = figures.find(({ stat }) => stat === 'distribution');
  const p90 = figures.find(({ stat }) => stat === 'p90')?.value ?? null;
  const bins = (spread?.bins ?? []).flatMap(({ from, to, n }): ClosedBin[] =>
    to === null ? [] : [{ from: from ?? 0, to, n }],
  );
  if (spread === undefined || spread.value === null || p90 === null || bins.length < 3) return [];
  const { forms } = words;
  const beyond = (spread.bins ?? []).find(({ to }) => to === null)?.n ?? 0;
  const longest = bins.at(-1)?.to ?? 0;
  const name = metricName(spread.metric, words);
  const facts = { name, middle: forms.duration(spread.value), p90: forms.duration(p90) };
  const title = words.say('block.distribution', { name });
  const edges = [bins[0]?.from ?? 0, ...bins.map(({ to }) => to)];
  const chart = draw({
    title,
    summary: words.say('block.distribution.summary', facts),
    format: (place) => forms.duration(edges[Math.round(place)] ?? longest),
    unknown: '–',
    bins: bins.map(({ n }, i) => ({ from: i, to: i + 1, count: n })),
    percentiles: [
      {
        value: placeOf(spread.value, bins),
        label: words.say('block.distribution.half', { time: facts.middle }),
      },
      { value: placeOf(p90, bins), label: words.say('block.distribution.p90', { time: facts.p90 }) },
    ],
    formatCount: (value) => forms.count(value),
  });
  const rows = bins.map(({ from, to, n }) => [
    { text: forms.duration(from), value: from },
    { text: forms.duration(to), value: to },
    { text: forms.count(n), value: n },
  ]);
  const columns = [words.say('column.longerThan'), words.say('column.upTo'), words.say('column.records')];
  const tail = { n: beyond, text: forms.count(beyond), time: forms.duration(longest) };
  return [
    pictureBlock({
      chart: { ...chart, rows },
      title,
      columns,
      notes: [
        words.say('block.distribution.note'),
        ...(beyond === 0 ? [] : [words.say('block.distribution.beyond', tail)]),
      ],
      unit: 'seconds',
      units: ['seconds', 'seconds', 'count'],
    }),
  ];
}

/** Where a time stands among bins of equal width. */
function placeOf(time: number, bins: readonly ClosedBin[]): number {
  const at = bins.findIndex(({ to }) => time <= to);
  const bin = bins[at];
  return bin === undefined ? bins.length : at + (time - bin.from) / (bin.to - bin.from);
}
