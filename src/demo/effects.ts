/** The story as plain numbers for each day, so that the simulation only looks them up. */
import { daysBetween } from '../model/index.ts';
import { products } from './catalogue.ts';
import type { Clock } from './clock.ts';
import { story } from './story.ts';

export interface Effects {
  /** Demand of the whole shop on an ordinary scale of 1. */
  season(day: number): number;
  /** Multiplies demand for one category. */
  demand(day: number, category: number): number;
  /** Multiplies how often one product is the subject of one category. */
  productDemand(day: number, category: number, product: number): number;
  /** Multiplies the time that a team's work takes. */
  slower(day: number, team: number): number;
  /** Multiplies the work that a category makes. */
  lighter(day: number, category: number): number;
  /** Shift of the log-odds of satisfaction. */
  liking(day: number, about: { category: number; product: number; team: number; channel: number }): number;
  /** Whether the Digital Desk has started. */
  digital(day: number): boolean;
  /** Whether the telephone desk is short of people. */
  hole(day: number): boolean;
}

export function effectsOf(clock: Clock): Effects {
  const dates = clock.days.map((day) => day.date);
  const within = (from: string, to: string): readonly boolean[] =>
    dates.map((date) => date >= from && date < to);
  const since = (from: string): readonly boolean[] => dates.map((date) => date >= from);
  /** 0 before, rising to 1 in a straight line. */
  const progress = (from: string, to: string): readonly number[] =>
    dates.map((date) => clamp(daysBetween(from, date) / daysBetween(from, to)));

  const season = Float64Array.from(dates, seasonOn);
  const { watchFault, digitalDesk, phoneHole, emailDrift, invoiceArticle, returnsForm } = story;
  const fault = within(watchFault.from, watchFault.to);
  const article = since(invoiceArticle.from);
  const form = since(returnsForm.from);
  const digital = since(digitalDesk.from);
  const learned = progress(digitalDesk.from, digitalDesk.to);
  const drift = progress(emailDrift.from, emailDrift.to);
  const hole = within(phoneHole.from, phoneHole.to);
  /** On an ordinary day every product is asked about equally often. */
  const watchShare = 1 / products.length;

  return {
    season: (day) => season[day] ?? 1,
    demand: (day, category) => {
      if (category === invoiceArticle.category && article[day] === true) return invoiceArticle.volumeTimes;
      if (category !== watchFault.category || fault[day] !== true) return 1;
      return 1 + watchShare * (watchFault.volumeTimes - 1);
    },
    productDemand: (day, category, product) =>
      category === watchFault.category && product === watchFault.product && fault[day] === true
        ? watchFault.volumeTimes
        : 1,
    slower: (day, team) =>
      team === digitalDesk.team ? digitalDesk.slowerTimes ** (1 - (learned[day] ?? 1)) : 1,
    lighter: (day, category) =>
      category === returnsForm.category && form[day] === true ? returnsForm.effortTimes : 1,
    liking: (day, { category, product, team, channel }) =>
      (category === watchFault.category && product === watchFault.product && fault[day] === true
        ? watchFault.satisfactionLogit
        : 0) +
      (team === emailDrift.team && channel === emailDrift.channel
        ? emailDrift.satisfactionLogit * (drift[day] ?? 0)
        : 0),
    digital: (day) => digital[day] === true,
    hole: (day) => hole[day] === true,
  };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

function seasonOn(date: string): number {
  const monthDay = date.slice(5);
  const after = story.season.findIndex(([point]) => point >= monthDay);
  const next = story.season[after] ?? ['12-31', 1];
  const last = story.season[Math.max(0, after - 1)] ?? next;
  if (last[0] === next[0]) return next[1];
  const year = date.slice(0, 5);
  const share = daysBetween(year + last[0], date) / daysBetween(year + last[0], year + next[0]);
  return last[1] + share * (next[1] - last[1]);
}
