/** Teams of different size against what chance allows them: who lies beyond the funnel really differs. */
import { overDispersion, shareFunnel } from '../../chance/index.ts';
import { funnelPlot } from '../../charts/index.ts';
import { about, type Scope } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind } from '../block.ts';
import { valueText } from '../figure-text.ts';
import { dimensionName, metricName, segmentName } from '../names.ts';
import { pictureBlock } from '../picture.ts';

/** Shares, since their limits are exact; the first that the report is about. */
const subjects = [
  'csat',
  'first_contact_resolution',
  'reopen_rate',
  'repeat_contact_rate',
  'sla_response_met',
] as const;
const fewestGroups = 3;
/** So rarely does chance alone put one of these outside. */
const level = 0.998;

const subject = ({ metrics }: Scope): string | undefined =>
  subjects.find((metric) => metrics.includes(metric));

export const spread: BlockKind = {
  name: 'spread',
  questions(scope) {
    const metric = subject(scope);
    return metric === undefined || !scope.dimensions.includes('team')
      ? []
      : [about(scope, [metric], { by: ['team'], stats: ['share'] })];
  },
  build([figures = []], { words }) {
    const groups = figures.filter(
      ({ value, n, segment }) => value !== null && n > 0 && segment['team'] !== null,
    );
    const [first] = groups;
    if (first === undefined || groups.length < fewestGroups) return [];
    const centre = middleOf(groups);
    const wider = widening(groups, centre);
    const limit = (n: number) => widened(shareFunnel(n, centre, level), centre, wider);
    const name = metricName(first.metric, words);
    const share = (value: number): string => valueText(value, 'share', words);
    const shown = groups.map(({ segment, n, value }) => {
      const { low, high } = limit(n);
      return {
        label: segmentName('team', segment['team'], words),
        n,
        value: value ?? 0,
        outside: (value ?? 0) < low || (value ?? 0) > high,
      };
    });
    const outside = shown.filter((group) => group.outside);
    const title = words.say('block.spread', { name, dimension: dimensionName('team', words) });
    const chart = funnelPlot({
      title,
      summary: words.say('block.spread.summary', {
        n: outside.length,
        all: shown.length,
        which: words.forms.list(outside.map(({ label }) => label)),
      }),
      format: share,
      unknown: '–',
      groups: shown,
      centre: { value: centre, label: words.say('block.spread.middle', { value: share(centre) }) },
      limits: sizes(groups.map(({ n }) => n)).map((n) => ({ n, ...limit(n) })),
      size: words.say('block.spread.size'),
      formatSize: (value) => words.forms.count(value),
      bounds: [0, 1],
    });
    const columns = [dimensionName('team', words), words.say('block.spread.size'), name];
    const note = words.say(wider > 1 ? 'block.spread.wider' : 'block.spread.note');
    return [
      pictureBlock({
        chart,
        title,
        columns,
        notes: [note],
        unit: 'share',
        units: ['text', 'count', 'share'],
      }),
    ];
  },
};

const middleOf = (groups: readonly Figure[]): number => {
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  return groups.reduce((sum, { n, value }) => sum + n * (value ?? 0), 0) / all;
};

/** Where all together differ more than chance explains, single ones are judged by wider limits. */
function widening(groups: readonly Figure[], centre: number): number {
  const errors = groups.map(({ n }) => Math.sqrt((centre * (1 - centre)) / n));
  if (errors.some((error) => error === 0)) return 1;
  const { phi, present } = overDispersion(
    groups.map(({ value }) => value ?? 0),
    errors,
    centre,
  );
  return present && groups.length >= 10 ? Math.sqrt(phi) : 1;
}

const widened = ({ low, high }: { low: number; high: number }, centre: number, by: number) => ({
  low: Math.max(0, centre - (centre - low) * by),
  high: Math.min(1, centre + (high - centre) * by),
});

/** From below the smallest to beyond the largest, closer where the funnel narrows fast. */
function sizes(all: readonly number[]): readonly number[] {
  const [low, high] = [Math.max(5, 0.7 * Math.min(...all)), 1.05 * Math.max(...all)];
  const steps = Array.from({ length: 24 }, (_, i) => Math.round(low + (high - low) * (i / 23) ** 2));
  return [...new Set(steps)];
}
