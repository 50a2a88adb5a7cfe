/** Thirteen months of the figures that matter most; days where the data is younger than that. */
import { trend as draw, type TrendPoint } from '../../charts/index.ts';
import { about, type Scope } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import { daysBetween } from '../../model/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { digitsOf, valueText } from '../figure-text.ts';
import { figureName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import type { Block } from '../report.ts';
import { trendSpan } from '../trend-span.ts';

/** A score first, then how fast, then how much: the first of each that the data has. */
const subjects = [
  ['csat', 'nps', 'abandonment_rate', 'service_level'],
  ['first_response_time', 'speed_of_answer', 'resolution_time'],
  ['cases_opened', 'contacts_arrived'],
] as const;

/** Two pictures fit on the page. */
const pictures = 2;

const chosen = ({ metrics }: Scope): string[] =>
  subjects.flatMap((group) => group.find((metric) => metrics.includes(metric)) ?? []).slice(0, pictures);

export const trend: BlockKind = {
  name: 'trend',
  questions(scope) {
    if (scope.period === 'all' || scope.dataFrom === null) return [];
    const { period, dataFrom, headline } = scope;
    return chosen(scope).map((metric) => {
      const own = headline.find((figure) => figure.metric === metric && figure.unit !== 'count');
      return about(scope, [metric], trendSpan(period, dataFrom, own?.n));
    });
  },
  build: (answers, context) => answers.flatMap((figures) => picture(figures, context)),
};

function picture(figures: readonly Figure[], context: Context): Block[] {
  const { words } = context;
  const first = figures[0];
  const headline = figures.filter(({ stat }) => stat === first?.stat);
  if (first === undefined || headline.filter(({ value }) => value !== null).length < 2) return [];
  const grain = grainOf(headline);
  const days = headline.map((figure) => serviceDays(figure, context));
  const counted = grain === 'month' && days.some((each) => each !== null);
  const points = headline.map((figure, i) => ({
    ...point(figure, grain, context),
    ...(counted ? { under: String(days[i] ?? '–') } : {}),
  }));
  const told = toldOf(headline);
  const values = told.flatMap(({ value }) => value ?? []);
  const format = (value: number): string =>
    valueText(value, first.unit, words, first.unit === 'share' ? 1 : digitsOf(first));
  const chart = draw({
    points,
    title: figureName(first, words),
    summary: words.say('block.trend.summary', {
      name: figureName(first, words),
      low: format(Math.min(...values)),
      high: format(Math.max(...values)),
      last: format(headline.findLast(({ value }) => value !== null)?.value ?? 0),
    }),
    format,
    unknown: words.say('segment.unknown'),
    time: first.unit === 'seconds',
    zero: first.unit === 'count',
    events: datedEvents(headline, context),
    width: 312,
    height: 160,
  });
  const columns = [
    words.say('column.period'),
    figureName(first, words),
    words.say('column.low'),
    words.say('column.high'),
    ...(counted ? [words.say('column.workingDays')] : []),
  ];
  const notes = [
    ...(first.unit === 'count' ? [] : [words.say('block.trend.band')]),
    ...(told.length < headline.filter(({ value }) => value !== null).length
      ? [words.say('block.trend.few', { n: fewest })]
      : []),
    ...(counted ? [words.say('block.trend.workingDays')] : []),
  ];
  const rows = counted ? chart.rows.map((row, i) => [...row, countCell(days[i] ?? null)]) : chart.rows;
  const units = [first.unit, first.unit, first.unit, first.unit, 'count'];
  return [
    pictureBlock({
      chart: { ...chart, rows },
      title: figureName(first, words),
      columns,
      notes,
      unit: first.unit,
      units,
    }),
  ];
}

const countCell = (value: number | null) => ({ text: value === null ? '–' : String(value), value });

/** Days with service in the stretch of a figure; null where no opening hours are known. */
function serviceDays({ from, to }: Figure, { workingDays }: Context): number | null {
  return workingDays === null || from === null || to === null
    ? null
    : workingDays({ from: from.slice(0, 10), to: to.slice(0, 10) });
}

/** More names than this hide the line that they explain. */
const mostEvents = 2;

/** What was changed on purpose or decided and done within the picture, the latest where there are many. */
function datedEvents(figures: readonly Figure[], { seen, words }: Context) {
  const starts = figures.map(({ from }) => from?.slice(0, 10) ?? '');
  const end = figures.at(-1)?.to?.slice(0, 10) ?? '';
  const within = seen.events.filter(({ on }) => on >= (starts[0] ?? '') && on < end);
  return within.slice(-mostEvents).map(({ on, what }) => {
    const slice = starts.findLastIndex((start) => start <= on);
    const [from = on, to = end] = [starts[slice], starts[slice + 1]];
    const part = daysBetween(from, on) / Math.max(1, daysBetween(from, to));
    return {
      at: slice + part,
      label: words.say('block.trend.event', { what: shortened(what), day: words.forms.shortDay(on) }),
    };
  });
}

const longestName = 24;

const shortened = (text: string): string =>
  text.length <= longestName ? text : `${text.slice(0, longestName - 1).trimEnd()}…`;

/** A value of fewer records is drawn with its band, and is no extreme worth a sentence. */
const fewest = 20;

/** The figures that the sentence is about: those of enough records, where there are two. */
function toldOf(figures: readonly Figure[]): readonly Figure[] {
  const known = figures.filter(({ value }) => value !== null);
  const enough = known.filter(({ unit, n }) => unit === 'count' || n >= fewest);
  return enough.length < 2 ? known : enough;
}

/** The first and the last step may be cut short by the period. */
function grainOf(figures: readonly Figure[]): 'day' | 'week' | 'month' {
  const days = Math.max(...figures.map(daysOf));
  if (days > 8) return 'month';
  return days > 1.5 ? 'week' : 'day';
}

const daysOf = (figure: Figure | undefined): number =>
  figure?.from == null || figure.to == null
    ? 0
    : (Date.parse(figure.to) - Date.parse(figure.from)) / 86_400_000;

function point(figure: Figure, grain: ReturnType<typeof grainOf>, { words }: Context): TrendPoint {
  const day = figure.from?.slice(0, 10) ?? '';
  const { forms } = words;
  return {
    tick: grain === 'month' ? forms.shortMonth(day) : String(Number(day.slice(8))),
    name: {
      day: forms.date,
      week: (from: string) => words.say('period.week', { day: forms.date(from) }),
      month: forms.month,
    }[grain](day),
    value: figure.value,
    low: figure.unit === 'count' ? null : (figure.interval?.low ?? null),
    high: figure.unit === 'count' ? null : (figure.interval?.high ?? null),
  };
}
