/** What a report is to say, from the configuration, the template and what was asked for. */

import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../config/index.ts';
import type { Language } from '../locales/index.ts';
import { filtersOf, statedConfig } from '../metrics/index.ts';
import { type Closures, closures, localDate, type Period, Problem } from '../model/index.ts';
import { type ReportRequest, readTemplate, type Template, typedPeriod } from '../reports/index.ts';
import { askedLanguage } from './asked-language.ts';
import { earlierReports } from './earlier-reports.ts';
import { definitionsVersion } from './manifest.ts';
import { answerContext, asStated } from './question.ts';
import { rememberedActions } from './remembered-actions.ts';
import { version } from './version.ts';

export interface Asked {
  readonly language?: Language;
  /** A file with the author's own words, in place of the template's. */
  readonly note?: string;
  readonly where: ReportRequest['where'];
  readonly rules: ReportRequest['rules'];
  /** As of when what was decided is looked at. */
  readonly now?: Date;
}

/** @throws Problem `language_unknown`, `logo_missing`, `note_missing`, and what a template can be wrong in */
export function requestOf(
  config: Config,
  template: string,
  period: Period | 'all',
  { language: asked = config.language, note, where, rules, now = new Date() }: Asked,
): ReportRequest {
  const language = askedLanguage(asked);
  const { company, calendars, people } = config;
  const read = templateOf(config, template);
  const request = {
    template: read,
    period,
    language,
    zone: config.zone,
    where: [...filtersOf(read.where), ...where],
    rules,
    company: {
      name: company.name,
      contact: company.contact,
      logoSvg: company.logo === null ? null : readText(company.logo, 'logo'),
    },
    confidentiality: config.confidentiality,
    note: note === undefined ? noteOf(read, { template, language }) : readText(note, 'note').trim(),
    asked: questionsOf(read, { template, language }),
    actions: [...decidedIn(read), ...rememberedActions(config)],
    today: localDate(now.toISOString(), config.zone),
    printComments: config.comments.print,
    peoplePurpose: people?.purpose ?? null,
    closed: closedIn(period, calendars),
    version,
    definitions: definitionsVersion(config),
    metrics: heldAgainst(read, config),
  };
  return { ...request, earlier: earlierReports(config, { template, where }, request) };
}

const templateOf = ({ folder, metrics, dimensions }: Config, name: string): Template =>
  readTemplate(name, { project: folder, metrics, dimensions }).template;

/** What the template states comes last: of two equally narrow targets it counts. */
function heldAgainst({ targets, benchmarks }: Template, config: Config): ReportRequest['metrics'] {
  const context = answerContext(config);
  const own = targets.map(({ metric, from, contract, ...stated }) =>
    asStated({
      metric,
      ...statedConfig(stated),
      ...(from === undefined ? {} : { from }),
      ...(contract === undefined ? {} : { contract }),
    }),
  );
  const elsewhere = benchmarks.map(({ metric, source, date, ...stated }) =>
    asStated({ metric, ...statedConfig(stated), source, date }),
  );
  return {
    ...context,
    targets: [...(context.targets ?? []), ...own],
    benchmarks: [...(context.benchmarks ?? []), ...elsewhere],
  };
}

/** Decisions that the template itself holds. */
const decidedIn = ({ actions }: Template): ReportRequest['actions'] =>
  actions.map(({ what, owner, decided, due, done, dropped, metric, direction, size, scope }) => ({
    what,
    owner,
    decidedOn: decided,
    due: due ?? null,
    metric: metric ?? null,
    direction: direction ?? null,
    size: size ?? null,
    scope: scope ?? null,
    origin: null,
    state: done !== undefined ? 'done' : dropped !== undefined ? 'dropped' : 'open',
    settledOn: done ?? dropped ?? null,
  }));

const noteOf = ({ note }: Template, of: Addressed): string | null =>
  note === null ? null : writtenFor(note, 'a note', of);

const questionsOf = ({ questions }: Template, of: Addressed): ReportRequest['asked'] =>
  questions.map(({ ask, metrics }, i) => ({ ask: writtenFor(ask, `questions.${i}.ask`, of), metrics }));

/** What the author wrote, but not for these readers, is not left out without a word. */
function writtenFor(spoken: NonNullable<Template['note']>, what: string, of: Addressed): string {
  const text = spoken[of.language];
  if (text !== undefined) return text.trim();
  throw new Problem('language_missing', {
    place: of.template,
    found: `${what} in ${Object.keys(spoken).join(', ') || 'no language'}, and a report in ${of.language}`,
    expected: `it in ${of.language} too`,
    todo: `write it there under "${of.language}:", or take it out`,
  });
}

interface Addressed {
  readonly template: string;
  readonly language: Language;
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
