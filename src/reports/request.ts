/** What a report is asked for with: period, language, company, and what may be printed. */
import type { Language } from '../locales/index.ts';
import type { AnswerContext } from '../metrics/index.ts';
import type { Question } from '../metrics/question.ts';
import type { Period } from '../model/index.ts';
import type { Closed } from './gaps.ts';
import type { ReportAction } from './outcomes.ts';
import type { EarlierReport } from './restated.ts';
import type { Template } from './template.ts';

export interface ReportRequest {
  readonly template: Template;
  readonly period: Period | 'all';
  readonly language: Language;
  readonly zone: string;
  readonly where: Question['where'];
  readonly rules: Question['rules'];
  readonly company: {
    readonly name: string;
    readonly logoSvg: string | null;
    readonly contact: string | null;
  };
  readonly confidentiality: string | null;
  readonly note: string | null;
  /** What the template wants to be answered, in this language. */
  readonly asked: readonly { readonly ask: string; readonly metrics: readonly string[] }[];
  /** What was decided before, and as of which local date it is looked at. */
  readonly actions: readonly ReportAction[];
  readonly today: string;
  /** Reports of before, whose figures are looked at again. */
  readonly earlier?: readonly EarlierReport[];
  readonly printComments: boolean;
  readonly peoplePurpose: string | null;
  /** Weekdays (1–7) and dates without service: days on which nothing is missing when nothing came in. */
  readonly closed: Closed;
  readonly version: string;
  /** Names the catalogue's state; printed, so that a report can be made again as it stood. */
  readonly definitions: string;
  readonly metrics: AnswerContext;
}
