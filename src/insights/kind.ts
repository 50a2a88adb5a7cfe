/** What every kind of insight offers: the questions it needs asked, and what it finds in the answers. */

import type { AnswerContext } from '../metrics/answer.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Question } from '../metrics/question.ts';
import type { Period } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { Change } from './change.ts';
import type { Insight, Message, Place } from './insight.ts';
import type { DataProblem } from './quality.ts';

/** What a report is about: handed to every block and every kind of insight. */
export interface Scope {
  readonly period: Period | 'all';
  readonly zone: string;
  /** Metrics that this data can answer and that the reader asked about. */
  readonly metrics: readonly string[];
  /** Dimensions that the data fills. */
  readonly dimensions: readonly string[];
  /** The first local day with a record; null where nothing is dated. */
  readonly dataFrom: string | null;
  readonly where: Question['where'];
  readonly rules: Question['rules'];
  readonly problems: readonly DataProblem[];
  /** The totals of page one with their comparisons: nobody needs to ask for them again. */
  readonly headline: readonly Figure[];
}

/** Where a kind looks closer, once the first answers give reason to. */
export interface Desk {
  readonly warehouse: Warehouse;
  readonly context: AnswerContext;
  /** The end of the data, ISO UTC. */
  readonly through: string | null;
  /** Customers' own words may be printed. */
  readonly words: boolean;
  /** Hour by hour, people needed and people there; empty where no states of agents are known. */
  staffed(scope: Scope): Promise<readonly StaffedHour[]>;
  /** Every question asked here is one family more, and is told as such. */
  ask(questions: readonly Question[]): Promise<readonly (readonly Figure[])[]>;
}

export interface StaffedHour {
  /** 0–23, local. */
  readonly hour: number;
  /** Work that came in, in people. */
  readonly needed: number;
  /** People available, talking or wrapping up, on average. */
  readonly there: number;
}

/** What was found, and what cannot be told yet. */
export interface Found {
  readonly insights: readonly Insight[];
  readonly untold?: readonly Message[];
}

type Answers = readonly (readonly Figure[])[];

/** One file per kind. Questions of all kinds are asked together, so that nothing is asked twice. */
export interface InsightKind {
  readonly name: string;
  questions?(scope: Scope): readonly Question[];
  /** `answers` come in the order of the questions; `changes` are the real ones, each at the place where it happened. */
  find?(answers: Answers, scope: Scope, changes: readonly Change[]): readonly Insight[];
  /** For what figures alone do not tell: asked only where the answers give reason to. */
  look?(desk: Desk, scope: Scope, found: Looked): Promise<Found>;
}

interface Looked {
  readonly answers: Answers;
  readonly changes: readonly Change[];
}

/** A place as filters of a question. */
export const filtersOf = (place: Place): Question['where'] =>
  Object.entries(place).map(([dimension, value]) => ({ dimension, values: [value] }));

/** A question of this scope, about some metrics. */
export function about(
  scope: Scope,
  metrics: readonly string[],
  more: Partial<Pick<Question, 'by' | 'compare' | 'grain' | 'period' | 'where' | 'rules'>> & {
    stats?: Question['asks'][number]['stats'];
  } = {},
): Question {
  const { stats = [], ...rest } = more;
  return {
    asks: metrics.map((metric) => ({ metric, stats })),
    period: scope.period,
    zone: scope.zone,
    by: [],
    where: scope.where,
    rules: scope.rules,
    compare: [],
    ...rest,
  };
}
