/** A score month by month for each channel: whether a change is everywhere or in one place. */
import { smallMultiples } from '../../charts/index.ts';
import { about, type Scope } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { valueText } from '../figure-text.ts';
import { dimensionName, figureName, segmentName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import { trendSpan } from '../trend-span.ts';

/** A score first; a small line says nothing of a count that grows and falls with the season. */
const subjects = [
  'csat',
  'nps',
  'first_contact_resolution',
  'first_response_time',
  'abandonment_rate',
  'service_level',
  'resolution_time',
] as const;
/** More panels than this are too small to compare. */
const most = 8;
/** A month with fewer cases swings by chance alone. */
const fewest = 20;

const subject = ({ metrics }: Scope): string | undefined =>
  subjects.find((metric) => metrics.includes(metric));

export const trendByChannel: BlockKind = {
  name: 'trend-by-channel',
  questions(scope) {
    const metric = subject(scope);
    if (metric === undefined || scope.period === 'all' || scope.dataFrom === null) return [];
    if (!scope.dimensions.includes('channel')) return [];
    return [about(scope, [metric], { by: ['channel'], ...trendSpan(scope.period, scope.dataFrom) })];
  },
  build([figures = []], context) {
    const [first] = figures;
    if (first === undefined) return [];
    const own = figures.filter(({ stat }) => stat === first.stat);
    const starts = [...new Set(own.map(({ from }) => from ?? ''))].sort();
    const groups = [...Map.groupBy(own, ({ segment }) => segment['channel'] ?? null)]
      .map(([channel, all]) => ({ channel, all, n: all.reduce((sum, { n }) => sum + n, 0) }))
      .filter(({ all }) => all.filter(isEnough).length > 1)
      .sort((a, b) => b.n - a.n)
      .slice(0, most);
    if (groups.length < 2 || starts.length < 3) return [];
    return [picture(groups, { first, starts, context })];
  },
};

interface Group {
  readonly channel: string | null;
  readonly all: readonly Figure[];
}

const isEnough = ({ value, n }: Figure): boolean => value !== null && n >= fewest;

interface Shown {
  readonly first: Figure;
  readonly starts: readonly string[];
  readonly context: Context;
}

function picture(groups: readonly Group[], { first, starts, context: { words } }: Shown) {
  const { forms } = words;
  const name = figureName(first, words);
  const format = (value: number): string => valueText(value, first.unit, words);
  const title = words.say('block.trendBy', { name, dimension: dimensionName('channel', words) });
  const months = starts.map((start) => forms.shortMonth(start.slice(0, 10)));
  const chart = smallMultiples({
    title,
    summary: words.say('block.trendBy.summary', { n: groups.length, name }),
    format,
    unknown: '–',
    panels: groups.map(({ channel, all }) => ({
      label: segmentName('channel', channel, words),
      values: starts.map((start) => {
        const figure = all.find(({ from }) => from === start);
        return figure !== undefined && isEnough(figure) ? figure.value : null;
      }),
    })),
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
  });
  const columns = [dimensionName('channel', words), ...months];
  const notes = [words.say('block.trendBy.note', { n: fewest })];
  return pictureBlock({ chart, title, columns, notes, unit: first.unit });
}
