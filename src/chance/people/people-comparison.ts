/** People, teams or channels side by side: what each is worth, how sure that is, and whether there is any difference at all. */
import type { Interval, Verdict } from '../evidence.ts';
import { normal } from '../numerics/normal.ts';
import { mean } from '../time/average.ts';
import { shrinkShares } from './beta-binomial.ts';
import { type CrossedOptions, crossedModel } from './crossed-model.ts';
import type { Cell } from './crossed-sums.ts';
import { shrinkRates } from './gamma-poisson.ts';
import { type Standing, standings } from './ranks.ts';

export interface Person {
  readonly name: string;
  readonly n: number;
  /** The plain mean, share or rate: never to be ranked. */
  readonly raw: number;
  /** The estimate to be shown: shrunk, and where a mix of work was given, for an average mix. */
  readonly value: number;
  readonly interval: Interval;
  /** Share of the estimate that is the person's own record, 0–1; the rest is the group's. */
  readonly reliability: number;
  readonly standing: Standing;
  /** Against the middle: really apart, no further apart than `smallest`, or too early to say. */
  readonly verdict: Verdict;
  /** About how many more contacts would settle it; null where it is settled or none would. */
  readonly moreNeeded: number | null;
}

export interface PeopleComparison {
  /** True where the differences between people are no larger than chance makes them. */
  readonly allChance: boolean;
  readonly p: number;
  readonly middle: number;
  /** Standard deviation between the people's true values. */
  readonly between: number;
  readonly people: readonly Person[];
  /** Shares of the whole spread, where several factors were looked at. */
  readonly shares: readonly { readonly name: string; readonly share: number }[];
  readonly method: string;
}

export interface PeopleOptions {
  /** The smallest distance from the middle that would matter, in the metric's unit. */
  readonly smallest?: number;
  readonly level?: number;
  readonly seed?: number;
}

/**
 * Shares (solved, satisfied …) by beta-binomial empirical Bayes.
 * Example: names [a, b], successes [9, 50], of [10, 100] → a is pulled far towards the middle, b hardly.
 */
export function comparePeopleByShare(
  names: readonly string[],
  successes: readonly number[],
  of: readonly number[],
  options: PeopleOptions = {},
): PeopleComparison {
  const shrunk = shrinkShares(successes, of, { level: options.level ?? 0.95 });
  const weight = shrunk.prior ? shrunk.prior.a + shrunk.prior.b : Number.POSITIVE_INFINITY;
  const between = Math.sqrt((shrunk.mean * (1 - shrunk.mean)) / (weight + 1));
  const people = names.map((name, i) =>
    beliefOf(name, of[i] ?? 0, (successes[i] ?? 0) / (of[i] ?? 0), shrunk.groups[i]),
  );
  return compared(
    people,
    { middle: shrunk.mean, between, weight, ...shrunk.homogeneity, method: 'beta_binomial' },
    options,
  );
}

/** Rates (contacts per hour, reopenings per week …) by gamma–Poisson empirical Bayes; `exposures` in the rate's unit. */
export function comparePeopleByRate(
  names: readonly string[],
  counts: readonly number[],
  exposures: readonly number[],
  options: PeopleOptions = {},
): PeopleComparison {
  const shrunk = shrinkRates(counts, exposures, { level: options.level ?? 0.95 });
  const weight = shrunk.prior?.rate ?? Number.POSITIVE_INFINITY;
  const between = shrunk.prior ? Math.sqrt(shrunk.prior.shape) / shrunk.prior.rate : 0;
  const people = names.map((name, i) =>
    beliefOf(name, exposures[i] ?? 0, (counts[i] ?? 0) / (exposures[i] ?? 0), shrunk.groups[i]),
  );
  return compared(
    people,
    { middle: shrunk.mean, between, weight, ...shrunk.homogeneity, method: 'gamma_poisson' },
    options,
  );
}

/**
 * Means for an average mix of work, by crossed random effects: what would each person score with the same categories,
 * channels and days as everybody? `factors` names the levels of each cell, `focus` the factor to compare.
 */
