/** What every block of a report offers: the questions it needs asked, and what it makes of the answers. */
import type { Insight, Message } from '../insights/insight.ts';
import type { Scope } from '../insights/kind.ts';
import type { Words } from '../locales/words.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Question } from '../metrics/question.ts';
import type { Period } from '../model/index.ts';
import type { WarehouseState } from '../warehouse/index.ts';
import type { Block } from './report.ts';
import type { Seen } from './seen.ts';

/** A customer's words, masked before they got here. */
export interface Voice {
  readonly text: string;
  readonly score: number;
  readonly scaleMax: number;
  readonly category: string | null;
}

/** What blocks may say beside their own answers. */
export interface Context {
  readonly scope: Scope;
  readonly words: Words;
  readonly state: WarehouseState;
  /** Figures of page one, compared with the period before, last year and the targets. */
  readonly headline: readonly Figure[];
  /** The same figures over finished cases only, where a helpdesk would show another number. */
  readonly helpdesk: readonly Figure[];
  /** Metrics of the template that the report's filters cannot be applied to. */
  readonly notFiltered: readonly string[];
  /** Ranked, best first. */
  readonly insights: readonly Insight[];
  /** What kinds of insight cannot tell yet. */
  readonly unsettled: readonly Message[];
  readonly voices: readonly Voice[];
  readonly note: string | null;
  /** The case that has been open longest at the end of the period. */
  readonly oldest: { readonly id: string; readonly opened: string } | null;
  /** Days of the period on which no record at all came in. */
  readonly gaps: readonly string[];
  /** How many comparisons were looked at together: on page one, and in all that explains it. */
  readonly families: { readonly pageOne: number; readonly behind: number };
  /** How many control charts the alarm watches; 0 where the report shows none. */
  readonly watched: number;
  readonly peoplePurpose: string | null;
  /** What the template wants to be answered, in the reader's language. */
  readonly asked: readonly { readonly ask: string; readonly metrics: readonly string[] }[];
  /** What blocks show beyond figures. */
  readonly seen: Seen;
  /** The local date as of which what was decided is looked at. */
  readonly today: string;
  /** Days with service; null where no opening hours are known. */
  readonly workingDays: ((period: Period) => number) | null;
}

/** One file per block. `asks` come back as `answers` in the same order. */
export interface BlockKind {
  readonly name: string;
  questions(scope: Scope): readonly Question[];
  build(answers: readonly (readonly Figure[])[], context: Context): readonly Block[];
}
