/** How much counts vary from day to day beyond pure chance, so that comparing volumes does not cry wolf. */
import { addDays, daysBetween } from '../../model/index.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Asked } from '../check-question.ts';
import type { Statistic } from '../question.ts';
import { anchorColumn } from '../rule-values.ts';
import type { Circumstances } from './circumstances.ts';
import { presence, presenceAnchor } from './coverage.ts';
import { gather } from './gather.ts';
import type { Occasion } from './occasion.ts';
import type { Found, Task } from './reader.ts';
import { sharedLuck } from './shared-luck.ts';
import { placeKeys } from './slice.ts';
import type { Sums } from './tally-statement.ts';
import { weekdayCells } from './weekday-cells.ts';
import { dayWindows, type Window } from './window.ts';

/** Days before the earlier window that help to know the usual noise. */
const history = 84;
const fewest = 6;

/**
 * How many times the variance of daily counts exceeds that of a Poisson count: Σ (y − μ)²/μ ÷ Σ (days − 1), with μ the
 * mean of the same weekday within a block of 28 days (Pearson's estimate of quasi-Poisson dispersion). At least 1; null
 * where fewer than 6 days are left to judge by.
 *
 * @param cells the counts of days that are alike (`weekday-cells`)
 * @example dispersion([[10, 30]]) // null: too few days
 */
export function dispersion(cells: readonly (readonly number[])[]): number | null {
  let [squares, freedom] = [0, 0];
  for (const own of cells) {
    const mean = own.reduce((sum, count) => sum + count, 0) / own.length;
    if (mean === 0) continue;
    squares += own.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean;
    freedom += own.length - 1;
  }
  return freedom < fewest ? null : Math.max(1, squares / freedom);
}

/** What is known of the noise of one asked metric. */
export interface Noise {
  /** Days of a window on which the source recorded anything. */
  exposure(window: Window): number;
  /** Variance ÷ mean of the days of both windows and of the weeks before them, for one segment. */
  dispersion(current: Window, base: Window | null, segment: readonly (string | null)[]): number;
  /** How many rows that share their day's luck weigh as one that does not, from the same days. */
  designEffect(current: Window, base: Window | null, segment: readonly (string | null)[]): number;
}

const quiet: Noise = {
  exposure: ({ period }) => (period === null ? 1 : daysBetween(period.from, period.to)),
  dispersion: () => 1,
  designEffect: () => 1,
};

/** What stands at an instant does not grow with the days of a period. */
const standing: Noise = { exposure: () => 1, dispersion: () => 1, designEffect: () => 1 };

/** Noise per asked metric, in their order; only compared counts, and what shares its day's luck, need it. */
export async function noises(
  warehouse: Warehouse,
  asked: readonly Asked[],
  around: readonly Circumstances[],
  dataThrough: string | null,
): Promise<readonly Noise[]> {
  const days = daysOnce();
  const tasks = asked.map((each, i) => ({
    asked: { ...each, stats: each.metric.sharedLuck ? each.stats.filter(isOfLuck) : (['count'] as const) },
    windows: hasNoise(each) ? days(around[i]?.occasions ?? [], each.question.zone) : [],
  }));
  const needed = tasks.filter(({ windows }) => windows.length > 0);
  const found = await gather(warehouse, needed, { dataThrough, sumsOnly: true });
  const recorded = await recordedDays(warehouse, needed, found);
  return tasks.map((task) => {
    const own = found[needed.indexOf(task)];
    if (own === undefined) return task.asked.metric.stock === undefined ? quiet : standing;
    const known = recorded.get(daysKey(task)) ?? new Set();
    return noise(
      task.windows.filter(({ key }) => known.has(key)),
      (segment) => {
        const keyOf = placeKeys(segment);
        return (day) => own.cells.get(keyOf(day.key))?.sums ?? {};
      },
    );
  });
}

const daysKey = ({ asked, windows }: Task): string =>
  JSON.stringify([
    asked.metric.fact,
    asked.question.zone,
    windows[0]?.key,
    windows.at(-1)?.key,
    windows.length,
  ]);

/**
 * Days with any record, once for all metrics that are read from the same fact over the same days. A day on which any of
 * them counted something has one; only the others are looked up.
 */