export function comparePeopleByMix(
  factors: readonly string[],
  cells: readonly Cell[],
  focus: string,
  { remlUpTo, ...options }: PeopleOptions & Pick<CrossedOptions, 'remlUpTo'> = {},
): PeopleComparison {
  const model = crossedModel(factors, cells, { focus, ...(remlUpTo === undefined ? {} : { remlUpTo }) });
  const own = model.factors.find(({ name }) => name === focus);
  if (!own) throw new RangeError(`There is no factor ${focus}.`);
  const reach = normal.upperQuantile((1 - (options.level ?? 0.95)) / 2);
  const middle = model.mean + mean(own.levels.map(({ effect }) => effect));
  const people = own.levels.map(({ level, n, raw, effect, error }): Belief => {
    const value = model.mean + effect;
    const deviation = error ?? 0;
    const reliability = own.variance > 0 ? Math.max(0, 1 - deviation ** 2 / own.variance) : 0;
    return {
      name: level,
      n,
      raw,
      value,
      deviation,
      reliability,
      low: value - reach * deviation,
      high: value + reach * deviation,
    };
  });
  const p = model.focusChance ?? 1;
  const shares = [...model.factors, { name: 'chance', share: model.residual.share }];
  const weight = own.variance > 0 ? model.residual.variance / own.variance : Number.POSITIVE_INFINITY;
  const of = {
    middle,
    between: Math.sqrt(own.variance),
    weight,
    p,
    allChance: !(p < 0.05),
    method: `crossed_${model.method}`,
  };
  return { ...compared(people, of, options), shares: shares.map(({ name, share }) => ({ name, share })) };
}

interface Belief {
  readonly name: string;
  readonly n: number;
  readonly raw: number;
  readonly value: number;
  readonly deviation: number;
  readonly reliability: number;
  readonly low: number;
  readonly high: number;
}

type Shrunk = Omit<Belief, 'name' | 'n' | 'raw'>;

function beliefOf(name: string, n: number, raw: number, group: Shrunk | undefined): Belief {
  if (!group) throw new RangeError(`There is no group for ${name}.`);
  return { name, n, raw, ...group };
}

interface Group {
  readonly middle: number;
  readonly between: number;
  /** How many contacts the group's own spread is worth: chance's variance ÷ the variance between people. */
  readonly weight: number;
  readonly p: number;
  readonly allChance: boolean;
  readonly method: string;
}

function compared(
  beliefs: readonly Belief[],
  { middle, between, weight, p, allChance, method }: Group,
  { smallest = 0, level = 0.95, seed = 1 }: PeopleOptions,
): PeopleComparison {
  const reach = normal.upperQuantile((1 - level) / 2);
  // Where nothing tells people apart, any order is as likely as any other.
  const ranks = standings(between > 0 ? beliefs : beliefs.map(() => ({ value: 0, deviation: 1 })), {
    level,
    seed,
  });
  const people = beliefs.map(({ name, n, raw, value, deviation, reliability, low, high }, i): Person => {
    const verdict = verdictOf(low - middle, high - middle, smallest);
    const settled = { distance: Math.abs(value - middle), deviation, between, weight, reach };
    return {
      name,
      n,
      raw,
      value,
      interval: { low, high, level, method },
      reliability,
      standing: {
        ...(ranks[i] ?? unknown),
        aboveMiddle: between > 0 ? chanceAbove(value - middle, deviation) : 0.5,
      },
      verdict,
      moreNeeded: verdict === 'cannot_tell_yet' ? contactsToSettle(settled) : null,
    };
  });
  return { allChance, p, middle, between, people, shares: [], method };
}

const unknown: Standing = { expected: Number.NaN, low: 0, high: 0, first: 0, aboveMiddle: 0.5 };

/** Above the same middle that the verdict speaks of, which a few far out can move away from the median. */
function chanceAbove(distance: number, deviation: number): number {
  return deviation > 0 ? normal.below(distance / deviation) : (Math.sign(distance) + 1) / 2;
}

function verdictOf(low: number, high: number, smallest: number): Verdict {
  if (low >= -smallest && high <= smallest) return 'no_change_bigger_than';
  return low > 0 || high < 0 ? 'signal' : 'cannot_tell_yet';
}

/** Until reach · deviation is down to the distance: deviation² = between² · weight ÷ (weight + contacts). */
function contactsToSettle(of: {
  readonly distance: number;
  readonly deviation: number;
  readonly between: number;
  readonly weight: number;
  readonly reach: number;
}): number | null {
  const { distance, deviation, between, weight, reach } = of;
  if (!(distance > 0 && deviation > 0 && Number.isFinite(weight))) return null;
  const contacts = (wanted: number) => weight * ((between / wanted) ** 2 - 1);
  return Math.max(1, Math.ceil(contacts(distance / reach) - contacts(deviation)));
}
