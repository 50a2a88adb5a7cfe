/** What a report is to say, from the configuration and what was asked for. */
import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../config/index.ts';
import type { Language } from '../locales/index.ts';
import { type Closures, closures, type Period, Problem } from '../model/index.ts';
import { type ReportRequest, readTemplate, typedPeriod } from '../reports/index.ts';
import { definitionsVersion } from './manifest.ts';
import { answerContext } from './question.ts';
import { version } from './version.ts';

export interface Asked {
  readonly language?: Language;
  /** A file with the author's own words. */
  readonly note?: string;
  readonly where: ReportRequest['where'];
  readonly rules: ReportRequest['rules'];
}

/** @throws Problem `language_unknown`, `logo_missing`, `note_missing`, and what a template can be wrong in */
export function requestOf(
  config: Config,
  template: string,
  period: Period | 'all',
  { language = config.language, note, where, rules }: Asked,
): ReportRequest {
  if (language !== 'en' && language !== 'it') {
    throw new Problem('language_unknown', {
      found: `"${language}" after --lang`,
      expected: 'en or it',
      todo: 'use one of these',
    });
  }
  const { company, calendars, people } = config;
  return {
    template: readTemplate(template),
    period,
    language,
    zone: config.zone,
    where,
    rules,
    company: {
      name: company.name,
      contact: company.contact,
      logoSvg: company.logo === null ? null : readText(company.logo, 'logo'),
    },
    confidentiality: config.confidentiality,
    note: note === undefined ? null : readText(note, 'note').trim(),
    printComments: config.comments.print,
    peoplePurpose: people?.purpose ?? null,
    closed: closedIn(period, calendars),
    version,
    definitions: definitionsVersion(config),
    metrics: answerContext(config),
  };
}

/** Days are only missed inside a period with an end. */
const closedIn = (period: Period | 'all', calendars: Config['calendars']): Closures =>
  period === 'all'
    ? { weekdays: [], dates: [] }
    : closures(
        calendars.map(({ calendar }) => calendar),
        period.from,
        period.to,
      );

function readText(path: string, what: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new Problem(`${what}_missing`, {
    found: `no file ${path}`,
    expected: `the ${what}`,
    todo: 'check the path',
  });
}

/** Files of one report sort together: `whole-picture-2025-03-en`. Only letters, digits and dashes. */
export function fileName(template: string, period: Period | 'all', language: string): string {
  const base = template.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  return `${base}-${typedPeriod(period)}-${language}`.replace(/\.\./g, '_').replace(/[^\w-]+/g, '-');
}
