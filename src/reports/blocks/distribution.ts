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

/** The long tail beyond the last bin is told in words: drawn, it would flatten all else. */
function picture(figures: readonly Figure[], { words }: Context): readonly Block[] {
  const spread = figures.find(({ stat }) => stat === 'distribution');
  const p90 = figures.find(({ stat }) => stat === 'p90')?.value ?? null;
  const bins = (spread?.bins ?? []).flatMap(({ from, to, n }): ClosedBin[] =>
    to === null ? [] : [{ from: from ?? 0, to, n }],
  );
  if (spread === undefined || spread.value === null || p90 === null || bins.length < 3) return [];
  const { forms } = words;
  const beyond = (spread.bins ?? []).find(({ to }) => to === null)?.n ?? 0;
  const name = metricName(spread.metric, words);
  const facts = { name, middle: forms.duration(spread.value), p90: forms.duration(p90) };
  const title = words.say('block.distribution', { name });
  const shown = bins.filter(({ to }) => to > (bins[0]?.from ?? 0));
  const chart = draw({
    title,
    summary: words.say('block.distribution.summary', facts),
    format: (value) => forms.duration(value),
    unknown: '–',
    bins: shown.map(({ from, to, n }) => ({ from, to, count: n })),
    percentiles: [
      { value: spread.value, label: words.say('block.distribution.half', { time: facts.middle }) },
      {
        value: Math.min(p90, shown.at(-1)?.to ?? p90),
        label: words.say('block.distribution.p90', { time: facts.p90 }),
      },
    ],
    formatCount: (value) => forms.count(value),
    time: true,
  });
  const columns = [words.say('column.longerThan'), words.say('column.upTo'), words.say('column.records')];
  const notes =
    beyond === 0
      ? []
      : [
          words.say('block.distribution.beyond', {
            n: beyond,
            text: forms.count(beyond),
            time: forms.duration(shown.at(-1)?.to ?? 0),
          }),
        ];
  return [
    pictureBlock({ chart, title, columns, notes, unit: 'seconds', units: ['seconds', 'seconds', 'count'] }),
  ];
}