async function recordedDays(
  warehouse: Warehouse,
  tasks: readonly Task[],
  found: readonly Found[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const recorded = new Map<string, ReadonlySet<string>>();
  const each = tasks.flatMap((task, i) => {
    const own = found[i];
    return own === undefined ? [] : [{ task, own }];
  });
  for (const [key, members] of Map.groupBy(each, ({ task }) => daysKey(task))) {
    const [first] = members;
    if (first === undefined) continue;
    const { asked, windows } = first.task;
    const counted = new Set(members.flatMap(({ task, own }) => [...countedDays(task, own)]));
    const others = windows.filter((day) => !counted.has(day.key));
    recorded.set(key, new Set([...counted, ...(await presence(warehouse, asked.metric.fact, others))]));
  }
  return recorded;
}

/** Days that a metric counted on the very instant that says whether there are records. */
function countedDays({ asked }: Task, { places, cells }: Found): readonly string[] {
  if (anchorColumn(asked.metric, asked.rules) !== presenceAnchor(asked.metric.fact)) return [];
  return [...places].flatMap(([key, { window }]) => ((cells.get(key)?.sums.n ?? 0) > 0 ? [window] : []));
}

const isOfLuck = (stat: Statistic): boolean => stat === 'share' || stat === 'mean';

const hasNoise = ({ metric, stats, question }: Asked): boolean =>
  question.compare.length > 0 &&
  metric.stock === undefined &&
  (metric.sharedLuck ? stats.some(isOfLuck) : stats.includes('count'));

/** Most metrics of a call are compared over the same days. */
function daysOnce(): typeof daysOf {
  const found = new Map<string, readonly Window[]>();
  return (times, zone) => {
    const key = JSON.stringify([
      zone,
      times.map(({ window, bases }) => [window.key, bases.map((base) => base.window?.key)]),
    ]);
    const days = found.get(key) ?? daysOf(times, zone);
    found.set(key, days);
    return days;
  };
}

function daysOf(times: readonly Occasion[], zone: string): readonly Window[] {
  const days = new Map<string, Window>();
  for (const { window, bases } of times) {
    for (const { period } of [window, ...bases.map((base) => base.window).filter((each) => each !== null)]) {
      if (period === null) continue;
      for (const day of dayWindows(period, zone, history)) days.set(day.key, day);
    }
  }
  return [...days.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

function noise(
  recorded: readonly Window[],
  sumsOf: (segment: readonly (string | null)[]) => (day: Window) => Sums,
): Noise {
  const within = (window: Window, before = 0): readonly Window[] => {
    const { period } = window;
    if (period === null) return recorded;
    const from = addDays(period.from, -before);
    return recorded.filter(({ period: day }) => day !== null && day.from >= from && day.from < period.to);
  };
  const cells = onceAWindow((window) => {
    const days = within(window, history).map((day) => ({ date: day.period?.from ?? '', day }));
    return weekdayCells(days, window.period?.from ?? days[0]?.date ?? '');
  });
  /** From the days of each window and of the weeks before it, the mean of the two. */
  const usual = (
    [current, base, segment]: Parameters<Noise['dispersion']>,
    of: (cells: readonly (readonly Sums[])[]) => number | null,
  ): number => {
    const sums = sumsOf(segment);
    const known = (base === null ? [current] : [current, base])
      .map((window) => of(cells(window).map((cell) => cell.map(({ day }) => sums(day)))))
      .filter((each) => each !== null);
    return known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  const counts = (own: readonly (readonly Sums[])[]) =>
    dispersion(own.map((cell) => cell.map(({ n = 0 }) => n)));
  return {
    exposure: (window) => Math.max(1, within(window).length),
    dispersion: onceAPlace((...place) => usual(place, counts)),
    designEffect: onceAPlace((...place) => usual(place, sharedLuck)),
  };
}

/** Every segment looks at the same days. */
function onceAWindow<T>(of: (window: Window) => T): (window: Window) => T {
  const known = new Map<string, T>();
  return (window) => {
    const found = known.get(window.key) ?? of(window);
    known.set(window.key, found);
    return found;
  };
}

/** Both sides of a comparison, and each of its statistics, ask for the same. */
function onceAPlace(of: Noise['dispersion']): Noise['dispersion'] {
  const known = new Map<string, number>();
  return (current, base, segment) => {
    const key = JSON.stringify([current.key, base?.key, segment]);
    const found = known.get(key) ?? of(current, base, segment);
    known.set(key, found);
    return found;
  };
}
