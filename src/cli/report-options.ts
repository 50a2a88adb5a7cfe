/** What can be said after `tidemark report`, and what is asked for with it. */
import type { Language } from '../locales/index.ts';
import { filters } from './question.ts';
import type { Asked } from './report-request.ts';

export interface ReportOptions {
  readonly period?: string;
  readonly lang?: Language;
  readonly format: readonly string[];
  readonly out?: string;
  readonly again?: string;
  readonly note?: string;
  readonly where: readonly string[];
  readonly rule: readonly string[];
  readonly watch?: boolean;
  readonly json?: boolean;
}

export const requested = ({
  lang,
  note,
  where,
  rule,
}: Pick<ReportOptions, 'lang' | 'note' | 'where' | 'rule'>): Asked => ({
  ...(lang === undefined ? {} : { language: lang }),
  ...(note === undefined ? {} : { note }),
  where: filters(where),
  rules: Object.fromEntries(rule.map((text) => text.split('=', 2) as [string, string])),
});
