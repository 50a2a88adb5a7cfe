/** How many cases come on each day, by which channel, about what and at what time. */
import { categories, products } from './catalogue.ts';
import { type Chance, runningTotals } from './chance.ts';
import { channelShapes, phone } from './channels.ts';
import type { Clock, Day } from './clock.ts';
import type { Effects } from './effects.ts';

export interface Demand {
  /** Cases of each day; they add up to exactly what was asked for. */
  readonly counts: Int32Array;
  /** Prepares the draws of one day. */
  on(day: number): DayDemand;
}

export interface DayDemand {
  /** Channel and category together: `channel * categories.length + category`. */
  matter(chance: Chance): number;
  product(chance: Chance, category: number): number;
  secondOfDay(chance: Chance, channel: number): number;
}

const holidayPlace = 7;
const unrest = 0.05;

export function demandOf(chance: Chance, clock: Clock, effects: Effects, cases: number): Demand {
  const days = clock.days.slice(0, clock.dayCount);
  const weights = days.map((day, index) => effects.season(index) * sum(matterWeights(effects, index, day)));
  const counts = dailyCounts(chance, weights, cases);
  return {
    counts,
    on: (index) => {
      const day = clock.days[index] ?? nowhere;
      const matters = runningTotals(matterWeights(effects, index, day));
      const hours = channelShapes.map((shape, channel) =>
        runningTotals(channel === phone ? openHours(shape.hours, day) : shape.hours),
      );
      return {
        matter: (luck) => luck.weighted(matters),
        product: (luck, category) => productOf(luck, effects, index, category),
        secondOfDay: (luck, channel) => {
          const hour = luck.weighted(hours[channel] ?? matters);
          return hour * 3600 + luck.below(3600);
        },
      };
    },
  };
}

const nowhere: Day = { date: '', weekday: 0, holiday: false, start: 0, shift: 0, opens: 0, closes: 0 };
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function matterWeights(effects: Effects, index: number, day: Day): readonly number[] {
  return channelShapes.flatMap(({ share, week }, channel) => {
    const volume = share * (week[day.holiday ? holidayPlace : day.weekday] ?? 0);
    return categories.map(
      (category, place) =>
        volume * category.share * (category.mix[channel] ?? 1) * effects.demand(index, place),
    );
  });
}

/** Weights with the unrest of days and of small numbers, made whole so that the sum is exact. */
function dailyCounts(chance: Chance, weights: readonly number[], cases: number): Int32Array {
  const usual = cases / sum(weights);
  const noisy = weights.map((weight) => {
    const mean = weight * usual;
    const spread = mean > 0 ? Math.sqrt(1 / mean + unrest ** 2) : 0;
    return weight * Math.max(0, 1 + spread * chance.normal());
  });
  const scale = cases / sum(noisy);
  let total = 0;
  let given = 0;
  return Int32Array.from(noisy, (weight, day) => {
    total += weight * scale;
    const upTo = day === noisy.length - 1 ? cases : Math.round(total);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}

/** Nobody reaches the line before it opens or after it closes; on closed days the channel has no weight at all. */
function openHours(hours: readonly number[], { start, shift, opens, closes }: Day): readonly number[] {
  const first = (opens - start - shift) / 3600;
  const last = (closes - start - shift) / 3600;
  return hours.map((weight, hour) => (hour >= first && hour < last ? weight : 0));
}

function productOf(chance: Chance, effects: Effects, day: number, category: number): number {
  const product = chance.below(products.length);
  const most = products.reduce(
    (top, _, place) => Math.max(top, effects.productDemand(day, category, place)),
    1,
  );
  const likely = effects.productDemand(day, category, product) / most;
  return likely === 1 || chance.happens(likely) ? product : productOf(chance, effects, day, category);
}
