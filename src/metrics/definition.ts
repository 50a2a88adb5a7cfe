/** What a metric is: one value, in one file of the catalogue, from which statement, docs and words are made. */
import type { RawBuilder } from 'kysely';
import type { SmallestChange } from '../chance/evidence.ts';
import type { FactName, facts } from '../warehouse/facts.ts';
import type { EngineFunctions } from '../warehouse/warehouse.ts';
import type { Unit } from './figure.ts';
import type { across } from './plan/across.ts';
import type { Statistic } from './question.ts';
import type { Rates } from './rates.ts';
import type { RuleToken } from './rules.ts';

/** A piece of a statement: columns are looked up, values are bound. */
export type Sql = RawBuilder<unknown>;

/** The columns of a fact as pieces of a statement. */
export type Columns<F extends FactName = FactName> = Readonly<
  Record<keyof (typeof facts)[F]['columns'] & string, Sql>
>;

export type Rules = Readonly<Record<string, string>>;

/**
 * What is measured on the rows of a fact that are not left out. Each statistic reads the part it needs: `share` the hit,
 * `mean` and percentiles the value (with `happened`, open cases are censored), `count` the population itself.
 */
export interface Measure {
  readonly population: Sql;
  /** Rows that the definition counts out, by reason; the reasons exclude one another. */
  readonly countedOut?: Readonly<Record<string, Sql>>;
  /** The reason of all rows that are neither in the population nor counted out above: told by subtraction. */
  readonly rest?: string;
  readonly hit?: Sql;
  readonly value?: Sql;
  /** Whether the value is final; where false the row is still waiting and the value is what it has waited so far. */
  readonly happened?: Sql;
  /** A rating of 0–10: promoters minus detractors. */
  readonly rating?: Sql;
  /** Counted once each. */
  readonly distinct?: Sql;
  /** How the rows of the population that have one distinct value follow each other, where the fact knows it. */
  readonly sequence?: Sequence;
  /** Counted above the line on another anchor, against the population below it. */
  readonly flow?: {
    readonly anchor: string;
    readonly population: Sql;
    /** 100 for so many per hundred. */
    readonly times?: number;
  };
  /** Σ top ÷ Σ bottom over clusters; `rows` as top: one a row; `cluster` as bottom: one a cluster. */
  readonly per?: {
    readonly cluster: Sql;
    readonly top: Sql | 'rows';
    readonly bottom: Sql | 'cluster';
    /** A cluster is a hit or it is none, however many of its rows are. */
    readonly once?: true;
  };
}

/**
 * Every row knows the next one of its own: the rows of one distinct value `within` one part of the fact, in the order of
 * `anchor`. A part has all its rows in sequences that are not left out, and no others.
 */
export interface Sequence {
  /** Column of the instant by which they follow each other. */
  readonly anchor: string;
  /** A column that has a value where a row stands in a sequence, and only there. */
  readonly linked: Sql;
  /** Seconds on the anchor until the next; null for the last. */
  readonly next: Sql;
  /** The column of the part, which has a value in every row. */
  readonly within: Sql;
}

export interface Wording {
  readonly name: string;
  /** The question it answers. */
  readonly question: string;
  /** The formula in words. */
  readonly formula: string;
  /** What is counted out, and why. */
  readonly countedOut: string;
}

/** A rule the metric depends on, its default here, and the values it takes where not all of the token's. */
export interface RuleUse {
  readonly token: RuleToken;
  readonly default: string;
  readonly values?: readonly string[];
}

/** Rows small enough to check by hand, and what must come out. Columns not named are null. */
export interface Worked<F extends FactName = FactName> {
  readonly story: { readonly en: string; readonly it: string };
  readonly rows: readonly Readonly<Partial<Record<keyof (typeof facts)[F]['columns'] & string, unknown>>>[];
  /** Rows of the other fact, where the metric counts on two. */
  readonly beside?: Readonly<Partial<Record<FactName, readonly Readonly<Record<string, unknown>>[]>>>;
  /** The end of the data, where it is not the last instant among the rows. */
  readonly dataThrough?: string;
  readonly expect: readonly {
    readonly stat: Statistic;
    readonly value: number;
    readonly n: number;
    readonly rules?: Rules;
  }[];
}

/**
 * A number of rows at an instant, not in a period: a row is there from `since` until `until` (columns; until null while
 * it stays), and a period is read at its end.
 */
export interface Stock {
  readonly since: string;
  readonly until: string;
}

/** What a measure may know besides its row. */
export interface Scene {
  readonly fn: EngineFunctions;
  /** The instant at which a stock is read. */
  readonly at: Sql;
  /** The end of the data. */
  readonly through: Sql;
}

export interface MetricDefinition<F extends FactName = FactName> {
  readonly name: string;
  readonly words: { readonly en: Wording; readonly it: Wording };
  readonly unit: Unit;
  /** Statistics whose unit is another one. */
  readonly units?: Readonly<Partial<Record<Statistic, Unit>>>;
  readonly better: 'up' | 'down' | 'neither';
  readonly fact: F;
  /** The fact that is counted above the line of a `flow`, where it is another one. */
  readonly flowFact?: FactName;
  /** The instant a period is held against; a name among the fact's anchors. */
  readonly anchor: string;
  /** Other anchors that `anchor=` may name. */
  readonly anchors?: readonly string[];
  /** Whether the whole equals its parts. */
  readonly additive: boolean;
  /** The first is the metric's own number; the others stand beside it. */
  readonly headline: readonly Statistic[];
  readonly stats: readonly Statistic[];
  readonly smallest: SmallestChange;
  readonly rules: readonly RuleUse[];
  /** Where the definition comes from. */
  readonly source: string;
  readonly stock?: Stock;
  /** Whose work counts where people are told apart, if not the fact's own default of the rule `credit`. */
  readonly credit?: string;
  /** Rows of one day share their luck: where the queue is long all wait. Comparisons allow for days that differ. */
  readonly sharedLuck?: true;
  /** The dimension whose parts are measured against their whole: it divides the rows, and never filters them. */
  readonly shareOf?: string;
  /** The same metric with the company's rates in it. */
  readonly priced?: (rates: Rates) => MetricDefinition<F>;
  /** A column that only all rows of the fact together tell (see `plan/across`). */
  readonly across?: keyof typeof across;
  readonly worked: Worked<F>;
  measure(row: Columns<F>, rules: Rules, scene: Scene): Measure;
}

/** Types a definition by its fact, so that a column that is not there is an error while writing. */
export const define = <F extends FactName>(definition: MetricDefinition<F>): MetricDefinition<F> =>
  definition;

/** Smallest changes that matter, unless a metric knows better. */
export const points = (by: number): SmallestChange => ({ by, relative: false });
export const tenth: SmallestChange = { by: 0.1, relative: true };
export const twoPoints: SmallestChange = points(0.02);
